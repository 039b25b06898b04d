import FAInvoice
import Findings
import InvoiceRendering
import InvoiceTemplate
import PageLayout
import Presentation
import QRSymbol
import Testing

@Suite("A till's roll")
struct RollTests {
  /// Paper, the signature's length, dots of a module of KOD I and KOD II.
  struct Case: Sendable, CustomTestStringConvertible {
    let paper: String
    let dotsPerInch: Double
    let signature: Int
    let dots: [Int]

    var testDescription: String { "\(paper), \(dotsPerInch) dpi, signature of \(signature)" }
  }

  private func pages(_ sample: String, on paper: String, _ dotsPerInch: Double, signature: Int = 64) throws -> [Page] {
    let choice = try #require(PaperChoice(paper))
    let stages = try InvoiceRenderer.Stages(
      resources: House.resources(), paper: PaperForm(choice, dotsPerInch: dotsPerInch))
    let document = try House.document(sample)
    let presentation = Presentation(
      of: document, template: stages.template, wording: try stages.wording(),
      codes: try House.codes(of: document, signatureLength: signature))
    return try stages.layout.pages(of: presentation)
  }

  private func symbols(_ pages: [Page]) -> [(x: Double, y: Double, side: Double, modules: Int)] {
    pages.flatMap(\.items).compactMap { item in
      if case .symbol(let symbol, let x, let y, let side) = item { (x, y, side, symbol.side) } else { nil }
    }
  }

  @Test(
    "Every module is a whole number of dots and begins on one, as large as fits",
    arguments: [
      Case(paper: "roll80", dotsPerInch: 203.2, signature: 64, dots: [4, 4]),
      Case(paper: "roll80", dotsPerInch: 203.2, signature: 256, dots: [4, 4]),
      Case(paper: "roll58", dotsPerInch: 203.2, signature: 64, dots: [6, 5]),
      Case(paper: "roll58", dotsPerInch: 203.2, signature: 256, dots: [6, 4]),
      Case(paper: "roll80", dotsPerInch: 180, signature: 64, dots: [4, 4]),
      Case(paper: "roll80", dotsPerInch: 300, signature: 256, dots: [5, 5]),
      Case(paper: "104mmxauto", dotsPerInch: 203.2, signature: 256, dots: [5, 5]),
    ])
  func dots(one: Case) throws {
    let dot = 72 / one.dotsPerInch
    let pages = try pages("fa3-vat", on: one.paper, one.dotsPerInch, signature: one.signature)
    let found = symbols(pages)
    #expect(found.map { Int(($0.side / Double($0.modules) / dot).rounded()) } == one.dots)
    for (symbol, dots) in zip(found, one.dots) {
      #expect(abs(symbol.side - Double(symbol.modules * dots) * dot) < 1e-6)
      for edge in [symbol.x, symbol.y] { #expect(abs(edge / dot - (edge / dot).rounded()) < 1e-6) }
      let quiet = Double(QRSymbol.quietZone * dots) * dot
      #expect(symbol.x >= quiet - 1e-6)
      #expect(symbol.x + symbol.side + quiet <= pages[0].width + 1e-6)
    }
    let width = pages[0].width / dot
    #expect(abs(width - width.rounded()) < 1e-6, "the paper is a whole number of dots wide")
  }

  @Test("A code that would be finer than three dots a module is refused with what would fit")
  func tooFine() throws {
    #expect(
      throws: Obstacle(
        "code.too-fine", Sentence("", pl: ""), remedy: Sentence("", pl: ""))
    ) {
      try pages("fa3-vat", on: "40mmxauto", 140, signature: 256)
    }
  }

  @Test(
    "Every sample is one page as long as its content, and nothing leaves the paper", arguments: ["roll80", "roll58"])
  func samples(paper: String) throws {
    for sample in try House.samples() {
      let pages = try pages(sample, on: paper, 203.2)
      #expect(pages.count == 1, "\(sample)")
      let page = pages[0]
      for item in page.items {
        #expect(item.top >= -0.001 && item.bottom <= page.height + 0.001, "\(sample)")
      }
      let last = page.items.map(\.bottom).max() ?? 0
      #expect(page.height - last < 20, "\(sample) ends where its content does")
    }
  }

  @Test(
    "Paper is named as printers are sold",
    arguments: [
      ("roll80", true), ("roll58", true), ("62mmxauto", true), ("A4", true), ("A5", true), ("roll", false),
      ("39mmxauto", false), ("501mmxauto", false), ("nanmmxauto", false), ("80mm", false), ("a4", false),
    ])
  func names(text: String, isKnown: Bool) {
    #expect((PaperChoice(text) != nil) == isKnown)
  }
}
