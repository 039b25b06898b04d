import FAInvoice
import FAValidation
import Findings
import KSeFIdentifiers
import Testing

/// A small FA(3) that obeys its schema, to be spoilt in one place.
enum SchemaSample {
  static let fa3 = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
      <Naglowek>
        <KodFormularza kodSystemowy="FA (3)" wersjaSchemy="1-0E">FA</KodFormularza>
        <WariantFormularza>3</WariantFormularza>
        <DataWytworzeniaFa>2026-03-01T10:00:00Z</DataWytworzeniaFa>
      </Naglowek>
      <Podmiot1>
        <DaneIdentyfikacyjne>
          <NIP>9999999999</NIP>
          <Nazwa>Przykładowa Pracownia Papieru</Nazwa>
        </DaneIdentyfikacyjne>
        <Adres>
          <KodKraju>PL</KodKraju>
          <AdresL1>ul. Zmyślona 1</AdresL1>
        </Adres>
      </Podmiot1>
      <Podmiot2>
        <DaneIdentyfikacyjne>
          <NIP>1111111111</NIP>
          <Nazwa>Zmyślony Nabywca</Nazwa>
        </DaneIdentyfikacyjne>
        <JST>2</JST>
        <GV>2</GV>
      </Podmiot2>
      <Fa>
        <KodWaluty>PLN</KodWaluty>
        <P_1>2026-03-01</P_1>
        <P_2>FV/1/2026</P_2>
        <P_13_1>100.00</P_13_1>
        <P_14_1>23.00</P_14_1>
        <P_15>123.00</P_15>
        <Adnotacje>
          <P_16>2</P_16>
          <P_17>2</P_17>
          <P_18>2</P_18>
          <P_18A>2</P_18A>
          <Zwolnienie><P_19N>1</P_19N></Zwolnienie>
          <NoweSrodkiTransportu><P_22N>1</P_22N></NoweSrodkiTransportu>
          <P_23>2</P_23>
          <PMarzy><P_PMarzyN>1</P_PMarzyN></PMarzy>
        </Adnotacje>
        <RodzajFaktury>VAT</RodzajFaktury>
        <FaWiersz>
          <NrWierszaFa>1</NrWierszaFa>
          <P_7>Papier czerpany</P_7>
          <P_8B>2</P_8B>
          <P_11>100.00</P_11>
          <P_12>23</P_12>
        </FaWiersz>
      </Fa>
    </Faktura>

    """

  /// The sample with one text in the place of another, which must be there.
  static func fa3(_ text: String, becomes other: String) throws -> String {
    let parts = fa3.split(separator: text, omittingEmptySubsequences: false)
    try #require(parts.count > 1, "the sample has no \(text)")
    return String(parts[0]) + other + parts.dropFirst().joined(separator: text)
  }

  /// The sample with elements added at the end of the invoice's contents.
  static func fa3(adding elements: String) throws -> String { try fa3("  </Fa>", becomes: elements + "</Fa>") }
}

/// What the schema has to say of a document.
func schemaFindings(_ document: String) throws -> [Finding] {
  let today = try #require(CalendarDate(iso: "2026-03-01"))
  let read = try FADocument.read(Array(document.utf8), fileName: "faktura.xml")
  return InvoiceCheck(environment: .test, today: today).schemaFindings(for: read)
}

/// The codes of what the schema has to say of a document.
func schemaCodes(_ document: String) throws -> [String] { try schemaFindings(document).map(\.code) }
