import FAInvoice
import InvoiceTemplate
import KSeFIdentifiers
import Testing

@testable import Presentation

@Suite("The payment code")
struct TransferTests {
  private static let number = "46999999990000000000000007"

  private func text(name: String, grosze: Int, title: String) throws -> String {
    TransferOrder(
      recipient: try #require(NIP("9999999999")), name: name, account: try #require(PolishAccount(Self.number)),
      grosze: grosze, title: title
    ).text
  }

  @Test(
    "Known answers",
    arguments: [
      ("Firma", 123, "FV/1", "9999999999|PL|46999999990000000000000007|000123|Firma|FV/1|||"),
      ("Firma", 999_999, "FV/1", "9999999999|PL|46999999990000000000000007|999999|Firma|FV/1|||"),
      // 20 and 32 characters, letters counted and not bytes.
      (
        "Zażółć Gęślą Jaźń Spółka", 1, String(repeating: "1234567890", count: 4),
        "9999999999|PL|46999999990000000000000007|000001|Zażółć Gęślą Jaźń Sp|12345678901234567890123456789012|||"
      ),
      // The bar parts the fields; a line feed and a sign of no transfer can't stand there either.
      ("A|B\n„C”", 5, "x|||y", "9999999999|PL|46999999990000000000000007|000005|A B C|x y|||"),
    ])
  func known(name: String, grosze: Int, title: String, answer: String) throws {
    let text = try text(name: name, grosze: grosze, title: title)
    #expect(text == answer)
    #expect(text.count <= 160)
    #expect(text.filter { $0 == "|" }.count == 8)
  }

  @Test("An account is held with or without PL, spaces and dashes")
  func account() {
    for text in [
      Self.number, "PL\(Self.number)", "46 9999 9999 0000 0000 0000 0007", "PL46-9999-9999-0000000000000007",
    ] {
      #expect(PolishAccount(text)?.digits == Self.number, "\(text)")
    }
  }

  @Test(
    "What is no Polish account, or is mistyped",
    arguments: [
      "47999999990000000000000007", "46999999990000000000000070", "4699999999000000000000007", "", "PL",
      "DE89370400440532013000", "46999999990000000000000O07",
    ])
  func noAccount(text: String) { #expect(PolishAccount(text) == nil) }

  private static let transfer =
    "<FormaPlatnosci>6</FormaPlatnosci><RachunekBankowy><NrRB>\(number)</NrRB></RachunekBankowy>"

  private func said(
    _ fa: String, kind: String = "VAT", currency: String = "PLN", around others: String = ""
  ) throws -> String {
    var template = Template.standard
    template.showsPaymentCode = true
    let xml = """
      <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
      <Podmiot1><DaneIdentyfikacyjne><NIP>9999999999</NIP><Nazwa>Sprzedawca</Nazwa></DaneIdentyfikacyjne></Podmiot1>
      <Fa><KodWaluty>\(currency)</KodWaluty><P_2>1</P_2><RodzajFaktury>\(kind)</RodzajFaktury>\(fa)</Fa>\(others)</Faktura>
      """
    let document = try FADocument.read(Array(xml.utf8), fileName: "test.xml")
    return Presentation(of: document, template: template, codes: nil).plainText
  }

  @Test("An open amount to be transferred gets a code, with the amount beside it")
  func plain() throws {
    let text = try said("<P_15>123.4</P_15><Platnosc>\(Self.transfer)</Platnosc>")
    #expect(text.contains("|012340|Sprzedawca|1|||"))
    #expect(text.contains("Zapłać z aplikacji banku: 123,40 PLN"))
  }

  @Test("What the settlement says is to be paid, not the total")
  func settlement() throws {
    let text = try said(
      "<P_15>100</P_15><Platnosc>\(Self.transfer)</Platnosc><Rozliczenie><DoZaplaty>80.05</DoZaplaty></Rozliczenie>")
    #expect(text.contains("|008005|"))
  }

  @Test(
    "Where there is a doubt there is no code, and a finding",
    arguments: [
      ("<P_15>1</P_15><Platnosc><Zaplacono>1</Zaplacono>%</Platnosc>", "VAT"),
      ("<P_15>1</P_15><Platnosc><ZnacznikZaplatyCzesciowej>1</ZnacznikZaplatyCzesciowej>%</Platnosc>", "VAT"),
      ("<P_15>1</P_15><Platnosc><ZnacznikZaplatyCzesciowej>2</ZnacznikZaplatyCzesciowej>%</Platnosc>", "VAT"),
      ("<P_15>1</P_15><Platnosc>%<ZaplataCzesciowa/></Platnosc>", "VAT"),
      ("<P_15>0.00</P_15><Platnosc>%</Platnosc>", "VAT"), ("<P_15>-1</P_15><Platnosc>%</Platnosc>", "VAT"),
      ("<P_15>1.001</P_15><Platnosc>%</Platnosc>", "VAT"), ("<P_15>10000</P_15><Platnosc>%</Platnosc>", "VAT"),
      ("<P_15>1</P_15><Platnosc>%</Platnosc>", "KOR"), ("<P_15>1</P_15><Platnosc>%</Platnosc>", "ZAL"),
      ("<P_15>1</P_15><Platnosc>%</Platnosc><Rozliczenie><DoRozliczenia>1</DoRozliczenia></Rozliczenie>", "VAT"),
      ("<P_15>1</P_15><Adnotacje><P_18A>1</P_18A></Adnotacje><Platnosc>%</Platnosc>", "VAT"),
      ("<P_15>1</P_15><Platnosc><FormaPlatnosci>1</FormaPlatnosci>%</Platnosc>", "VAT"),
      ("<P_15>1</P_15><Platnosc>%<RachunekBankowyFaktora/></Platnosc>", "VAT"),
      ("<P_15>1</P_15><Platnosc>%<RachunekBankowy><NrRB>1</NrRB></RachunekBankowy></Platnosc>", "VAT"),
      ("<P_15>1</P_15><Platnosc><FormaPlatnosci>6</FormaPlatnosci></Platnosc>", "VAT"),
      ("<P_15>1</P_15><Platnosc><RachunekBankowy><NrRB>1</NrRB></RachunekBankowy></Platnosc>", "VAT"),
      ("<P_15>1</P_15>", "VAT"),
      ("<P_15>1</P_15><ZaliczkaCzesciowa><P_15Z>0.50</P_15Z></ZaliczkaCzesciowa><Platnosc>%</Platnosc>", "ROZ"),
      ("<P_15>1</P_15><Platnosc>%</Platnosc><Rozliczenie><SumaOdliczen>1</SumaOdliczen></Rozliczenie>", "VAT"),
    ])
  func none(xml: String, kind: String) throws {
    let text = try said(xml.replacing("%", with: Self.transfer), kind: kind)
    #expect(!text.contains("[payment code]"))
    #expect(text.contains("finding: payment.code-left-out"))
  }

  @Test("A factor, a bailiff or an enforcement authority may be the one to be paid")
  func otherRecipient() throws {
    let fa = "<P_15>1</P_15><Platnosc>\(Self.transfer)</Platnosc>"
    for other in ["<Podmiot3><Rola>1</Rola></Podmiot3>", "<PodmiotUpowazniony><RolaPU>2</RolaPU></PodmiotUpowazniony>"]
    {
      #expect(try !said(fa, around: other).contains("[payment code]"), "\(other)")
    }
    #expect(try said(fa, around: "<Podmiot3><Rola>2</Rola></Podmiot3>").contains("[payment code]"))
  }

  @Test("Marks piled on letters don't make a field longer than it may be")
  func piledMarks() throws {
    let text = try text(name: "e" + String(repeating: "\u{301}", count: 500) + "x", grosze: 1, title: "1")
    #expect(text.unicodeScalars.count <= 160)
  }

  @Test("Zloty only")
  func euro() throws {
    #expect(
      try !said("<P_15>1</P_15><Platnosc>\(Self.transfer)</Platnosc>", currency: "EUR").contains("[payment code]"))
  }

  @Test("A template that doesn't ask gets neither code nor finding")
  func off() throws {
    let text = try Samples.text("<P_15>1</P_15><Platnosc>\(Self.transfer)</Platnosc>")
    #expect(!text.contains("payment"))
  }
}
