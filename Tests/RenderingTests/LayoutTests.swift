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

  @Test("A short list never ends a page before the table that it introduces", arguments: 40...56)
  func introduction(lines: Int) throws {
    let table = Table(columns: [Table.Column(Label("Kolumna"), width: .rest)], rows: [row(["komórka"])])
    let list = Block.list([Field(Label("Miejsce"), "Przykładowo"), Field(Label("Taryfa"), "P11")])
    for blocks in [[list, .table(table)], [list, .text("Podpis", .text), .table(table)]] {
      let all = try pages([filling(lines)] + blocks)
      let page = try #require(all.first { $0.contains("Taryfa") })
      #expect(page.contains("Miejsce") && page.contains("Kolumna") && page.contains("komórka"))
    }
  }

  @Test("Where codes need a page of their own, the sums go with them", arguments: [62, 64])
  func companionOfCodes(lines: Int) throws {
    let presentation = Presentation(
      languages: [.polish], title: "", author: "",
      head: Head(issuer: "Firma", issuerDetail: [], kind: Label("Faktura"), number: "1"),
      sections: [
        Section(.lines, [filling(lines)]), Section(.summary, [.amountDue(label: Label("Do zapłaty"), amount: "1,00")]),
        Section(.notes, [.text("Uwaga", .small)]),
      ],
      codes: [Code(link: "https://qr.example/1", caption: "OFFLINE", purpose: Label("Sprawdź"))],
      footer: Footer(left: "", centre: ""), findings: [])
    let all = try stages.layout.pages(of: presentation).map(texts)
    #expect(all.count == 2)
    let last = try #require(all.last)
    #expect(last.contains("OFFLINE") && last.contains("Do zapłaty") && last.contains("Uwaga"))
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

  @Test(
    "Where closer spacing doesn't save the page, closer lines do", arguments: ["fa3-kor-parties", "fa3-kor-zal"])
  func closerLines(sample: String) throws {
    let document = try House.document(sample)
    let presentation = Presentation(
      of: document, template: stages.template, wording: try stages.wording([.polish]),
      codes: try House.codes(of: document))
    #expect(try stages.layout.pages(of: presentation).count == 1)
  }

  /// An item before and after a correction, as the presentation says it.
  private func item(_ number: Int) -> [Table.Row] {
    var rows = [
      row(["Lusterko numer \(number), dłuższe niż jego kolumna", "", ""], kind: .item),
      row(["przed \(number)", "1,00", "10"], kind: .before), row(["po \(number)", "2,00", "20"]),
      row(["różnica \(number)", "1,00", "10"], kind: .difference),
    ]
    for index in rows.indices.dropLast() { rows[index].joinsNext = true }
    return rows
  }

  private func corrected(_ items: Int) -> Block {
    let columns =
      [Table.Column(Label("Nazwa"), width: .rest)] + ["Kwota", "Ilość"].map { Table.Column(Label($0), .trailing) }
    return .table(Table(columns: columns, rows: (1...items).flatMap(item)))
  }

  @Test("What a correction says of an item stays on one page, in the order before, after, difference")
  func correctedItem() throws {
    for page in try pages([corrected(60)]) {
      let states = page.filter { $0.hasPrefix("przed") || $0.hasPrefix("po ") || $0.hasPrefix("różnica") }
      let numbers = states.filter { $0.hasPrefix("przed") }.compactMap { $0.split(separator: " ").last }
      #expect(states == numbers.flatMap { ["przed \($0)", "po \($0)", "różnica \($0)"] })
      #expect(numbers.allSatisfy { page.contains("Lusterko numer \($0), dłuższe niż jego kolumna") })
    }
  }

  @Test("No rule parts the rows of an item, one closes them")
  func rulesOfItems() throws {
    let presentation = Presentation(
      languages: [.polish], title: "", author: "",
      head: Head(issuer: "Firma", issuerDetail: [], kind: Label("Faktura"), number: "1"),
      sections: [Section(.notes, [corrected(3)])], codes: [], footer: Footer(left: "", centre: ""), findings: [])
    let items = try stages.layout.pages(of: presentation).flatMap(\.items)
    let differences = items.compactMap { item -> Double? in
      guard case .text(let text) = item, text.words.hasPrefix("różnica") else { return nil }
      return text.baseline
    }
    let first = try #require(
      items.firstIndex { item in
        guard case .text(let text) = item else { return false }
        return text.words == "przed 1"
      })
    let rules = items[first...].compactMap { item -> Double? in
      guard case .rule(_, let y, _, _) = item, y <= (differences.last ?? 0) + 20 else { return nil }
      return y
    }
    #expect(rules.count == 3)
    #expect(zip(rules, differences).allSatisfy { $0 > $1 })
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
