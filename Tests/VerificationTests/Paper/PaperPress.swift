import CodeReading
import FAInvoice
import FAValidation
import Findings
import Foundation
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import Presentation
import Testing

@testable import Verification

/// A template and its languages.
struct Look: Sendable, Hashable, CustomTestStringConvertible {
  let template: String
  let languages: [String]

  var testDescription: String { ([template] + languages).joined(separator: " ") }

  static let all = [
    Look(template: "standard", languages: ["pl"]), Look(template: "standard", languages: ["en"]),
    Look(template: "standard", languages: ["de"]), Look(template: "standard", languages: ["uk"]),
    Look(template: "compact", languages: ["pl"]), Look(template: "bilingual", languages: []),
    Look(template: "bilingual", languages: ["pl", "uk"]),
  ]
}

/// A print of ours with its words as pdftotext, which isn't ours, finds them.
struct PaperPress {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let samples: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "samples").path)
    return (names ?? []).filter { $0.hasSuffix(".xml") && $0 != "upo.xml" }.map { String($0.dropLast(4)) }.sorted()
  }()

  static func sample(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: "samples/\(name).xml")))
  }

  /// Renders invoices in one look; opening the fonts takes the longest.
  let renderer: InvoiceRenderer
  let languages: [LabelLanguage]

  init(_ look: Look) throws {
    renderer = try InvoiceRenderer(resources: ResourceFolder(Self.root.path), template: look.template)
    languages = look.languages.compactMap(LabelLanguage.init)
  }

  /// The PDF of an invoice; its codes are those of an invoice sent online.
  func pdf(
    _ xml: [UInt8],
    codes: (InvoiceIdentity) throws -> CodesRequest = {
      .awaitingNumber(InvoiceLink(environment: .test, identity: $0))
    }, as printed: PrintedDocument = .invoice
  ) throws -> [UInt8] {
    let document = try FADocument.read(xml, fileName: "invoice.xml")
    let day = try #require(CalendarDate(iso: "2026-12-31"))
    let cleared = try ClearedInvoice(
      document, by: InvoiceCheck(environment: .test, today: day), refusals: .printAnyway)
    return try renderer.render(
      cleared, codes: try codes(try document.identity()), as: printed, languages: languages,
      creationDate: "2026-12-31T12:00:00Z"
    ).bytes
  }
}

/// The words of a PDF, page by page.
func words(ofPDF pdf: [UInt8]) throws -> [[PageWord]] {
  let file = FileManager.default.temporaryDirectory.appending(path: "paper-\(UUID().uuidString).pdf")
  try Data(pdf).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/pdftotext")
  process.arguments = ["-bbox", file.path, "-"]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let answer = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  process.waitUntilExit()
  return try answer.components(separatedBy: "<page ").dropFirst().map { page in
    let size = try #require(page.firstMatch(of: /width="([\d.]+)" height="([\d.]+)"/))
    let (width, height) = (try #require(Double(size.1)), try #require(Double(size.2)))
    let word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/
    return page.matches(of: word).compactMap { match in
      guard let left = Double(match.1), let top = Double(match.2), let right = Double(match.3),
        let bottom = Double(match.4)
      else { return nil }
      let text = String(match.5).replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
      return PageWord(
        text: text,
        region: PageRegion(
          centerX: (left + right) / 2 / width, centerY: (top + bottom) / 2 / height, width: (right - left) / width,
          height: (bottom - top) / height))
    }
  }
}

/// A print of these words with an invoice's KOD I on its last page, and the answers of the paper's checks.
func paperAnswers(
  _ pages: [[PageWord]], xml: [UInt8], source: PageText.Source = .textLayer, givesXML: Bool = true
) throws -> [CheckName: CheckResult] {
  let identity = try FADocument.read(xml, fileName: "invoice.xml").identity()
  let link = InvoiceLink(environment: .test, identity: identity).text
  let place = PageRegion(centerX: 0.1, centerY: 0.93, width: 0.14, height: 0.1)
  let readings = pages.enumerated().map { index, words in
    PageReading(
      page: index + 1,
      codes: index == pages.count - 1 ? [FoundCode(text: link, page: index + 1, region: place)] : [],
      isExhausted: true, text: PageText(source: source, words: words))
  }
  let report = Verifier(invoices: givesXML ? [GivenInvoice(xml, name: "invoice.xml")] : [])
    .verify([.print(named: "print.pdf", PrintReading(kind: .pdf, pages: readings))])
  var answers: [CheckName: CheckResult] = [:]
  for check in report.subjects.flatMap(\.checks) where check.check.rawValue.hasPrefix("paper.") {
    answers[check.check] = check
  }
  return answers
}
