import CodeReading
import FAInvoice
import KSeFIdentifiers
import KSeFLinks

@testable import Verification

/// A page set from a drawing of it in a fixed pitch: a word stands where its letters stand.
///
/// - Parameter confidence: of every word.
func setPage(_ drawing: String, confidence: Int = 100) -> [PageWord] {
  let (pitch, lead) = (0.009, 0.015)
  var words: [PageWord] = []
  for (row, line) in drawing.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    var column = 0
    for piece in line.split(separator: " ", omittingEmptySubsequences: false) {
      if !piece.isEmpty {
        let width = Double(piece.count) * pitch
        words.append(
          PageWord(
            text: String(piece),
            region: PageRegion(
              centerX: 0.05 + Double(column) * pitch + width / 2, centerY: 0.05 + Double(row) * lead, width: width,
              height: 0.7 * lead),
            confidence: confidence))
      }
      column += piece.count + 1
    }
  }
  return words
}

/// An invoice of 100,00 and 23,00 VAT, or a part of it replaced.
func paperInvoice(kind: String = "VAT", currency: String = "PLN", extra: String = "") -> [UInt8] {
  Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
      <Podmiot1><DaneIdentyfikacyjne><NIP>1111111111</NIP><Nazwa>Sklep Fikcyjny Spółka z ograniczoną \
    odpowiedzialnością</Nazwa></DaneIdentyfikacyjne></Podmiot1>
      <Podmiot2><DaneIdentyfikacyjne><NIP>9999999999</NIP><Nazwa>Zakład „Wzór” Anna Zmyślona</Nazwa>\
    </DaneIdentyfikacyjne></Podmiot2>
      <Fa><KodWaluty>\(currency)</KodWaluty><P_1>2026-02-01</P_1><P_2>FV/12/2026</P_2><P_6>2026-01-30</P_6>\
    <P_13_1>1000.00</P_13_1><P_14_1>230.00</P_14_1><P_15>1230.00</P_15><RodzajFaktury>\(kind)</RodzajFaktury>\
    \(extra)</Fa>
    </Faktura>

    """.utf8)
}

/// The page of another maker's program, with parts of it replaced.
func othersPage(_ changes: [String: String] = [:]) -> String {
  var page = """
    Faktura VAT nr FV/12/2026                      Data wystawienia: 2026-02-01
                                                   Data sprzedaży:   2026-01-30

    Sprzedawca:                                    Nabywca:
    SKLEP FIKCYJNY SP. Z O.O.                      Zakład "Wzór"
    ul. Zmyślona 7                                 Anna Zmyślona
    00-000 Przykładowo                             00-000 Przykładowo
    NIP: 111-111-11-11                             NIP: PL 9999999999

    Lp  Nazwa            Ilość   Cena netto    Netto       VAT      Brutto
    1   Papier ksero        10       100,00    1 000,00    230,00   1 230,00
                                  Razem:       1 000,00    230,00   1 230,00

    Sposób płatności: przelew            Do zapłaty:    1 230,00 zł
    Słownie: jeden tysiąc dwieście trzydzieści zł
    """
  for (old, new) in changes { page = page.replacing(old, with: new) }
  return page
}
