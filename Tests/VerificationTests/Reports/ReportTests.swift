import ArchivePDF
import CodeReading
import Findings
import Foundation
import KSeFIdentifiers
import Testing

@testable import Verification

/// Reports to look at, one of each verdict and a run of many.
enum Reports {
  /// Passed, failed, indeterminate with troubles, without a code, and a small run.
  static func all() throws -> [Report] {
    let shop = try Shop()
    let xml = shop.invoice()
    let (first, second) = (try shop.invoiceLink(xml), try shop.certificateLink(xml))
    let obstacle = Obstacle(
      "evidence.damaged", at: Place(file: "a.pdf"), Sentence("Damaged.", pl: "Uszkodzony."),
      remedy: Sentence("Scan again.", pl: "Zeskanuj ponownie."))
    return [
      Verifier(certificates: [shop.certificate]).verify(links(first, second)),
      Verifier(invoices: [GivenInvoice(shop.invoice(2), name: "a.xml")]).verify(links(first, second)),
      Verifier().verify(links(first, "hello") + [.unreadable(obstacle)] + print("b.pdf", [[]], unreadable: [1: 1])),
      Verifier().verify(links("hello")),
      try FixedRun().report,
    ]
  }

  /// Texts that would do harm where they aren't kept from it.
  static let hostile = "\u{1B}[2J\u{202E}</td><script>alert(1)</script>\r\n\u{9B}31m\u{2028}\"'&<!--]]>\\\u{0}"

  /// A report in which everything that comes from outside is hostile.
  static func hostileRun(_ text: String = hostile) throws -> Report {
    let shop = try Shop()
    let xml = shop.invoice()
    let (first, second) = (try shop.invoiceLink(xml), try shop.certificateLink(xml))
    let nowhere = PageRegion(centerX: .nan, centerY: -5, width: .infinity, height: 1e300)
    let reading = PrintReading(
      kind: .pdf,
      pages: [
        PageReading(
          page: 1,
          codes: [first, second, text, "https://qr.ksef.mf.gov.pl/invoice/" + text].map {
            FoundCode(text: $0, page: 1, region: nowhere)
          }, unreadable: [UnreadCode(region: nowhere, pixelsPerModule: .nan)], isExhausted: true,
          thumbnail: Thumbnail(jpeg: Array(text.utf8), width: 0, height: -1))
      ], attachments: [AttachedFile(name: text, bytes: xml)])
    let obstacle = Obstacle(
      "evidence.damaged", at: Place(file: text), Sentence(text, pl: text), remedy: Sentence(text, pl: text))
    return Verifier(
      invoices: [GivenInvoice(shop.invoice(2), name: text)], certificates: [shop.certificate]
    ).verify([
      .print(named: text, reading), .text(text, .line(of: text, 1)), .unreadable(obstacle),
      .text(try shop.invoiceLink(shop.invoice(3)), .argument(1)),
    ])
  }
}

@Suite("Reports")
struct ReportTests {
  @Test("The verdict stands first, in both languages")
  func headline() throws {
    let english = ["PASSED", "FAILED", "INDETERMINATE", "No code of KSeF's", "FAILED"]
    let polish = ["POZYTYWNIE", "NEGATYWNIE", "NIEROZSTRZYGNIĘTE", "Nie znaleziono", "NEGATYWNIE"]
    for (index, report) in try Reports.all().enumerated() {
      #expect(report.text(in: .english).hasPrefix(english[index]))
      #expect(report.text(in: .polish).hasPrefix(polish[index]))
    }
  }

  @Test("The text names every check, every code's place and what else was seen")
  func completeness() throws {
    for report in try Reports.all() {
      let text = report.text(in: .english)
      for subject in report.subjects {
        let needed = report.subjects.count == 1 ? subject.checks : subject.reasons
        for check in needed { #expect(text.contains(check.check.rawValue)) }
      }
      for obstacle in report.obstacles { #expect(text.contains(obstacle.reason.english)) }
      for code in report.unreadableCodes { #expect(text.contains(code.origin.words.english)) }
      if !report.otherCodes.isEmpty { #expect(text.contains("not a code of KSeF's: hello")) }
      if !report.subjects.isEmpty {
        #expect(text.contains("Only KSeF can tell"))
        #expect(text.contains("Not looked at:\n  - whether the words and amounts on the print"))
      }
    }
  }

  @Test("No line is longer than 100 columns unless a single word is")
  func folding() throws {
    for report in try Reports.all() {
      for language in Language.allCases {
        for line in report.text(in: language).split(separator: "\n") where line.count > 100 {
          let words = line.split(separator: " ")
          #expect(words.contains { $0.count > 60 }, "\(line)")
        }
      }
    }
  }

  @Test("The JSON is read by another reader and says the same")
  func json() throws {
    for report in try Reports.all() {
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(report.json(in: .polish).utf8)) as? [String: Any])
      #expect(object["verdict"] as? String == report.verdict?.rawValue ?? "no-code")
      #expect(object["format"] as? Int == 1)
      #expect(object["language"] as? String == "pl")
      let invoices = try #require(object["invoices"] as? [[String: Any]])
      #expect(invoices.count == report.subjects.count)
      for (invoice, subject) in zip(invoices, report.subjects) {
        let checks = try #require(invoice["checks"] as? [[String: Any]])
        #expect(checks.map { $0["check"] as? String } == subject.checks.map(\.check.rawValue))
        #expect(checks.map { $0["outcome"] as? String } == subject.checks.map(\.outcome.rawValue))
        #expect(checks.map { $0["sentence"] as? String } == subject.checks.map(\.sentence.polish))
      }
    }
  }

  @Test("The same evidence gives the same report, with its keys in order")
  func determinism() throws {
    let shop = try Shop()
    let evidence = links(try shop.invoiceLink(shop.invoice()), "hello")
    let text = Verifier().verify(evidence).json(in: .english)
    #expect(text == Verifier().verify(evidence).json(in: .english))
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map { $0.dropFirst(3).prefix { $0 != "\"" } }
    #expect(
      keys == [
        "format", "verdict", "language", "counts", "invoices", "prints", "other-codes", "unreadable-codes",
        "unreadable-evidence", "invoices-without-code", "not-looked-at",
      ])
  }

  @Test("Nothing that a code or a file's name says can steer a terminal, and JSON keeps it")
  func hostileTexts() throws {
    let hostile =
      "\u{1B}[2J\u{202E}PASSED\r\n\u{9B}31m\u{2028}\"\\" + String(repeating: "a\u{301}\u{301}", count: 50_000)
    let report = Verifier().verify([.text(hostile, .line(of: "evil\u{1B}name", 1))])
    for language in Language.allCases {
      let text = report.text(in: language)
      #expect(text.utf8.count < 4000)
      let steering = text.unicodeScalars.filter {
        $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202E}" || $0 == "\u{2028}")
      }
      #expect(steering.isEmpty)
      let json = report.json(in: language)
      #expect(!json.unicodeScalars.contains("\u{1B}") && !json.unicodeScalars.contains("\u{202E}"))
      let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let codes = try #require(object["other-codes"] as? [[String: Any]])
      #expect((codes.first?["text"] as? String).map { Array($0.utf8) == Array(hostile.utf8) } == true)
    }
  }

  @Test("Every check and every outcome is explained in the documentation")
  func documentation() throws {
    let text = try String(contentsOf: Outside.file("docs/verifying.md"), encoding: .utf8)
    for check in CheckName.allCases { #expect(text.contains("`\(check.rawValue)`"), "\(check)") }
    for outcome in Outcome.allCases { #expect(text.contains("`\(outcome.rawValue)`"), "\(outcome)") }
  }
}
