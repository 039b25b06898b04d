import FAInvoice
import Findings
import Foundation
import InvoiceRendering
import InvoiceTemplate
import PageLayout
import Presentation
import QRSymbol
import Testing
import Typography

@Suite("Pages")
struct PageTests {
  private let stages: InvoiceRenderer.Stages

  init() throws { stages = try House.stages() }

  private func pages(_ sample: String, languages: [LabelLanguage] = [.polish], signatureLength: Int = 64) throws
    -> [Page]
  {
    let document = try House.document(sample)
    let presentation = Presentation(
      of: document, template: stages.template, wording: try stages.wording(languages),
      codes: try House.codes(of: document, signatureLength: signatureLength))
    return try stages.layout.pages(of: presentation)
  }

  @Test("Nothing stands outside the margins, in any language", arguments: try House.samples())
  func withinMargins(sample: String) throws {
    let margins = stages.template.paper.margins
    for languages in [[LabelLanguage.polish], [.english], [.polish, .english]] {
      for page in try pages(sample, languages: languages) {
        for case .text(let text) in page.items {
          #expect(text.x >= margins.left - 0.5)
          #expect(text.x + text.text.width(at: text.size) <= page.width - margins.right + 0.5)
          #expect(text.baseline > margins.top && text.baseline < page.height - margins.bottom + 1)
        }
      }
    }
  }

  @Test("No two lines of text overlap", arguments: try House.samples())
  func noOverlap(sample: String) throws {
    for page in try pages(sample) {
      let boxes = page.items.compactMap { item -> CGRect? in
        guard case .text(let text) = item, text.text.width > 0 else { return nil }
        // The body of the letters, without the air of the line.
        return CGRect(
          x: text.x + 0.3, y: text.baseline - text.size * 0.7, width: text.text.width(at: text.size) - 0.6,
          height: text.size * 0.7)
      }
      for (index, box) in boxes.enumerated() {
        #expect(!boxes[(index + 1)...].contains { $0.intersects(box) })
      }
    }
  }

  @Test(
    "Both codes stand on the last page with a free quiet zone, and their words directly under them",
    arguments: [64, 256])
  func codes(signatureLength: Int) throws {
    let all = try pages("fa3-vat-long", signatureLength: signatureLength)
    #expect(all.dropLast().allSatisfy { page in !page.items.contains { if case .symbol = $0 { true } else { false } } })
    let page = try #require(all.last)
    var found = 0
    for case .symbol(let symbol, let x, let y, let side) in page.items {
      found += 1
      let module = side / Double(symbol.side)
      #expect(module >= 0.375 * 72 / 25.4)
      let quiet = CGRect(x: x, y: y, width: side, height: side)
        .insetBy(dx: -4 * module + 0.01, dy: -4 * module + 0.01)
      for item in page.items {
        switch item {
        case .text(let text):
          let box = CGRect(
            x: text.x, y: text.baseline - text.size * 0.75, width: text.text.width(at: text.size), height: text.size)
          #expect(!box.intersects(quiet))
        case .rule(_, let y, _, _): #expect(!(quiet.minY...quiet.maxY).contains(y))
        case .symbol, .link: break
        }
      }
      let caption = found == 1 ? "OFFLINE" : "CERTYFIKAT"
      let under = page.items.contains { item in
        guard case .text(let text) = item else { return false }
        let middle = text.x + text.text.width(at: text.size) / 2
        return String(decoding: text.text.runs.flatMap(\.text), as: UTF8.self) == caption
          && abs(middle - quiet.midX) < 1 && text.baseline > quiet.maxY && text.baseline < quiet.maxY + 14
      }
      #expect(under)
    }
    #expect(found == 2)
  }

  @Test("A table's head stands on every page that the table reaches")
  func repeatedHead() throws {
    let all = try pages("fa3-vat-long")
    let withHead = all.filter { page in
      page.items.contains { item in
        guard case .text(let text) = item else { return false }
        return String(decoding: text.text.runs.flatMap(\.text), as: UTF8.self) == "Towar lub usługa"
      }
    }
    #expect(all.count > 2)
    #expect(withHead.count >= all.count - 1)
  }
}
