import Findings
import InvoiceRendering
import InvoiceTemplate
import Presentation
import Testing
import Typography

@testable import PageLayout

@Suite("Tables wider than the page")
struct WideTableTests {
  private let stages: InvoiceRenderer.Stages

  init() throws { stages = try House.stages() }

  /// A table of figures: the first column names the row, the others hold `column.row`.
  private func table(columns: Int, rows: Int) -> Block {
    .table(
      Table(
        columns: (0..<columns).map { Table.Column(Label("Kolumna \($0)"), $0 == 0 ? .leading : .trailing) },
        rows: (1...rows).map { row in
          Table.Row((0..<columns).map { Table.Cell($0 == 0 ? "wiersz \(row)" : "1000\($0)x\(row)") })
        }, wideness: .keepsColumns))
  }

  private func pages(_ sections: [Section]) throws -> [Page] {
    try stages.layout.pages(
      of: Presentation(
        languages: [.polish], title: "", author: "",
        head: Head(issuer: "Firma", issuerDetail: [], kind: Label("Faktura"), number: "1"),
        runningHead: RunningHead(title: "Faktura 1"), sections: sections, codes: [],
        footer: Footer(left: "", centre: ""), findings: []))
  }

  private func isTurned(_ page: Page) -> Bool { page.width > page.height }

  @Test("A table that fits only across the turned page turns it, and a long text after it stands upright again")
  func turning() throws {
    let text = Block.text((1...60).map { "zdanie \($0)" }.joined(separator: "\n"), .text)
    let pages = try pages([Section(.attachment, [table(columns: 14, rows: 40)]), Section(.notes, [text])])
    let turned = pages.filter(isTurned)
    #expect(turned.count >= 2)
    #expect(turned.allSatisfy { page in page.texts.contains { $0.words == "Kolumna 13" } })
    #expect(pages.first.map(isTurned) == false && pages.last.map(isTurned) == false)
  }

  @Test("Where half of the width is enough for a table it takes no more, so that figures stay close to their words")
  func narrowTable() throws {
    for (columns, share) in [(2, 0.5), (6, 1.0)] {
      let page = try #require(try pages([Section(.attachment, [table(columns: columns, rows: 3)])]).first)
      let widths = page.items.compactMap { item -> Double? in
        guard case .rule(_, let y, let width, _) = item, y > 100 else { return nil }
        return width
      }
      let content = (210.0 - 34) * 72 / 25.4
      #expect(!widths.isEmpty && widths.allSatisfy { abs($0 - content * share) < 0.01 })
    }
  }

  @Test("Columns none of which takes the rest stand at equal distances, whichever way their cells are aligned")
  func equalDistances() throws {
    let words = ["poniedziałek, rano", "123 456 789,00", "odczyt zdalny, bez uwag", "9 876 543,21"]
    let columns = words.indices.map { Table.Column(Label("K\($0)"), $0.isMultiple(of: 2) ? .leading : .trailing) }
    let row = Table.Row(words.map { Table.Cell($0) })
    let block = Block.table(Table(columns: columns, rows: [row], wideness: .keepsColumns))
    let page = try #require(try pages([Section(.attachment, [block])]).first)
    let cells = try words.map { word in try #require(page.texts.first { $0.words == word }) }
    let gaps = zip(cells, cells.dropFirst()).map { $1.x - ($0.x + $0.text.width(at: $0.size)) }
    #expect(gaps.allSatisfy { $0 > 20 && abs($0 - gaps[0]) < 0.1 })
  }

  @Test("A title of several lines leaves no word alone on the last")
  func balancedTitle() throws {
    let setter = TextSetter(template: stages.template, fonts: stages.fonts)
    let width = setter.width("Dopłata paliwowa", .label) + 1
    let lines = setter.balancedLines("Dopłata paliwowa (zł)", .label, width: width)
    #expect(lines.map { String(decoding: $0.runs.flatMap(\.text), as: UTF8.self) } == ["Dopłata", "paliwowa (zł)"])
  }

  @Test("A short note after turned pages stays with them")
  func shortNote() throws {
    let pages = try pages([
      Section(.attachment, [table(columns: 14, rows: 40)]), Section(.notes, [.text("dziękujemy", .text)]),
    ])
    #expect(pages.last.map(isTurned) == true)
    #expect(pages.last?.texts.contains { $0.words == "dziękujemy" } == true)
  }

  @Test("A page isn't turned for a few rows: groups of their columns stand one under the other")
  func fewRows() throws {
    let pages = try pages([Section(.attachment, [table(columns: 14, rows: 3)])])
    #expect(pages.count == 1 && !isTurned(pages[0]))
    let heads = pages[0].texts.filter { $0.words == "Kolumna 0" }
    #expect(heads.count == 2)
  }

  @Test("Where a table is cut into groups of columns, a page shows all groups of the same rows")
  func groups() throws {
    let pages = try pages([Section(.attachment, [table(columns: 40, rows: 60)])])
    for page in pages {
      let rows = (1...39).map { column in
        Set(page.texts.compactMap { $0.words.hasPrefix("1000\(column)x") ? $0.words.split(separator: "x").last : nil })
      }
      #expect(Set(rows).count == 1)
    }
  }

  @Test("Decimal signs stand under one another, whatever the number of decimals")
  func decimals() throws {
    let figures = ["1,5", "12,25", "7", "1234,125"]
    let table = Table(
      columns: [Table.Column(Label("Nazwa"), width: .rest), Table.Column(Label("Ilość"), .decimal)],
      rows: figures.map { Table.Row([Table.Cell("rzecz"), Table.Cell($0)]) }, wideness: .keepsColumns)
    let page = try #require(try pages([Section(.attachment, [.table(table)])]).first)
    let signs = figures.compactMap { figure in
      page.texts.first { $0.words == figure }.map { text in
        let whole = String(figure.prefix { $0 != "," })
        return text.x + stages.fonts.shape(whole, .regular).width(at: text.size)
      }
    }
    #expect(signs.count == 4)
    #expect(signs.allSatisfy { abs($0 - signs[0]) < 0.2 })
  }

  @Test("A name keeps room for its longest word: secondary figures move under the row first")
  func names() throws {
    let figure = "123\u{A0}456\u{A0}789\u{A0}012,50"
    let columns =
      [Table.Column(Label("Lp.")), Table.Column(Label("Nazwa"), width: .rest)]
      + (1...7).map { Table.Column(Label("Kwota \($0)"), .trailing, isSecondary: $0 < 4) }
    let row = ["1", "Niezapominajkowatości polne"] + Array(repeating: figure, count: 7)
    let table = Table(columns: columns, rows: [Table.Row(row.map { Table.Cell($0) })])
    let page = try #require(try pages([Section(.lines, [.table(table)])]).first)
    let words = page.texts.map(\.words)
    #expect(words.contains { $0.hasPrefix("Niezapominajkowatości") })
    #expect(words.filter { $0 == figure.replacing("\u{A0}", with: " ") }.count == 7)
    #expect(words.contains("Kwota 7") && words.contains("Kwota 1"))
  }

  @Test("The running head names the document on every page but the first")
  func runningHead() throws {
    let text = Block.text((1...150).map { "zdanie \($0)" }.joined(separator: "\n"), .text)
    let pages = try pages([Section(.notes, [text])])
    #expect(pages.count > 2)
    #expect(
      pages.map { page in page.texts.contains { $0.words == "Faktura 1" } } == [false]
        + pages.dropFirst().map { _ in true })
  }
}
