public import Findings
import JSONWriting

/// Writes what a check has to say about many files, file by file, so that it holds none of them.
///
/// The text is `beginning`, what `add` returns for each file, and `ending`.
public struct RunReport: Sendable {
  /// How a report is written.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// For a person at a terminal.
    case text
    /// For another program: one JSON object (RFC 8259) in UTF-8, its keys always in the same order.
    case json
  }

  private let form: Form
  private let language: Language
  private var counts: [FileReport.Verdict: Int] = [:]

  /// A report of no file yet.
  public init(_ form: Form, in language: Language) {
    self.form = form
    self.language = language
  }

  /// How many files were added.
  public var fileCount: Int { counts.values.reduce(0, +) }

  /// How many files got this verdict.
  public func count(_ verdict: FileReport.Verdict) -> Int { counts[verdict] ?? 0 }

  /// What stands before the first file.
  public var beginning: String {
    switch form {
    case .text: ""
    case .json: "{\n  \"format\": 1,\n  \"language\": \"\(language.rawValue)\",\n  \"documents\": ["
    }
  }

  /// What stands in the report about one file more.
  public mutating func add(_ report: FileReport) -> String {
    let isFirst = fileCount == 0
    counts[report.verdict, default: 0] += 1
    switch form {
    case .text:
      return report.text(in: language) + (report.findings.isEmpty || report.verdict == .unreadable ? "" : "\n")
    case .json: return (isFirst ? "\n    " : ",\n    ") + report.json(in: language).text(level: 2)
    }
  }

  /// What stands after the last file.
  public var ending: String {
    switch form {
    case .text: fileCount > 1 ? summary.text(in: language) + "\n" : ""
    case .json: "\n  ]\n}\n"
    }
  }

  private var summary: Sentence {
    let parts: [(FileReport.Verdict, Sentence)] = [
      (.refused, Sentence("refused", pl: "do odrzucenia")), (.warnings, Sentence("with warnings", pl: "z uwagami")),
      (.inOrder, Sentence("in order", pl: "w porządku")), (.unreadable, Sentence("unreadable", pl: "nieczytelne")),
    ]
    let told = parts.filter { count($0.0) > 0 }
    return Sentence(
      "Files: \(fileCount); " + told.map { "\($0.1.english): \(count($0.0))" }.joined(separator: ", "),
      pl: "Pliki: \(fileCount); " + told.map { "\($0.1.polish): \(count($0.0))" }.joined(separator: ", "))
  }
}
