/// Documents of any size, for measuring how time and memory grow.
enum LargeDocument: String, CaseIterable {
  /// `FaWiersz`.
  case lines
  /// `Zalacznik/BlokDanych/Tabela/Wiersz` of twenty cells.
  case rows
  /// `DaneFaKorygowanej`.
  case corrected
  /// `Podmiot3`.
  case parties

  /// The sizes whose costs are compared; what a file of `FADocument.sizeLimit` can hold.
  var sizes: [Int] {
    switch self {
    case .lines: [10, 100, 1_000, 10_000]
    case .rows: [100, 1_000, 4_000]
    case .corrected: [500, 5_000, 50_000]
    case .parties: [10, 100, 1_000]
    }
  }

  /// The document with so many of its elements.
  func bytes(count: Int) -> [UInt8] {
    var parties = ""
    var body = ""
    var attachment = ""
    switch self {
    case .lines:
      for line in 1...count {
        body += "<FaWiersz><NrWierszaFa>\(line)</NrWierszaFa><P_7>Rzecz zmyślona nr \(line), odmiana \(line % 7)</P_7>"
        body += "<P_8A>szt.</P_8A><P_8B>\(line % 90 + 1)</P_8B><P_9A>\(line % 800 + 1).50</P_9A>"
        body += "<P_11>\(line * 37 % 90_000).45</P_11><P_12>23</P_12></FaWiersz>"
      }
    case .corrected:
      for number in 1...count {
        body += "<DaneFaKorygowanej><DataWystFaKorygowanej>2026-01-02</DataWystFaKorygowanej>"
        body += "<NrFaKorygowanej>FV/\(number)</NrFaKorygowanej><NrKSeFN>1</NrKSeFN></DaneFaKorygowanej>"
      }
    case .parties:
      for number in 1...count {
        parties += "<Podmiot3><DaneIdentyfikacyjne><BrakID>1</BrakID><Nazwa>Odbiorca nr \(number)</Nazwa>"
        parties +=
          "</DaneIdentyfikacyjne><Adres><KodKraju>PL</KodKraju><AdresL1>ul. Zmyślona \(number)</AdresL1></Adres>"
        parties += "<Rola>2</Rola></Podmiot3>"
      }
    case .rows:
      let columns = (1...20).map { "<Kol Typ=\"dec\"><NKom>Kolumna \($0)</NKom></Kol>" }.joined()
      attachment = "<Zalacznik><BlokDanych><ZNaglowek>Odczyty</ZNaglowek><Tabela><TNaglowek>\(columns)</TNaglowek>"
      for row in 1...count {
        let cells = (1...20).map { "<WKom>\(row * $0 * 31 % 100_000).\(row % 9)</WKom>" }.joined()
        attachment += "<Wiersz>\(cells)</Wiersz>"
      }
      attachment += "</Tabela></BlokDanych></Zalacznik>"
    }
    let kind = self == .corrected ? "KOR" : "VAT"
    return Array(
      """
      <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/"><Naglowek><KodFormularza kodSystemowy="FA (3)" \
      wersjaSchemy="1-0E">FA</KodFormularza><WariantFormularza>3</WariantFormularza></Naglowek><Podmiot1>\
      <DaneIdentyfikacyjne><NIP>9999999999</NIP><Nazwa>Firma zmyślona</Nazwa></DaneIdentyfikacyjne></Podmiot1><Podmiot2>\
      <DaneIdentyfikacyjne><BrakID>1</BrakID></DaneIdentyfikacyjne></Podmiot2>\(parties)<Fa><KodWaluty>PLN</KodWaluty>\
      <P_1>2026-03-02</P_1><P_2>FV/1</P_2><P_15>1.00</P_15><RodzajFaktury>\(kind)</RodzajFaktury>\(body)</Fa>\
      \(attachment)</Faktura>
      """.utf8)
  }
}
