import FAInvoice
import Findings
import InvoiceTemplate
import Presentation
import Testing

@Suite("Nothing is said that the document doesn't bear out")
struct TruthTests {
  // MARK: - Lines before and after a correction

  private func line(_ number: Int, _ rest: String, before: Bool = false) -> String {
    "<FaWiersz><NrWierszaFa>\(number)</NrWierszaFa>\(rest)\(before ? "<StanPrzed>1</StanPrzed>" : "")</FaWiersz>"
  }

  @Test("Quantities and prices of different units have no difference; amounts have")
  func differentUnits() throws {
    let text = try Samples.text(
      kind: "KOR",
      line(1, "<P_7>a</P_7><P_8A>kg</P_8A><P_8B>1</P_8B><P_9A>10</P_9A><P_11>10</P_11>", before: true)
        + line(1, "<P_7>a</P_7><P_8A>g</P_8A><P_8B>900</P_8B><P_9A>0.01</P_9A><P_11>9</P_11>"))
    #expect(text.contains("| różnica |  |  |  | -1,00"))
    #expect(!text.contains("899"))
    #expect(!text.contains("-9,99"))
  }

  @Test("Lines of one number whose identifiers belong to others aren't taken for one item")
  func identifiersElsewhere() throws {
    let text = try Samples.text(
      kind: "KOR",
      line(1, "<UU_ID>x</UU_ID><P_7>a</P_7><P_11>1</P_11>", before: true)
        + line(2, "<UU_ID>y</UU_ID><P_7>b</P_7><P_11>20</P_11>", before: true)
        + line(3, "<UU_ID>z</UU_ID><P_7>c</P_7><P_11>300</P_11>", before: true)
        + line(1, "<UU_ID>x</UU_ID><P_7>a</P_7><P_11>1</P_11>")
        + line(2, "<UU_ID>z</UU_ID><P_7>c</P_7><P_11>305</P_11>"))
    #expect(text.contains("| różnica | 5,00"))
    #expect(!text.contains("285,00"))
  }

  @Test("Lines of one number whose names belong to others aren't taken for one item")
  func namesElsewhere() throws {
    let text = try Samples.text(
      kind: "KOR",
      line(1, "<P_7>a</P_7><P_11>1</P_11>", before: true) + line(2, "<P_7>b</P_7><P_11>20</P_11>", before: true)
        + line(3, "<P_7>c</P_7><P_11>300</P_11>", before: true) + line(1, "<P_7>a</P_7><P_11>2</P_11>")
        + line(2, "<P_7>c</P_7><P_11>305</P_11>"))
    #expect(text.contains("| różnica | 1,00"))
    #expect(!text.contains("285,00"))
    #expect(text.ranges(of: "przed korektą").count == 3)
    #expect(text.ranges(of: "po korekcie").count == 2)
  }

  @Test("A line that now has the name of another, unchanged one is still the same item")
  func renamed() throws {
    let text = try Samples.text(
      kind: "KOR",
      line(1, "<P_7>a</P_7><P_11>1</P_11>", before: true) + line(1, "<P_7>b</P_7><P_11>3</P_11>")
        + line(2, "<P_7>b</P_7><P_11>5</P_11>", before: true) + line(2, "<P_7>b</P_7><P_11>9</P_11>"))
    #expect(text.contains("| różnica | 2,00"))
    #expect(text.contains("| różnica | 4,00"))
  }

  @Test("Lines without a number say no state that they don't have")
  func noNumbers() throws {
    let text = try Samples.text(
      kind: "KOR",
      "<FaWiersz><P_7>a</P_7><StanPrzed>1</StanPrzed></FaWiersz><FaWiersz><P_7>b</P_7></FaWiersz>")
    #expect(text.contains("przed korektą"))
    #expect(!text.contains("po korekcie"))
  }

  // MARK: - Totals

  @Test("Nothing is computed for a document that corrects nothing", arguments: ["VAT", "ZAL", "ROZ", "UPR"])
  func noCorrection(kind: String) throws {
    let text = try Samples.text(kind: kind, "<P_15>5</P_15><P_15ZK>20</P_15ZK>")
    #expect(!text.contains("wyliczono"))
    #expect(!text.contains("25,00"))
    #expect(text.contains("20,00"))
  }

  @Test("A rate of exchange that is given isn't said to be computed")
  func givenRate() throws {
    let text = try Samples.text(
      kind: "KOR_ZAL", currency: "EUR", "<KursWalutyZ>4.31</KursWalutyZ><P_15>1</P_15><KursWalutyZK>4.3</KursWalutyZK>")
    #expect(text.contains("| po korekcie | 4,31"))
    #expect(!text.contains("wyliczono"))
  }

  @Test("Charges and deductions without their result make no total an amount due")
  func unfinishedSettlement() throws {
    let fa = "<P_15>100</P_15><Rozliczenie><Odliczenia><Kwota>30</Kwota></Odliczenia></Rozliczenie>"
    let text = try Samples.text(fa)
    #expect(text.contains("*** Kwota należności ogółem: 100,00 PLN"))
    #expect(!text.contains("Do zapłaty"))
  }

  @Test("A settlement invoice that documents payments, too, names no amount that remains")
  func settlementWithPayments() throws {
    let fa = "<P_15>100</P_15><ZaliczkaCzesciowa><P_15Z>30</P_15Z></ZaliczkaCzesciowa>"
    let text = try Samples.text(kind: "ROZ", fa)
    #expect(text.contains("*** Kwota należności ogółem: 100,00 PLN"))
    #expect(!text.contains("Pozostało"))
  }

  @Test("What was paid too much doesn't read as a demand")
  func overpaid() throws {
    let text = try Samples.text("<P_15>1</P_15><Rozliczenie><DoRozliczenia>7</DoRozliczenia></Rozliczenie>")
    #expect(text.contains("*** Nadpłata do rozliczenia lub zwrotu: 7,00 PLN"))
  }

  @Test("Payments in parts of a correction are said to be corrections")
  func correctedPayments() throws {
    let fa = "<ZaliczkaCzesciowa><P_6Z>2026-01-02</P_6Z><P_15Z>-5</P_15Z></ZaliczkaCzesciowa>"
    #expect(try Samples.text(kind: "KOR_ZAL", fa).contains(">Korekta kwoty zapłaty (zaliczki)\n"))
    #expect(try !Samples.text(kind: "ZAL", fa).contains("Korekta"))
  }

  // MARK: - VAT

  @Test(
    "A rate is told from tax and net only where no other can be meant",
    arguments: [
      ("<P_13_1>1.00</P_13_1><P_14_1>0.22</P_14_1>", "| 23 % lub 22 % | 1,00"),
      ("<P_13_1>-0.50</P_13_1><P_14_1>-0.11</P_14_1>", "| 23 % lub 22 % | -0,50"),
      ("<P_13_2>0.80</P_13_2><P_14_2>0.06</P_14_2>", "| 8 % lub 7 % | 0,80"),
      ("<P_13_4>0.25</P_13_4><P_14_4>0.01</P_14_4>", "| 4 % lub 3 % (ryczałt dla taksówek) | 0,25"),
      // A thousand at one rate and ten at another.
      ("<P_13_1>1010</P_13_1><P_14_1>232.20</P_14_1>", "| 23 % lub 22 % | 1 010,00"),
      ("<P_13_1>100</P_13_1><P_14_1>22</P_14_1>", "| 22 % | 100,00"),
      ("<P_13_1>-100</P_13_1><P_14_1>-23.01</P_14_1>", "| 23 % | -100,00"),
    ])
  func inferredRate(fa: String, row: String) throws { #expect(try Samples.text(fa).contains(row)) }

  @Test("Lines that name no rate may each have been rounded")
  func roundedLines() throws {
    let lines = (1...40).map { line($0, "<P_11>1</P_11>") }.joined()
    let sums = { (tax: String) in "<P_13_1>1000</P_13_1><P_14_1>\(tax)</P_14_1>\(lines)" }
    #expect(try Samples.text(sums("230.39")).contains("| 23 % | 1 000,00"))
    #expect(try Samples.text(sums("230.41")).contains("| 23 % lub 22 % | 1 000,00"))
  }

  @Test("The tax of several corrected invoices may have been rounded for each")
  func roundedInvoices() throws {
    let invoices = String(repeating: "<DaneFaKorygowanej><NrKSeFN>1</NrKSeFN></DaneFaKorygowanej>", count: 3)
    let text = try Samples.text(kind: "KOR", "\(invoices)<P_13_1>-3</P_13_1><P_14_1>-0.66</P_14_1>")
    #expect(text.contains("| 23 % lub 22 % | -3,00"))
  }

  @Test("Where the lines name one rate and the figures another, both stand there")
  func linesAgainstFigures() throws {
    let text = try Samples.text("<P_13_1>100</P_13_1><P_14_1>22</P_14_1>\(line(1, "<P_12>23</P_12>"))")
    #expect(text.contains("| 23 % lub 22 % | 100,00"))
  }

  @Test(
    "The tax in zloty counts where the tax in the invoice's currency is none, as when a rate of exchange is corrected")
  func zlotyAlone() throws {
    let text = try Samples.text(
      kind: "KOR", currency: "EUR",
      "<P_13_1>0</P_13_1><P_14_1>0</P_14_1><P_14_1W>12.34</P_14_1W>"
        + "<P_13_2>100</P_13_2><P_14_2>8</P_14_2><P_14_2W>34</P_14_2W>")
    #expect(text.contains("| Razem | 100,00 | 8,00 | 46,34 | 108,00  <total>"))
  }
}
