import FAInvoice
import FAValidation
import Findings
import InvoicePrinting
import JSONWriting
import PrintWorkers

/// What one call made, as `ksef_result` hands it out.
final class CallResult {
  let bytes: OwnedBytes
  let pageCount: Int
  let report: OwnedBytes
  private let (english, polish): (OwnedBytes, OwnedBytes)

  private init(bytes: OwnedBytes, pageCount: Int, report: JSONValue, text: (Language) -> String) {
    self.bytes = bytes
    self.pageCount = pageCount
    self.report = OwnedBytes(report.text)
    (english, polish) = (OwnedBytes(text(.english)), OwnedBytes(text(.polish)))
  }

  convenience init(_ answer: PrintAnswer) {
    self.init(
      bytes: OwnedBytes(answer.bytes), pageCount: answer.pageCount,
      report: PrintReport(answer).json(with: [("facts", answer.facts.json)]),
      text: { CallResult.lines(answer.notices, answer.findings, in: $0) })
  }

  convenience init(_ answer: LinkAnswer) {
    self.init(
      bytes: OwnedBytes(answer.links.map { $0 + "\n" }.joined()), pageCount: 0,
      report: PrintReport(notices: answer.notices, findings: answer.findings).json(with: [("facts", answer.facts.json)]
      ),
      text: { CallResult.lines(answer.notices, answer.findings, in: $0) })
  }

  convenience init(_ report: FileReport) {
    self.init(
      bytes: .none, pageCount: 0,
      report: PrintReport(notices: [], findings: report.findings).json(with: [
        ("verdict", .string(report.verdict.rawValue)), ("structure", .text(report.structure?.rawValue)),
      ]), text: { report.text(in: $0) })
  }

  /// What there is to say, a line each.
  func text(in language: Language) -> OwnedBytes { language == .polish ? polish : english }

  private static func lines(_ notices: [Sentence], _ findings: [Finding], in language: Language) -> String {
    (notices.map { $0.text(in: language).printable } + findings.inReportOrder.lines(in: language))
      .map { $0 + "\n" }.joined()
  }
}

extension PrintFacts {
  /// What isn't known is null.
  fileprivate var json: JSONValue {
    .object(fields.map { ($0.0, $0.1.isEmpty ? .null : .string($0.1)) })
  }
}
