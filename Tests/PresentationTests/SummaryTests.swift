import Findings
import InvoiceTemplate
import Presentation
import Testing

@Suite("Sums and what is to be paid")
struct SummaryTests {
  @Test("The summary names the rate that the lines carry")
  func rateOfLines() throws {
    let text = try Samples.text("<P_13_1>100</P_13_1><P_14_1>22</P_14_1><FaWiersz><P_12>22</P_12></FaWiersz>")
    #expect(text.contains("| 22 % | 100,00 | 22,00 | 122,00"))
  }

  @Test("The summary names both rates where lines carry both")
  func bothRates() throws {
    let lines = "<FaWiersz><P_12>23</P_12></FaWiersz><FaWiersz><P_12>22</P_12></FaWiersz>"
    #expect(try Samples.text("<P_13_1>2</P_13_1><P_14_1>0.45</P_14_1>\(lines)").contains("| 23 % i 22 % | 2,00"))
  }

  @Test("Without lines the rate follows from tax and net, or stays open")
  func rateOfAmounts() throws {
    #expect(try Samples.text("<P_13_1>100</P_13_1><P_14_1>23</P_14_1>").contains("| 23 % | 100,00"))
    #expect(try Samples.text("<P_13_2>1000</P_13_2><P_14_2>70.01</P_14_2>").contains("| 7 % | 1 000,00"))
    #expect(try Samples.text("<P_13_1>0.10</P_13_1><P_14_1>0.02</P_14_1>").contains("| 23 % lub 22 % | 0,10"))
    #expect(try Samples.text("<P_13_1>100</P_13_1><P_14_1>5</P_14_1>").contains("| 23 % lub 22 % | 100,00"))
  }

  @Test("No tax is invented for sales without tax")
  func noInventedZero() throws {
    let text = try Samples.text("<P_13_7>10</P_13_7><P_13_10>5</P_13_10>")
    #expect(text.contains("| Stawka | >Netto PLN | >Brutto PLN"))
    #expect(text.contains("| zw (zwolnione) | 10,00 | 10,00"))
    let mixed = try Samples.text("<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_13_10>5</P_13_10>")
    #expect(mixed.contains("| oo (odwrotne obciążenie) | 5,00 |  | 5,00"))
    #expect(mixed.contains("| Razem | 105,00 | 23,00 | 128,00  <total>"))
  }

  @Test("Sales of the margin scheme count as gross alone")
  func marginScheme() throws {
    let text = try Samples.text("<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_13_11>50</P_13_11>")
    #expect(text.contains("| marża |  |  | 50,00"))
    // The net amount of those sales isn't known, so that of all isn't.
    #expect(text.contains("| Razem |  | 23,00 | 173,00  <total>"))
  }

  @Test("A gross sum is left out where a tax isn't known")
  func unknownTax() throws {
    let text = try Samples.text("<P_13_5>100</P_13_5><P_13_7>10</P_13_7>")
    #expect(text.contains("| OSS (procedura szczególna) | 100,00 | \n"))
    #expect(text.contains("| Razem | 110,00 |   <total>"))
  }

  @Test("A paid invoice asks nobody to pay")
  func paid() throws {
    let text = try Samples.text(
      "<P_15>5</P_15><Platnosc><Zaplacono>1</Zaplacono><DataZaplaty>2026-01-27</DataZaplaty></Platnosc>")
    #expect(text.contains("*** Kwota należności ogółem: 5,00 PLN"))
    #expect(text.contains("Zapłacono dnia 27.01.2026"))
    #expect(!text.contains("Do zapłaty"))
  }

  @Test(
    "Each kind calls its total by its name",
    arguments: [
      ("VAT", "Do zapłaty"), ("UPR", "Do zapłaty"), ("ROZ", "Pozostało do zapłaty"),
      ("ZAL", "Otrzymana zapłata (zaliczka)"), ("KOR", "Korekta kwoty należności ogółem"),
      ("KOR_ROZ", "Korekta kwoty należności ogółem"), ("KOR_ZAL", "Korekta kwoty zapłaty (zaliczki)"),
    ])
  func totals(kind: String, title: String) throws {
    #expect(try Samples.text(kind: kind, "<P_15>12.5</P_15>").contains("*** \(title): 12,50 PLN"))
  }

  @Test("A settlement shows the total and what is due after it")
  func settlement() throws {
    let text = try Samples.text(
      """
      <P_15>100</P_15><Rozliczenie><Obciazenia><Kwota>7</Kwota><Powod>kaucja</Powod></Obciazenia>
      <SumaObciazen>7</SumaObciazen><DoZaplaty>107</DoZaplaty></Rozliczenie>
      """)
    #expect(
      text.contains(
        """
          | Rozliczenie… | >Kwota
          | Kwota należności ogółem | 100,00 PLN
          | Obciążenia  <group>
          | kaucja | 7,00 PLN
          | Suma obciążeń | 7,00 PLN  <total>
          *** Do zapłaty: 107,00 PLN
        """))
  }

  @Test("Payments made in parts stand under the words that say so, beside the total that they are part of")
  func partialPayments() throws {
    let payment = """
      <ZaplataCzesciowa><KwotaZaplatyCzesciowej>40</KwotaZaplatyCzesciowej>
      <DataZaplatyCzesciowej>2026-01-27</DataZaplatyCzesciowej></ZaplataCzesciowa>
      """
    let text = try Samples.text(
      "<P_15>100</P_15><Platnosc><ZnacznikZaplatyCzesciowej>1</ZnacznikZaplatyCzesciowej>\(payment)</Platnosc>")
    #expect(
      text.contains(
        """
          *** Kwota należności ogółem: 100,00 PLN
          Zapłacono w części  <strong>
          | Data zapłaty… | >Kwota
          | 27.01.2026 | 40,00 PLN
        """))
    let unsaid = try Samples.text("<P_15>100</P_15><Platnosc>\(payment)</Platnosc>")
    #expect(unsaid.contains("  # Zapłaty częściowe\n  | Data zapłaty…"))
  }

  @Test("Advance invoices known by one thing only are a list")
  func listOfAdvances() throws {
    let first = "<FakturaZaliczkowa><NrKSeFFaZaliczkowej>a</NrKSeFFaZaliczkowej></FakturaZaliczkowa>"
    let second = "<FakturaZaliczkowa><NrKSeFZN>1</NrKSeFZN><NrFaZaliczkowej>b</NrFaZaliczkowej></FakturaZaliczkowa>"
    #expect(try Samples.text(kind: "ROZ", first).contains("# Faktury zaliczkowe\n- Numer KSeF: a\n"))
    #expect(try Samples.text(kind: "ROZ", first + second).contains("|  | a\n| b | wystawiona poza KSeF"))
  }

  @Test("A correction for a period isn't called a rebate")
  func collectiveCorrection() throws {
    let text = try Samples.text(kind: "KOR", "<OkresFaKorygowanej>2026-01</OkresFaKorygowanej><P_15>-1</P_15>")
    #expect(!text.lowercased().contains("rabat"))
    #expect(text.contains("Okres, którego dotyczy korekta: 2026-01"))
    #expect(text.contains("Faktura korygująca zbiorcza 1"))
  }

  @Test("Words that the law gives in Polish stand in an English print too")
  func statutoryWords() throws {
    let fa = "<Adnotacje><P_18A>1</P_18A></Adnotacje>"
    let text = try Samples.text(fa, languages: [.english])
    #expect(text.contains("Split payment mechanism / Mechanizm podzielonej płatności"))
    #expect(try !Samples.text(fa).contains("Split payment"))
  }

  @Test("Sums too wide for half a page stand over both columns")
  func wideSums() throws {
    let wide = try Samples.text("<P_13_1>1234567890123456.78</P_13_1><P_14_1>234567890123456.78</P_14_1><P_15>1</P_15>")
    #expect(wide.contains("\n| Stawka |"))
    let narrow = try Samples.text("<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_15>123</P_15>")
    #expect(narrow.contains("\n  | Stawka |"))
  }

  @Test("Amounts of zero don't ask which rate it is")
  func rateOfNothing() throws {
    #expect(try Samples.text("<P_13_1>0</P_13_1><P_14_1>0.00</P_14_1>").contains("| podstawowa | 0,00 | 0,00"))
    #expect(try Samples.text("<P_13_2>0.00</P_13_2><P_14_2>0</P_14_2>").contains("| obniżona | 0,00 | 0,00"))
  }

  @Test("The tax in zloty is added up where all of it is known; tax of other countries has none")
  func taxInZloty() throws {
    let first = "<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_14_1W>97.75</P_14_1W>"
    let second = "<P_13_2>100</P_13_2><P_14_2>8</P_14_2>"
    let special = "<P_13_5>10</P_13_5><P_14_5>1.90</P_14_5>"
    #expect(try Samples.text("\(first)\(second)").contains("| Razem | 200,00 | 31,00 |  | 231,00  <total>"))
    let known = try Samples.text("\(first)\(second)<P_14_2W>34</P_14_2W>\(special)")
    #expect(known.contains("| Razem | 210,00 | 32,90 | 131,75 | 242,90  <total>"))
  }

  @Test("Heads of columns name the currency of their sums")
  func currencyOfSums() throws {
    let fa = "<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_14_1W>97.75</P_14_1W>"
    let text = try Samples.text(currency: "EUR", fa)
    #expect(text.contains("| Stawka | >Netto EUR | >VAT EUR | >VAT w PLN | >Brutto EUR"))
  }

  @Test("Amounts that can't be added are printed without a sum")
  func hostileAmounts() throws {
    let digits = String(repeating: "9", count: 60)
    let text = try Samples.text("<P_13_1>\(digits)</P_13_1><P_14_1>0.\(digits)</P_14_1><P_13_7>1</P_13_7>")
    #expect(text.contains("| Razem |"))
    #expect(text.contains("0,\(digits)"))
  }
}
