import FAInvoice
import InvoiceTemplate
import Presentation
import Testing

@Suite("Lines before and after a correction")
struct CorrectedLineTests {
  private func line(_ number: Int, _ rest: String, before: Bool = false) -> String {
    "<FaWiersz><NrWierszaFa>\(number)</NrWierszaFa>\(rest)\(before ? "<StanPrzed>1</StanPrzed>" : "")</FaWiersz>"
  }

  private func table(_ fa: String, template: Template = .standard) throws -> Table {
    let presentation = Presentation(of: try Samples.invoice(kind: "KOR", fa), template: template, codes: nil)
    let blocks = presentation.sections.first { $0.name == .lines }?.blocks ?? []
    return try #require(
      blocks.lazy.compactMap { block -> Table? in
        guard case .table(let table) = block else { return nil }
        return table
      }.first)
  }

  private func rows(_ table: Table) -> [String] {
    table.rows.map { $0.cells.map(\.text).joined(separator: "|").replacing("\u{A0}", with: " ") }
  }

  @Test("An item is named once, its figures stand under one another, and their differences are exact")
  func pair() throws {
    let common = "<P_7>Kreda</P_7><P_8A>op.</P_8A>"
    let table = try table(
      line(1, "\(common)<P_8B>12</P_8B><P_9A>0.10</P_9A><P_11>1.20</P_11><P_12>23</P_12>", before: true)
        + line(1, "\(common)<P_8B>9.5</P_8B><P_9A>0.105</P_9A><P_11>1.00</P_11><P_12>23</P_12>"))
    #expect(
      rows(table) == [
        "1|Kreda||op.||23 %|", "|przed korektą|12||0,10||1,20", "|po korekcie|9,5||0,105||1,00",
        "|różnica|-2,5||0,005||-0,20",
      ])
    #expect(table.rows.map(\.kind) == [.item, .before, .ordinary, .difference])
    #expect(table.rows.map(\.joinsNext) == [true, true, true, false])
  }

  @Test("What differs in words is said of both states")
  func changedWords() throws {
    let table = try table(
      line(1, "<P_7>Kreda</P_7><PKWiU>1</PKWiU><P_8A>op.</P_8A><P_11>5</P_11><P_12>23</P_12>", before: true)
        + line(1, "<P_7>Kreda biała</P_7><PKWiU>2</PKWiU><P_8A>szt.</P_8A><P_11>5</P_11><P_12>8</P_12>"))
    #expect(
      rows(table) == [
        "1|Kreda biała||||", "|przed korektą|1|op.|23 %|5,00", "|po korekcie|2|szt.|8 %|5,00", "|różnica||||0,00",
      ])
    #expect(table.rows[0].details == [Field(Label("Towar lub usługa przed korektą"), "Kreda", role: .small)])
  }

  @Test("No difference is made up where one state has no number")
  func missingFigures() throws {
    let table = try table(
      line(1, "<P_7>a</P_7><P_8B>2</P_8B><P_11>5</P_11>", before: true) + line(1, "<P_7>a</P_7><P_8B>0</P_8B>"))
    #expect(rows(table) == ["1|a||", "|przed korektą|2|5,00", "|po korekcie|0|", "|różnica|-2|"])
    let words = try self.table(
      line(1, "<P_7>a</P_7><P_11>x</P_11>", before: true) + line(1, "<P_7>a</P_7><P_11>5</P_11>"))
    #expect(rows(words) == ["1|a|", "|przed korektą|x", "|po korekcie|5,00"])
  }

  @Test("What stands under an item is said once where both states agree, else of each")
  func details() throws {
    let table = try table(
      line(1, "<UU_ID>u</UU_ID><P_7>a</P_7><P_11>1</P_11><GTU>GTU_01</GTU><Procedura>TT_D</Procedura>", before: true)
        + line(1, "<UU_ID>u</UU_ID><P_7>a</P_7><P_11>2</P_11><GTU>GTU_02</GTU><P_12_Zal_15>1</P_12_Zal_15>")
        + "<DodatkowyOpis><NrWiersza>1</NrWiersza><Klucz>Seria</Klucz><Wartosc>S</Wartosc></DodatkowyOpis>")
    #expect(
      table.rows[0].details.map { "\($0.label?.lead ?? "-"): \($0.value)" } == [
        "przed korektą: GTU_01", "po korekcie: GTU_02", "Procedura przed korektą: TT_D", "ID wiersza: u",
        "po korekcie: Towar lub usługa z załącznika nr 15", "Seria: S",
      ])
    #expect(table.rows.dropFirst().allSatisfy { $0.details.isEmpty })
  }

  @Test("An item that nothing changed on is said to be unchanged")
  func unchanged() throws {
    let table = try table(line(1, "<P_7>a</P_7>", before: true) + line(1, "<P_7>a</P_7>"))
    #expect(rows(table) == ["1|a"])
    #expect(table.rows[0].details.map(\.value) == ["bez zmian"])
    #expect(table.rows[0].kind == .ordinary && !table.rows[0].joinsNext)
  }

  @Test("States that are numbered apart belong together by their unique identifier")
  func numberedApart() throws {
    let table = try table(
      line(1, "<UU_ID>x</UU_ID><P_7>a</P_7><P_11>5</P_11>", before: true) + line(2, "<P_7>b</P_7><P_11>9</P_11>")
        + line(3, "<UU_ID>x</UU_ID><P_7>a</P_7><P_11>4</P_11>"))
    #expect(
      rows(table) == ["|a|", "1|przed korektą|5,00", "3|po korekcie|4,00", "|różnica|-1,00", "2|b|9,00"])
  }

  @Test("States that can't be paired without a guess stay as they are written")
  func unclear() throws {
    let table = try table(
      line(1, "<P_7>a</P_7>", before: true) + line(2, "<P_7>b</P_7>") + line(1, "<P_7>c</P_7>")
        + line(1, "<P_7>d</P_7>") + line(3, "<P_7>e</P_7>", before: true))
    #expect(rows(table) == ["1|a", "1|c", "1|d", "2|b", "3|e"])
    #expect(
      table.rows.map { $0.details.map(\.value) } == [
        ["przed korektą"], ["po korekcie"], ["po korekcie"], [], ["przed korektą"],
      ])
    #expect(table.rows.map(\.kind) == [.before, .ordinary, .ordinary, .ordinary, .before])
  }

  @Test("Lines that share a number without a state before keep their order")
  func sameNumbers() throws {
    let table = try table(line(1, "<P_7>a</P_7>") + line(2, "<P_7>b</P_7>") + line(1, "<P_7>c</P_7>"))
    #expect(table.rows.map { $0.cells[1].text } == ["a", "b", "c"])
  }

  @Test("A template without a column for the name says the states under the figures")
  func withoutNameColumn() throws {
    var template = Template.standard
    template.lineColumns.removeAll { $0.field == .name }
    let table = try table(
      line(1, "<P_7>a</P_7><P_11>5</P_11>", before: true) + line(1, "<P_7>b</P_7><P_11>6</P_11>"), template: template)
    #expect(rows(table) == ["1|", "|5,00", "|6,00", "|1,00"])
    #expect(
      table.rows.map { $0.details.map(\.value) } == [["a", "b"], ["przed korektą"], ["po korekcie"], ["różnica"]])
  }

  @Test("Lines of an order are brought together as those of an invoice are")
  func order() throws {
    let line = { (amount: String, state: String) in
      "<ZamowienieWiersz><NrWierszaZam>1</NrWierszaZam><P_7Z>a</P_7Z><P_11NettoZ>\(amount)</P_11NettoZ>\(state)"
        + "</ZamowienieWiersz>"
    }
    let text = try Samples.text(
      kind: "KOR_ZAL",
      "<Zamowienie><WartoscZamowienia>8</WartoscZamowienia>\(line("9", "<StanPrzedZ>1</StanPrzedZ>"))\(line("8", ""))"
        + "</Zamowienie>")
    #expect(text.contains("|  | różnica | -1,00  <difference>"))
    #expect(text.contains("Wartość zamówienia lub umowy brutto: 8,00 PLN"))
  }

  @Test("Five thousand items before and after are all there")
  func manyPairs() throws {
    let lines = (1...5_000).flatMap { number in
      [line(number, "<P_7>n</P_7><P_11>3</P_11>", before: true), line(number, "<P_7>n</P_7><P_11>2</P_11>")]
    }
    let table = try table(lines.joined())
    #expect(table.rows.count == 20_000)
    #expect(rows(table).filter { $0 == "|różnica|-1,00" }.count == 5_000)
  }
}
