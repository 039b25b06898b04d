import FAInvoice
import FAValidation
import Findings
import KSeFIdentifiers
import Testing

@Suite("Clearing an invoice for a print")
struct ClearedInvoiceTests {
  private let document: FADocument
  private let check: InvoiceCheck

  init() throws {
    let text = "<Faktura xmlns=\"http://crd.gov.pl/wzor/2025/06/25/13775/\"><?druk szybko?></Faktura>"
    document = try FADocument.read(Array(text.utf8), fileName: "f.xml")
    check = InvoiceCheck(environment: .test, today: try #require(CalendarDate(iso: "2026-03-01")))
  }

  @Test("What KSeF would refuse isn't cleared, and the obstacle carries all that was found")
  func stop() {
    do {
      _ = try ClearedInvoice(document, by: check, refusals: .stop)
      Issue.record("it was cleared")
    } catch {
      #expect(error.code == "invoice.refused")
      #expect(error.findings == check.findings(for: document))
    }
  }

  @Test("It is cleared where the caller says so, with the refusals among its findings")
  func anyway() throws {
    let cleared = try ClearedInvoice(document, by: check, refusals: .printAnyway)
    #expect(cleared.findings == check.findings(for: document))
    #expect(cleared.findings.contains { $0.severity == .refused })
  }

  @Test("What KSeF has accepted has warnings only, and the first says what that means")
  func overruled() throws {
    let cleared = try ClearedInvoice(document, by: check, refusals: .areOverruled)
    #expect(cleared.findings.first?.code == "invoice.accepted-all-the-same")
    #expect(cleared.findings.dropFirst().map(\.code) == check.findings(for: document).map(\.code))
    #expect(!cleared.findings.contains { $0.severity == .refused })
  }
}

@Suite("The report on a file")
struct FileReportTests {
  private func document() throws -> FADocument {
    try FADocument.read(
      Array("<Faktura xmlns=\"http://crd.gov.pl/wzor/2025/06/25/13775/\"/>".utf8), fileName: "f.xml")
  }

  private func finding(_ code: String, _ severity: Severity, line: Int?) -> Finding {
    Finding(code, severity, at: Place(file: "f.xml", line: line), Sentence("A.", pl: "B."))
  }

  @Test("Findings stand by weight, then in the order of the document; one without a line stays where it was told")
  func order() throws {
    let report = FileReport(
      try document(),
      findings: [
        finding("a", .warning, line: 9), finding("b", .warning, line: nil), finding("c", .info, line: 1),
        finding("d", .refused, line: 7), finding("e", .warning, line: 3), finding("f", .refused, line: 2),
      ])
    #expect(report.findings.map(\.code) == ["f", "d", "e", "a", "b", "c"])
    #expect(report.verdict == .refused)
    #expect(report.count(.warning) == 3)
  }

  @Test(
    "The heaviest finding is the verdict",
    arguments: [(Severity.refused, FileReport.Verdict.refused), (.warning, .warnings), (.info, .inOrder)])
  func verdict(severity: Severity, verdict: FileReport.Verdict) throws {
    #expect(FileReport(try document(), findings: [finding("a", severity, line: 1)]).verdict == verdict)
    #expect(FileReport(try document(), findings: []).verdict == .inOrder)
  }

  @Test("A file that couldn't be opened is unreadable, and one that is no invoice is refused")
  func obstacles() {
    func report(_ kind: Obstacle.Kind) -> FileReport {
      FileReport(
        file: "f.xml", obstacle: Obstacle("a", kind: kind, Sentence("A.", pl: "B."), remedy: Sentence("C.", pl: "D.")))
    }
    #expect(report(.inputOutput).verdict == .unreadable)
    #expect(report(.refused).verdict == .refused)
    #expect(report(.refused).findings.first?.place.file == "f.xml")
  }

  @Test("A report of no file is whole JSON, too")
  func empty() {
    let report = RunReport(.json, in: .english)
    #expect(
      report.beginning + report.ending == "{\n  \"format\": 1,\n  \"language\": \"en\",\n  \"documents\": [\n  ]\n}\n")
  }
}
