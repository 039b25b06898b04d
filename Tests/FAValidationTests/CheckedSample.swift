import FAInvoice
import FAValidation
import Findings
import KSeFIdentifiers
import Testing

/// A small invoice of FA(3) that breaks nothing, its parts named, so that a test says only what it breaks:
/// `CheckedSample { $0.total = "200.00" }`.
///
/// Each part is markup that may be empty, in the order of the schema; seller and buyer are fictitious. `farmer` is the
/// same for FA_RR, which has its own body.
struct CheckedSample {
  /// The namespace of the structure; `fa2` and `farmer` set another.
  var namespace = "http://crd.gov.pl/wzor/2025/06/25/13775/"
  /// What stands before the parties.
  var header = """
    <KodFormularza kodSystemowy="FA (3)" wersjaSchemy="1-0E">FA</KodFormularza>\
    <WariantFormularza>3</WariantFormularza><DataWytworzeniaFa>2026-02-15T10:00:00Z</DataWytworzeniaFa>
    """
  /// What stands in `Podmiot1` before its identity: `PrefiksPodatnika`, `NrEORI`.
  var sellerStart = ""
  /// `DaneIdentyfikacyjne` of `Podmiot1`.
  var seller = "<NIP>9999999999</NIP><Nazwa>Zmyślona Hurtownia</Nazwa>"
  /// What stands in `Podmiot1` after its identity.
  var sellerEnd = "<Adres><KodKraju>PL</KodKraju><AdresL1>ul. Zmyślona 1</AdresL1></Adres>"
  /// `DaneIdentyfikacyjne` of `Podmiot2`.
  var buyer = "<NIP>1111111111</NIP><Nazwa>Wymyślony Sklep</Nazwa>"
  /// What stands in `Podmiot2` after its identity.
  var buyerEnd = "<Adres><KodKraju>PL</KodKraju><AdresL1>ul. Wymyślona 2</AdresL1></Adres><JST>2</JST><GV>2</GV>"
  /// `Podmiot3`, `PodmiotUpowazniony`.
  var otherParties = ""

  /// The name of the body: `Fa`, on an FA_RR `FakturaRR`.
  var bodyName = "Fa"
  /// `KodWaluty`.
  var currency = "PLN"
  /// The currency, the date of issue and the number.
  var start: String { "<KodWaluty>\(currency)</KodWaluty>" + issue }
  /// `P_1`, `P_1M`, `P_2`, `WZ`; on an FA_RR `P_4A`, `P_4B`, `P_4C`.
  var issue = "<P_1>2026-02-15</P_1><P_2>FV/1</P_2>"
  /// `P_6` or `OkresFa`.
  var saleDate = "<P_6>2026-02-10</P_6>"
  /// All of `P_13_…` and `P_14_…`.
  var sums = "<P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1>"
  /// `P_15`; empty leaves it out.
  var total = "123.00"
  /// `KursWalutyZ`.
  var exchangeRate = ""
  /// The parts of `Adnotacje`.
  var annotations = Annotations()
  /// `RodzajFaktury`.
  var kind = "VAT"
  /// What stands between the kind and the lines: `PrzyczynaKorekty`, `DaneFaKorygowanej`, `FP`, `DodatkowyOpis`, …
  var afterKind = ""
  /// All of `FaWiersz`.
  var lines = line()
  /// `Rozliczenie`.
  var settlement = ""
  /// `Platnosc`.
  var payment = ""
  /// `WarunkiTransakcji`.
  var conditions = ""
  /// `Zamowienie`.
  var order = ""
  /// What stands after the body: `Stopka`, `Zalacznik`.
  var end = ""

  /// What the invoice declares of itself (`Adnotacje`).
  struct Annotations {
    var cashMethod = "2"
    var selfBilling = "2"
    var reverseCharge = "2"
    var splitPayment = "2"
    var exemption = "<P_19N>1</P_19N>"
    var newTransport = "<P_22N>1</P_22N>"
    var triangular = "2"
    var margin = "<P_PMarzyN>1</P_PMarzyN>"

    var text: String {
      """
      <Adnotacje><P_16>\(cashMethod)</P_16><P_17>\(selfBilling)</P_17><P_18>\(reverseCharge)</P_18>\
      <P_18A>\(splitPayment)</P_18A><Zwolnienie>\(exemption)</Zwolnienie>\
      <NoweSrodkiTransportu>\(newTransport)</NoweSrodkiTransportu><P_23>\(triangular)</P_23>\
      <PMarzy>\(margin)</PMarzy></Adnotacje>
      """
    }
  }

  /// The invoice with its parts as a test wants them.
  init(_ change: (inout CheckedSample) -> Void = { _ in }) {
    change(&self)
  }

  /// A line; `dated` stands before `P_7`, `rest` after `P_12`.
  static func line(
    _ number: String = "1", dated: String = "", quantity: String = "1", price: String = "100.00",
    net: String = "100.00", rate: String = "23", rest: String = ""
  ) -> String {
    """
    <FaWiersz><NrWierszaFa>\(number)</NrWierszaFa>\(dated)<P_7>Czajnik</P_7><P_8A>szt.</P_8A>\
    <P_8B>\(quantity)</P_8B><P_9A>\(price)</P_9A><P_11>\(net)</P_11><P_12>\(rate)</P_12>\(rest)</FaWiersz>
    """
  }

  /// An invoice of FA_RR for a farmer's potatoes.
  static func farmer(_ change: (inout CheckedSample) -> Void = { _ in }) -> CheckedSample {
    CheckedSample {
      $0.namespace = "http://crd.gov.pl/wzor/2026/03/06/14189/"
      $0.header = """
        <KodFormularza kodSystemowy="FA_RR (1)" wersjaSchemy="1-1E">FA_RR</KodFormularza>\
        <WariantFormularza>1</WariantFormularza><DataWytworzeniaFa>2026-02-15T10:00:00Z</DataWytworzeniaFa>
        """
      $0.buyerEnd = "<Adres><KodKraju>PL</KodKraju><AdresL1>ul. Wymyślona 2</AdresL1></Adres>"
      $0.bodyName = "FakturaRR"
      $0.issue = "<P_4A>2026-02-14</P_4A><P_4B>2026-02-15</P_4B><P_4C>RR/1</P_4C>"
      $0.saleDate = ""
      $0.sums = """
        <P_11_1>100.00</P_11_1><P_11_2>7.00</P_11_2><P_12_1>107.00</P_12_1><P_12_2>sto siedem złotych</P_12_2>
        """
      $0.kind = "VAT_RR"
      $0.lines = """
        <FakturaRRWiersz><NrWierszaFa>1</NrWierszaFa><P_5>Ziemniaki</P_5><P_6A>kg</P_6A><P_6B>100</P_6B><P_6C>I</P_6C>\
        <P_7>1.00</P_7><P_8>100.00</P_8><P_9>7</P_9><P_10>7.00</P_10><P_11>107.00</P_11></FakturaRRWiersz>
        """
      change(&$0)
    }
  }

  /// The file.
  var text: String {
    let sumsAndTotal = bodyName == "Fa" ? "\(sums)\(total.isEmpty ? "" : "<P_15>\(total)</P_15>")" : sums
    let annotated = bodyName == "Fa" ? annotations.text : ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Faktura xmlns="\(namespace)">
      <Naglowek>\(header)</Naglowek>
      <Podmiot1>\(sellerStart)<DaneIdentyfikacyjne>\(seller)</DaneIdentyfikacyjne>\(sellerEnd)</Podmiot1>
      <Podmiot2><DaneIdentyfikacyjne>\(buyer)</DaneIdentyfikacyjne>\(buyerEnd)</Podmiot2>
      \(otherParties)
      <\(bodyName)>
      \(start)\(saleDate)\(sumsAndTotal)\(exchangeRate)\(annotated)<RodzajFaktury>\(kind)</RodzajFaktury>\(afterKind)
      \(lines)
      \(settlement)\(payment)\(conditions)\(order)
      </\(bodyName)>
      \(end)
      </Faktura>
      """
  }

  /// What the check says of the invoice on 1 March 2026, or another day.
  func findings(in environment: KSeFEnvironment = .production, today: String = "2026-03-01") throws -> [Finding] {
    let day = try #require(CalendarDate(iso: today))
    let document = try FADocument.read(Array(text.utf8), fileName: "probe.xml")
    return InvoiceCheck(environment: environment, today: day).findings(for: document)
  }

  /// The findings of one code.
  func findings(
    of code: String, in environment: KSeFEnvironment = .production, today: String = "2026-03-01"
  ) throws -> [Finding] {
    try findings(in: environment, today: today).filter { $0.code == code }
  }

  /// Whether a code is told.
  func tells(
    _ code: String, in environment: KSeFEnvironment = .production, today: String = "2026-03-01"
  ) throws -> Bool {
    try !findings(of: code, in: environment, today: today).isEmpty
  }
}
