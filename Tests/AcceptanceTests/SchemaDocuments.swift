import Foundation
import Testing

/// A structure of invoices, with its official schema and the invoices of the corpus that obey it.
enum Structure: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case fa3
  case fa2
  case rr

  var testDescription: String { rawValue }

  /// The schema's file and the catalogue that finds what it includes; nil without the shared folder.
  var schema: (file: String, catalog: String)? {
    let file =
      switch self {
      case .fa3: "fa3/schemat_FA3_v1-0E.xsd"
      case .fa2: "fa2/schemat_FA2_v1-0E.xsd"
      case .rr: "rr/schemat_FA_RR1_v1-1E.xsd"
      }
    guard let folder = Corpus.shared?.appending(path: "schemas") else { return nil }
    return (folder.appending(path: file).path, folder.appending(path: "catalog.xml").path)
  }

  var corpus: [Invoice] { (Corpus.valid + Corpus.generated).filter { $0.path.contains("/\(rawValue)/") } }
}

/// Documents that hold every leaf, take every branch and use every code of a schema, and their prints.
struct SchemaDocuments: Sendable {
  let structure: Structure
  let folder: WorkFolder
  /// In the order in which they were made: the first ones are full.
  let files: [String]
  /// What the schema has.
  let size: Size

  struct Size: Decodable, Sendable {
    let documents: Int
    let leaves: Int
    let codes: Int
  }

  /// Builds the documents, and prints them into the same folder.
  init(of structure: Structure) async throws {
    guard let schema = structure.schema else { throw CocoaError(.fileNoSuchFile) }
    self.structure = structure
    folder = try WorkFolder()
    let made = try Script.schemaDocuments.run([schema.file, schema.catalog, folder.path])
    guard made.code == 0 else { throw NotMade(errors: made.errors) }
    size = try JSONDecoder().decode(Size.self, from: made.output)
    let path = folder.path
    files = try folder.names().map { "\(path)/\($0)" }
    try await PaperPress.print(files, into: folder.path)
  }

  struct NotMade: Error {
    let errors: String
  }
}

/// What of a document is on its print, as the script that knows nothing of ours sees it.
struct PaperReport: Decodable, Sendable {
  let file: String
  /// Leaves with a value.
  let values: Int
  /// Those that need words on paper.
  let printed: Int
  /// Path and value of each that isn't there.
  let missing: [[String]]
  /// Path and word of each that is broken without need.
  let broken: [[String]]
  /// Whether something fell into the last section, since no view knows it.
  let remainder: Bool

  /// Looks for every value of the documents on the prints beside them.
  static func of(_ files: [String], as structure: Structure) throws -> [PaperReport] {
    guard let schema = structure.schema else { throw CocoaError(.fileNoSuchFile) }
    let answer = try Script.paperCheck.run([schema.file, schema.catalog] + files)
    guard answer.code == 0 else { throw SchemaDocuments.NotMade(errors: answer.errors) }
    return try answer.lines.map { try JSONDecoder().decode(PaperReport.self, from: Data($0.utf8)) }
  }

  /// What is wrong, a line each; the first of many.
  static func complaints(_ reports: [PaperReport]) -> String {
    reports.flatMap { report in
      let name = PaperPress.name(of: report.file)
      return report.missing.map { "\(name): missing \($0)" } + report.broken.map { "\(name): broken \($0)" }
        + (report.remainder ? ["\(name): something is left to the last section"] : [])
    }.prefix(40).joined(separator: "\n")
  }
}
