import Findings
import Foundation
import InvoiceRendering
import InvoiceTemplate
import Presentation
import Testing
import Typography

@testable import PageLayout

@Suite("Laws of layout, for random content on paper of several sizes")
struct LayoutLawTests {
  private static let seeds = Array(UInt64(1)...60)

  /// Every law looks at the same pages, laid out once.
  private static let all = Result { try seeds.map(layOut) }

  /// Paper and type change with the seed.
  private static func template(_ seed: UInt64) -> Template {
    var template = Template.standard
    let millimetre = 72 / 25.4
    switch seed % 5 {
    case 1: (template.paper.width, template.paper.height) = (148 * millimetre, 210 * millimetre)
    case 2: (template.paper.width, template.paper.height) = (297 * millimetre, 210 * millimetre)
    case 3:
      (template.paper.width, template.paper.height) = (80 * millimetre, 297 * millimetre)
      (template.paper.margins.left, template.paper.margins.right) = (9, 9)
    case 4: for role in TextRole.allCases { template.styles[role]?.size *= 1.2 }
    default: break
    }
    return template
  }

  private struct LaidOut {
    let template: Template
    let content: RandomPresentation
    let presentation: Presentation
    let pages: [Page]
  }

  private static func layOut(_ seed: UInt64) throws -> LaidOut {
    let template = template(seed)
    var content = RandomPresentation(seed: seed)
    let presentation = content.presentation()
    let pages = try DocumentLayout(template: template, fonts: House.stages().fonts).pages(of: presentation)
    return LaidOut(template: template, content: content, presentation: presentation, pages: pages)
  }

  private func laidOut(_ seed: UInt64) throws -> LaidOut {
    try LayoutLawTests.all.get()[LayoutLawTests.seeds.firstIndex(of: seed) ?? 0]
  }

  @Test("Nothing stands outside the margins", arguments: seeds)
  func margins(seed: UInt64) throws {
    let laidOut = try laidOut(seed)
    let margins = laidOut.template.paper.margins
    for (number, page) in laidOut.pages.enumerated() {
      let left = margins.left - 0.5
      let right = page.width - margins.right + 0.5
      let bottom = page.height - margins.bottom + 1
      for text in page.texts {
        let end = text.x + text.text.width(at: text.size)
        let isInside =
          text.x >= left && end <= right && text.baseline >= margins.top && text.baseline <= bottom
        #expect(isInside, "seed \(seed), page \(number + 1): \(text.words.prefix(40)) ends \(end) at \(text.baseline)")
      }
    }
  }

  @Test("No two lines of text overlap", arguments: seeds)
  func overlap(seed: UInt64) throws {
    for (number, page) in try laidOut(seed).pages.enumerated() {
      let boxes = page.texts.filter { $0.text.width > 0 }.map { text in
        (
          box: CGRect(
            x: text.x + 0.3, y: text.baseline - text.size * 0.7, width: text.text.width(at: text.size) - 0.6,
            height: text.size * 0.7), text: text
        )
      }.sorted { $0.box.minY < $1.box.minY }
      for (index, upper) in boxes.enumerated() {
        for lower in boxes[(index + 1)...] {
          if lower.box.minY > upper.box.maxY { break }
          #expect(
            !lower.box.intersects(upper.box),
            "seed \(seed), page \(number + 1): “\(upper.text.words.prefix(30))” and “\(lower.text.words.prefix(30))”")
        }
      }
    }
  }

  @Test("Everything is said once: no letter is lost, none doubled", arguments: seeds)
  func once(seed: UInt64) throws {
    let laidOut = try laidOut(seed)
    let printed = laidOut.pages.flatMap { $0.content.map(\.words) }
    #expect(letters(printed) == letters(laidOut.presentation.saidOnce), "seed \(seed)")
  }

  private func letters(_ texts: [String]) -> [UInt8: Int] {
    texts.reduce(into: [:]) { counts, text in
      for byte in text.utf8 where (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
        counts[byte, default: 0] += 1
      }
    }
  }

  @Test("Rows stand in their order, under their head on every page, and a sum never without a row", arguments: seeds)
  func tables(seed: UInt64) throws {
    let laidOut = try laidOut(seed)
    var places: [String: (page: Int, y: Double)] = [:]
    for (number, page) in laidOut.pages.enumerated() {
      for text in page.content {
        let mark = text.words.split(separator: " ").first.map(String.init) ?? ""
        if places[mark]?.page == number { continue }
        places[mark] = places[mark] ?? (number, text.baseline)
      }
    }
    for table in laidOut.content.tables {
      var previous: (page: Int, y: Double) = (-1, 0)
      for (mark, kind) in table.rows {
        // A mark that a sliver of a column broke isn't found; that its letters are there, another law says.
        guard let place = places[mark] else { continue }
        #expect(
          place.page > previous.page || (place.page == previous.page && place.y > previous.y),
          "seed \(seed): row \(mark) comes before the row above it")
        if kind == .total, previous.page >= 0 {
          let above = laidOut.pages[place.page].content.contains { text in
            text.baseline < place.y - 1 && text.words.contains { $0.isLowercase || $0.isNumber }
          }
          #expect(above, "seed \(seed): the sum \(mark) stands first on page \(place.page + 1)")
        }
        // A head that would take most of the page isn't repeated; no seed has one.
        let hasHead = laidOut.pages[place.page].content.contains {
          $0.words.hasPrefix(table.head) || table.head.hasPrefix($0.words)
        }
        #expect(hasHead, "seed \(seed): page \(place.page + 1) has row \(mark) without its head")
        previous = place
      }
    }
  }

  @Test("No heading is the last thing on its page", arguments: seeds)
  func headings(seed: UInt64) throws {
    let laidOut = try laidOut(seed)
    let marks = Set(laidOut.content.headings)
    // A heading that nothing follows may stand where it likes.
    let last = laidOut.presentation.sections.compactMap { section -> String? in
      guard case .heading(let label) = section.blocks.last else { return nil }
      return String(label.lead.split(separator: " ")[0])
    }
    for (number, page) in laidOut.pages.enumerated() {
      guard let lowest = page.content.max(by: { $0.baseline < $1.baseline }) else { continue }
      let mark = lowest.words.split(separator: " ").first.map(String.init) ?? ""
      #expect(!marks.contains(mark) || last.contains(mark), "seed \(seed), page \(number + 1): \(mark)")
    }
  }

  @Test("Every page has its number, and every page but the first its running head", arguments: seeds)
  func numbers(seed: UInt64) throws {
    let laidOut = try laidOut(seed)
    let title = try #require(laidOut.presentation.runningHead?.title.split(separator: " ").first)
    for (index, page) in laidOut.pages.enumerated() {
      #expect(page.texts.last?.words == "\(index + 1) / \(laidOut.pages.count)", "seed \(seed)")
      let begins = page.texts.first?.words.hasPrefix(title) ?? false
      #expect(begins == (index > 0), "seed \(seed), page \(index + 1)")
    }
  }

  @Test("Every page but the last is reasonably full", arguments: seeds)
  func fullness(seed: UInt64) throws {
    let laidOut = try laidOut(seed)
    for (index, page) in laidOut.pages.enumerated().dropLast() {
      // The paper is turned only at a new page, and codes stand together at the foot of the last.
      let next = laidOut.pages[index + 1]
      if next.width != page.width || index + 2 == laidOut.pages.count { continue }
      let lowest = page.content.map(\.baseline).max() ?? 0
      let margins = laidOut.template.paper.margins
      let share = (lowest - margins.top) / (page.height - margins.top - margins.bottom)
      #expect(share > 0.35, "seed \(seed), page \(index + 1) of \(laidOut.pages.count): \(share)")
    }
  }

  @Test("Codes stand on the last page, once each", arguments: seeds)
  func codes(seed: UInt64) throws {
    let laidOut = try laidOut(seed)
    let symbols = laidOut.pages.map { page in
      page.items.count { if case .symbol = $0 { true } else { false } }
    }
    #expect(symbols.reduce(0, +) == laidOut.presentation.codes.count)
    #expect(symbols.last == laidOut.presentation.codes.count)
  }
}

extension Page {
  var texts: [PlacedText] {
    items.compactMap { item in
      guard case .text(let text) = item else { return nil }
      return text
    }
  }

  /// The texts but the page's number, which is the last.
  fileprivate var content: [PlacedText] { Array(texts.dropLast()) }
}

extension PlacedText {
  var words: String { String(decoding: text.runs.flatMap(\.text), as: UTF8.self) }
}

extension Presentation {
  /// All texts in the order of the content; those in capitals among them.
  fileprivate var saidOnce: [String] {
    [head.issuer, head.kind.text, head.number] + head.issuerDetail.flatMap(\.texts)
      + sections.flatMap { [$0.heading?.text ?? ""] + $0.blocks.flatMap(\.texts) }
      + codes.flatMap { [$0.link, $0.caption, $0.purpose.text] }
  }
}

extension Field {
  fileprivate var texts: [String] { [label?.text ?? "", value] }
}

extension Block {
  fileprivate var texts: [String] {
    switch self {
    case .heading(let label): [label.text]
    case .grid(let fields, _), .facts(let fields), .list(let fields): fields.flatMap(\.texts)
    case .text(let text, _): [text]
    case .columns(let columns, _): columns.flatMap { $0.flatMap(\.texts) }
    case .table(let table):
      table.rows.flatMap { row in
        row.cells.flatMap { [$0.text, $0.secondary ?? ""] } + row.details.flatMap(\.texts)
      }
    case .amountDue(let label, let amount): [label.text, amount]
    case .paymentCode(let code): [code.purpose.text, code.amount, code.caution.text]
    }
  }
}
