import FAInvoice
import Findings
import JSONWriting

extension FileReport {
  /// The report for another program: one of the `documents` of a run.
  ///
  /// - Parameter language: of sentences and remedies; the names of verdicts and weights are the same in every language.
  func json(in language: Language) -> JSONValue {
    .object([
      ("file", .string(file)),
      ("structure", .text(structure?.rawValue)),
      ("verdict", .string(verdict.rawValue)),
      ("findings", .array(findings.map { $0.json(in: language) })),
    ])
  }
}

extension Finding {
  fileprivate func json(in language: Language) -> JSONValue {
    .object([
      ("code", .string(code)),
      ("severity", .string(severity.rawValue)),
      ("line", place.line.map(JSONValue.integer) ?? .null),
      ("column", place.column.map(JSONValue.integer) ?? .null),
      ("path", .text(place.path)),
      ("sentence", .string(sentence.text(in: language))),
      ("remedy", .text(remedy?.text(in: language))),
      ("source", .text(source)),
    ])
  }
}
