import FAInvoice
import FAValidation
import Findings
import KSeFIdentifiers
import Testing

private let figures = [
  "P_8B", "P_9A", "P_9B", "P_10", "P_11", "P_11A", "P_11Vat", "P_12_XII", "KursWaluty", "P_6B", "P_7", "P_8", "P_9",
]
private let totals =
  ["1", "2", "3", "4", "5", "6_1", "7", "11"].flatMap { ["P_13_\($0)", "P_14_\($0)", "P_14_\($0)W"] }
  + ["P_15", "P_11_1", "P_11_2", "P_12_1", "KursWalutyZ"]

/// An invoice in which every figure is the same text.
private func hostile(_ figure: String, lines: Int, kind: String, namespace: String, body: String, line: String)
  -> String
{
  let cells = figures.map { "<\($0)>\(figure)</\($0)>" }.joined()
  let states = ["", "<StanPrzed>1</StanPrzed>"]
  let rows = (0..<lines).map { "<\(line)><NrWierszaFa>\(figure)</NrWierszaFa>\(cells)\(states[$0 % 2])</\(line)>" }
  let order = (0..<3).map { _ in
    "<ZamowienieWiersz>"
      + ["P_8BZ", "P_9AZ", "P_11NettoZ", "P_11VatZ", "P_12Z"].map { "<\($0)>\(figure)</\($0)>" }.joined()
      + "</ZamowienieWiersz>"
  }
  return """
    <Faktura xmlns="\(namespace)"><\(body)><KodWaluty>EUR</KodWaluty>\
    \(totals.map { "<\($0)>\(figure)</\($0)>" }.joined())<RodzajFaktury>\(kind)</RodzajFaktury>\
    <ZaliczkaCzesciowa><P_15Z>\(figure)</P_15Z></ZaliczkaCzesciowa>\
    \(rows.joined())\
    <Rozliczenie><Obciazenia><Kwota>\(figure)</Kwota></Obciazenia><SumaObciazen>-\(figure)</SumaObciazen>\
    <Odliczenia><Kwota>\(figure)</Kwota></Odliczenia><DoZaplaty>\(figure)</DoZaplaty></Rozliczenie>\
    <Platnosc><ZnacznikZaplatyCzesciowej>2</ZnacznikZaplatyCzesciowej><ZaplataCzesciowa>\
    <KwotaZaplatyCzesciowej>\(figure)</KwotaZaplatyCzesciowej></ZaplataCzesciowa></Platnosc>\
    <Zamowienie><WartoscZamowienia>\(figure)</WartoscZamowienia>\(order.joined())</Zamowienie></\(body)></Faktura>
    """
}

private let nines = String(repeating: "9", count: 22)

@Test(
  "Figures of any size are judged without overflow",
  arguments: [
    nines + ".9999999999", "-" + nines + ".9999999999", nines, nines + "9", "0.0000000001", "-0", "0", "1e9", "NaN", "",
    "9.99999999", "123456789012345678.12345678",
  ], ["VAT", "KOR", "ROZ", "ZAL", "KOR_ZAL", "VAT_RR", "KOR_VAT_RR"])
func hostileFigures(figure: String, kind: String) throws {
  let isFarmer = kind.hasSuffix("RR")
  let text = hostile(
    figure, lines: 8, kind: kind,
    namespace: isFarmer ? "http://crd.gov.pl/wzor/2026/03/06/14189/" : "http://crd.gov.pl/wzor/2025/06/25/13775/",
    body: isFarmer ? "FakturaRR" : "Fa", line: isFarmer ? "FakturaRRWiersz" : "FaWiersz")
  let document = try FADocument.read(Array(text.utf8), fileName: "duze.xml")
  let today = try #require(CalendarDate(iso: "2026-03-01"))
  let places = InvoiceCheck(environment: .production, today: today).findings(for: document).map(\.place.file)
  #expect(places.allSatisfy { $0 == "duze.xml" })
}

@Test("Ten thousand lines of the largest figures are judged without overflow", arguments: ["VAT", "KOR"])
func manyHostileLines(kind: String) throws {
  let text = hostile(
    nines + ".9999999999", lines: 10_000, kind: kind, namespace: "http://crd.gov.pl/wzor/2025/06/25/13775/",
    body: "Fa", line: "FaWiersz")
  let document = try FADocument.read(Array(text.utf8), fileName: "duze.xml")
  let today = try #require(CalendarDate(iso: "2026-03-01"))
  let codes = InvoiceCheck(environment: .production, today: today).findings(for: document).map(\.code)
  #expect(codes.filter { $0 == "line.number-repeated" }.count == 2)
}

@Test("A total of ten thousand different rates is judged by its lines")
func manyRates() throws {
  let lines = (0..<10_000).map { line in
    let rate = "\(line / 1000).\(line % 1000)1"
    return "<FaWiersz><NrWierszaFa>\(line + 1)</NrWierszaFa><P_11>1.00</P_11><P_12_XII>\(rate)</P_12_XII></FaWiersz>"
  }.joined()
  let sample = CheckedSample {
    $0.lines = lines
    $0.sums = "<P_13_5>10000.00</P_13_5><P_14_5>1.00</P_14_5>"
  }
  #expect(try sample.tells("vat.amount"))
}
