import FAInvoice
import InvoiceTemplate
import Presentation
import Testing

@Suite("Parties and totals before and after a correction")
struct CorrectedPartyTests {
  private func identity(_ number: String, _ name: String) -> String {
    "<DaneIdentyfikacyjne>\(number)<Nazwa>\(name)</Nazwa></DaneIdentyfikacyjne>"
  }

  private func address(_ line: String) -> String {
    "<Adres><KodKraju>PL</KodKraju><AdresL1>\(line)</AdresL1></Adres>"
  }

  private func key(_ identifier: String) -> String { "<IDNabywcy>\(identifier)</IDNabywcy>" }

  private let one = "<NIP>1111111111</NIP>"
  private let two = "<NIP>9999999999</NIP>"
  private let nobody = "<BrakID>1</BrakID>"

  private func text(_ former: String, now: String) throws -> String {
    try Samples.text(kind: "KOR", former, around: now)
  }

  @Test("The seller before stands beside the seller now, what is the same is said once")
  func seller() throws {
    let former = "<Podmiot1K>\(identity(two, "Sprzedawczyk"))\(address("Rynek 1"))</Podmiot1K>"
    let text = try text(former, now: "")
    #expect(
      text.contains(
        """
        | Sprzedawca | Przed korektą… | Po korekcie…
        | Nazwa | Sprzedawczyk | Sprzedawca
        | Adres | Rynek 1, Polska | –
        | NIP | 9999999999 | bez zmian  <unchanged>
        """))
  }

  @Test("The key brings a former buyer together with whoever bears it, in whatever role")
  func keys() throws {
    let former =
      "<Podmiot2K>\(identity(one, "x"))\(key("2"))</Podmiot2K><Podmiot2K>\(identity(two, "y"))\(key("1"))</Podmiot2K>"
      + "<Podmiot2K>\(identity(two, "z"))\(key("7"))</Podmiot2K>"
    let now =
      "<Podmiot2>\(identity(two, "Y"))\(key("1"))</Podmiot2>"
      + "<Podmiot3>\(key("2"))\(identity(one, "X"))<Rola>2</Rola></Podmiot3>"
    let text = try text(former, now: now)
    #expect(text.contains("| Odbiorca  <group>\n| Nazwa | x | X"))
    #expect(text.contains("| Nabywca  <group>\n| Nazwa | y | Y"))
    #expect(text.contains("| Identyfikator nabywcy | 2 | bez zmian  <unchanged>"))
    #expect(text.contains("  # Nabywca przed korektą\n  z  <name>\n  NIP: 9999999999   Identyfikator nabywcy: 7"))
  }

  @Test("A key that occurs twice, before or now, says nothing of who is who")
  func repeatedKey() throws {
    let former = "<Podmiot2K>\(identity(one, "x"))\(key("1"))</Podmiot2K>"
    let other = "<Podmiot2K>\(identity(two, "y"))\(key("1"))</Podmiot2K>"
    let buyer = "<Podmiot2>\(identity(one, "X"))\(key("1"))</Podmiot2>"
    let third = "<Podmiot3>\(key("1"))\(identity(two, "Y"))<Rola>4</Rola></Podmiot3>"
    for (before, now) in [(former + other, buyer), (former, buyer + third), (former + other, buyer + third)] {
      let text = try text(before, now: now)
      #expect(!text.contains("Po korekcie"))
      #expect(text.contains("# Nabywca przed korektą"))
    }
  }

  @Test("A tax number that two former buyers share says nothing of who is who")
  func repeatedNumber() throws {
    let former = "<Podmiot2K>\(identity(one, "x"))</Podmiot2K>"
    let text = try text(former + former, now: "<Podmiot2>\(identity(one, "X"))</Podmiot2>")
    #expect(!text.contains("Po korekcie"))
  }

  @Test("A former buyer with a key that nobody bears may have been the buyer, too")
  func keyOfNobody() throws {
    let former =
      "<Podmiot2K>\(identity(nobody, "x"))\(key("7"))</Podmiot2K><Podmiot2K>\(identity(nobody, "y"))</Podmiot2K>"
    let text = try text(former, now: "<Podmiot2>\(identity(nobody, "X"))</Podmiot2>")
    #expect(!text.contains("Po korekcie"))
  }

  @Test("Without a key the tax number tells buyers apart")
  func numbers() throws {
    let former = "<Podmiot2K>\(identity(one, "x"))</Podmiot2K>"
    let now = "<Podmiot2>\(identity(two, "Y"))</Podmiot2><Podmiot3>\(identity(one, "X"))<Rola>4</Rola></Podmiot3>"
    #expect(try text(former, now: now).contains("| Dodatkowy nabywca | Przed korektą… | Po korekcie…\n| Nazwa | x | X"))
  }

  @Test("Without a key and a number the buyer is meant only where nobody else could be")
  func nothingToGoBy() throws {
    let former = "<Podmiot2K>\(identity(nobody, "x"))</Podmiot2K>"
    let buyer = "<Podmiot2>\(identity(nobody, "X"))</Podmiot2>"
    #expect(try text(former, now: buyer).contains("| Nazwa | x | X"))
    let other = "<Podmiot3>\(identity(nobody, "Z"))<Rola>4</Rola></Podmiot3>"
    #expect(try text(former, now: buyer + other).contains("# Nabywca przed korektą\n  x  <name>"))
    #expect(try text(former + former, now: buyer).contains("# Nabywca przed korektą\n  x  <name>"))
  }

  @Test("A hundred and one former buyers are all there")
  func many() throws {
    let former = (0...100).map { "<Podmiot2K>\(identity(nobody, "dawny \($0);"))\(key("\($0)"))</Podmiot2K>" }
    let now = (0..<100).map { "<Podmiot3>\(key("\($0)"))\(identity(nobody, "nowy \($0);"))<Rola>4</Rola></Podmiot3>" }
    let text = try text(former.joined(), now: now.joined())
    for number in 0..<100 { #expect(text.contains("| Nazwa | dawny \(number); | nowy \(number);")) }
    #expect(text.contains("dawny 100;  <name>"))
  }

  @Test(
    "The amount before a correction, the correction, and the amount after it, computed",
    arguments: [("KOR_ZAL", "Kwota zapłaty (zaliczki)"), ("KOR_ROZ", "Kwota pozostała do zapłaty")])
  func amounts(kind: String, title: String) throws {
    let text = try Samples.text(
      kind: kind, currency: "EUR",
      "<KursWalutyZ>4.31</KursWalutyZ><P_15>-0.50</P_15><P_15ZK>20</P_15ZK><KursWalutyZK>4.3</KursWalutyZK>")
    #expect(
      text.contains(
        """
          | \(title)… | >Kurs waluty | >Kwota
          | przed korektą | 4,3 | 20,00 EUR
          | korekta |  | -0,50 EUR
          | po korekcie (wyliczono) | 4,31 | 19,50 EUR
        """))
    #expect(text.ranges(of: "4,31").count == 1)
  }

  @Test("No amount after a correction is made up where one of its parts isn't a number")
  func noAmountAfter() throws {
    let text = try Samples.text(kind: "KOR_ZAL", "<P_15>x</P_15><P_15ZK>20</P_15ZK>")
    #expect(!text.contains("wyliczono"))
  }

  @Test("Fifty thousand corrected invoices, as many as the schema allows, are all there")
  func manyInvoices() throws {
    let invoices = (1...50_000).map { number in
      "<DaneFaKorygowanej><DataWystFaKorygowanej>2026-01-02</DataWystFaKorygowanej>"
        + "<NrFaKorygowanej>FV/\(number)</NrFaKorygowanej><NrKSeFN>1</NrKSeFN></DaneFaKorygowanej>"
    }
    let presentation = Presentation(
      of: try Samples.invoice(kind: "KOR", invoices.joined()), template: .standard, codes: nil)
    let blocks = try #require(presentation.sections.first { $0.name == .correction }).blocks
    guard case .table(let table)? = blocks.first else {
      Issue.record("no table of corrected invoices")
      return
    }
    #expect(table.rows.count == 50_000)
    #expect(table.rows[49_999].cells.map(\.text) == ["FV/50000", "02.01.2026", "wystawiona poza KSeF"])
  }
}
