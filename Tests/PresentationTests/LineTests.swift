import FAInvoice
import Findings
import InvoiceTemplate
import Presentation
import Testing

@Suite("Lines")
struct LineTests {
  private func line(_ number: Int, _ rest: String) -> String {
    "<FaWiersz><NrWierszaFa>\(number)</NrWierszaFa>\(rest)</FaWiersz>"
  }

  private func table(_ fa: String, template: Template = .standard) throws -> Table {
    let presentation = Presentation(of: try Samples.invoice(kind: "KOR", fa), template: template, codes: nil)
    let section = try #require(presentation.sections.first { $0.name == .lines })
    guard case .table(let table) = try #require(section.blocks.first) else {
      throw NoTable()
    }
    return table
  }

  private struct NoTable: Error {}

  @Test("A column appears only where a line has something for it")
  func columns() throws {
    let plain = try table(line(1, "<P_7>a</P_7><P_11>5</P_11>"))
    #expect(plain.columns.map(\.title.lead) == ["Lp.", "Towar lub usługa", "Wartość netto"])
    let discounted = try table(line(1, "<P_7>a</P_7><P_11>5</P_11>") + line(2, "<P_7>b</P_7><P_10>1</P_10>"))
    #expect(discounted.columns.map(\.title.lead).contains("Rabat"))
    #expect(discounted.rows.allSatisfy { $0.cells.count == discounted.columns.count })
  }

  @Test("A field without a column is said under its line")
  func details() throws {
    let table = try table(line(1, "<P_7>a</P_7><GTU>GTU_06</GTU><P_12_Zal_15>1</P_12_Zal_15>"))
    #expect(table.rows[0].details.map(\.value) == ["GTU_06", "Towar lub usługa z załącznika nr 15"])
  }

  @Test("A date or exchange rate that all lines share is said once; one that a line lacks stands under the others")
  func sharedValues() throws {
    let rest = "<P_6A>2026-01-27</P_6A><KursWaluty>4.25</KursWaluty>"
    let shared = try Samples.text(line(1, "<P_7>a</P_7>\(rest)") + line(2, "<P_7>b</P_7>\(rest)"))
    #expect(shared.contains("  Data dostawy lub usługi: 27.01.2026"))
    #expect(shared.contains("Kurs waluty: 4,25"))
    #expect(!shared.contains("|   "))
    let partial = try Samples.text(line(1, "<P_7>a</P_7>\(rest)") + line(2, "<P_7>b</P_7>"))
    #expect(partial.contains("|   Data dostawy: 27.01.2026"))
    #expect(partial.contains("|   Kurs waluty: 4,25"))
  }

  @Test("A title of the template's own replaces the built-in one")
  func ownTitle() throws {
    var template = Template.standard
    let name = try #require(template.lineColumns.firstIndex { $0.field == .name })
    template.lineColumns[name].title = [.polish: "Pozycja"]
    #expect(try table(line(1, "<P_7>a</P_7>"), template: template).columns[1].title == Label("Pozycja"))
  }

  @Test("A note on a line stands under it; one on a line that isn't there stands among the notes")
  func notes() throws {
    let fa =
      "<DodatkowyOpis><NrWiersza>1</NrWiersza><Klucz>Seria</Klucz><Wartosc>S</Wartosc></DodatkowyOpis>"
      + "<DodatkowyOpis><NrWiersza>9</NrWiersza><Klucz>Partia</Klucz><Wartosc>P</Wartosc></DodatkowyOpis>"
      + line(1, "<P_7>a</P_7>")
    let text = try Samples.text(fa)
    #expect(text.contains("|   Seria: S"))
    #expect(text.contains("- Partia (wiersz 9): P"))
  }

  @Test("Ten thousand lines are all there")
  func manyLines() throws {
    let lines = (1...10_000).map { line($0, "<P_7>n\($0)</P_7><P_11>1.00</P_11><P_12>23</P_12>") }.joined()
    let table = try table(lines)
    #expect(table.rows.count == 10_000)
    #expect(table.rows[9_999].cells[1].text == "n10000")
  }
}
