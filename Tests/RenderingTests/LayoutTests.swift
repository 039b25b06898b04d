import Findings
import InvoiceRendering
import InvoiceTemplate
import Presentation
import Testing
import Typography

@testable import PageLayout

@Suite("Laying out content")
struct LayoutTests {
  private let stages: InvoiceRenderer.Stages

  init() throws { stages = try House.stages() }

  private func pages(_ blocks: [Block], codes: [Code] = []) throws -> [[String]] {
    let presentation = Presentation(
      languages: [.polish], title: "", author: "",
      head: Head(issuer: "Firma", issuerDetail: [], kind: Label("Faktura"), number: "1"),
      sections: [Section(.notes, blocks)], codes: codes, footer: Footer(left: "", centre: ""), findings: [])
    return try stages.layout.pages(of: presentation).map(texts)
  }

  private func texts(_ page: Page) -> [String] {
    page.items.compactMap { item in
      guard case .text(let text) = item else { return nil }
      return String(decoding: text.text.runs.flatMap(\.text), as: UTF8.self)
    }
  }

  private func filling(_ lines: Int) -> Block {
    .text((1...lines).map { "wiersz \($0)" }.joined(separator: "\n"), .text)
  }

  private func row(_ cells: [String], kind: Table.Row.Kind = .ordinary) -> Table.Row {
    Table.Row(cells.map { Table.Cell($0) }, kind: kind)
  }

  @Test("The words over a table never stand at a page's foot without it", arguments: 45...58)
  func caption(lines: Int) throws {
    let table = Table(columns: [Table.Column(Label("Kolumna"), width: .rest)], rows: [row(["komórka"])])
    let all = try pages([filling(lines), .facts([Field(nil, "fakt")]), .text("Podpis", .text), .table(table)])
    let page = try #require(all.first { $0.contains("Podpis") })
    #expect(page.contains("Kolumna") && page.contains("komórka"))
  }

  @Test(
    "A page that would hold little but the codes is saved where closer spacing saves it",
    arguments: ["fa3-kor", "fa3-roz", "fa3-eur", "fa3-split-payment"])
  func closerSpacing(sample: String) throws {
    let document = try House.document(sample)
    let presentation = Presentation(
      of: document, template: stages.template, wording: try stages.wording([.polish, .english]),
      codes: try House.codes(of: document, signatureLength: 256))
    #expect(try stages.layout.pages(of: presentation).count == 1)
  }

  @Test("Two languages of a table's head stand one under the other")
  func bilingualHead() throws {
    let table = Table(
      columns: [
        Table.Column(Label("Lp.", second: "No.")), Table.Column(Label("Nazwa", second: "Name"), width: .rest),
      ], rows: [row(["1", "a"])])
    let page = try #require(try pages([.table(table)]).first)
    #expect(["Lp.", "No.", "Nazwa", "Name"].allSatisfy(page.contains))
  }

  @Test("A sum's words run on over empty cells instead of breaking")
  func sum() throws {
    let columns =
      [Table.Column(Label("Opis"), width: .rest)] + (1...9).map { Table.Column(Label("Kwota \($0)"), .trailing) }
    let table = Table(
      columns: columns,
      rows: [
        row(["krótki"] + Array(repeating: "1 234 567,89", count: 9)),
        row(["Ogółem wartość usług dystrybucji"] + Array(repeating: "", count: 8) + ["9,00"], kind: .total),
      ])
    let page = try #require(try pages([.table(table)]).first)
    #expect(page.contains("Ogółem wartość usług dystrybucji"))
  }

  @Test("Columns of words that have no room stand under their rows, so that no figure breaks")
  func slimming() throws {
    let columns =
      [Table.Column(Label("Lp.")), Table.Column(Label("Nazwa"), width: .rest)]
      + ["CN", "PKWiU", "Jakość", "Jm."].map { Table.Column(Label($0)) }
      + (1...6).map { Table.Column(Label("Kwota \($0)"), .trailing) }
    let words = ["Konstantynopolitańczykowianeczka", "niezapominajkowatość", "średniowysokogatunkowy", "szt."]
    let figure = "12\u{A0}345\u{A0}678,90"
    let table = Table(
      columns: columns, rows: [row(["1", "Nazwa rzeczy"] + words + Array(repeating: figure, count: 6))])
    let page = try #require(try pages([.table(table)]).first)
    #expect(page.filter { $0 == "12 345 678,90" }.count == 6)
    #expect(words.allSatisfy(page.contains))
    #expect(page.contains("CN"))
  }

  @Test("A long link gets the room that a short one can spare")
  func linkRoom() throws {
    let codes = [("a", 100), ("b", 560)].map { name, length in
      Code(link: String(repeating: name, count: length), caption: "OFFLINE", purpose: Label("Sprawdź"))
    }
    let page = try #require(try pages([], codes: codes).first)
    let short = page.filter { $0.allSatisfy { $0 == "a" } }
    let long = page.filter { $0.allSatisfy { $0 == "b" } }
    #expect(short.joined().count == 100 && long.joined().count == 560)
    #expect(long[0].count > short[0].count)
  }
}
