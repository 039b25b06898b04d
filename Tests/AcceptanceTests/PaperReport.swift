import Foundation

/// What of a document is on its print, as the script that knows nothing of ours sees it.
struct PaperReport: Decodable, Sendable {
  let file: String
  /// Leaves with a value.
  let values: Int
  /// Those that need words on paper.
  let printed: Int
  /// Path and value of each that isn't there.
  let missing: [[String]]
  /// Path and word of each word of up to twelve letters, and each figure, that is broken.
  let broken: [[String]]
  /// Whether something fell into the last section, since no view knows it.
  let remainder: Bool

  /// Looks for every value of the documents on the prints beside them.
  static func of(_ files: [String], as structure: Structure) throws -> [PaperReport] {
    try Script.paperCheck.answers(files, as: structure)
  }

  /// What is wrong, a line each; the first of many.
  static func complaints(_ reports: [PaperReport]) -> String {
    reports.flatMap { report in
      let name = PaperPress.name(of: report.file)
      return report.missing.map { "\(name): missing \($0)" }
        + report.broken.map { "\(name): broken \($0)" }
        + (report.remainder ? ["\(name): something is left to the last section"] : [])
    }.prefix(40).joined(separator: "\n")
  }
}

/// What the check noticed when values of a document were changed behind the print's back.
struct PaperDoubt: Decodable, Sendable {
  let file: String
  let changes: Int
  /// Path, value and other value of each change that the check didn't notice.
  let unnoticed: [[String]]

  static func of(_ files: [String], as structure: Structure) throws -> [PaperDoubt] {
    try Script.paperDoubt.answers(files, as: structure)
  }
}

extension Script {
  /// The script's line of JSON for each file.
  fileprivate func answers<Answer: Decodable>(_ files: [String], as structure: Structure) throws -> [Answer] {
    guard let schema = structure.schema else { throw CocoaError(.fileNoSuchFile) }
    let answer = try run([schema.file, schema.catalog] + files)
    guard answer.code == 0 else { throw SchemaDocuments.NotMade(errors: answer.errors) }
    return try answer.lines.map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
  }
}
