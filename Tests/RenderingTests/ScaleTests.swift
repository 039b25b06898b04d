import FAInvoice
import Findings
import InvoiceRendering
import InvoiceTemplate
import PageLayout
import Presentation
import Testing
import Typography

@Suite("Documents of any size")
struct ScaleTests {
  private let stages: InvoiceRenderer.Stages

  init() throws { stages = try House.stages() }

  private struct Print {
    let pages: [Page]
    /// Texts shaped for it: the work that grows with the document.
    let work: Int
    let words: [String]

    /// How many texts begin with a mark, and whether these stand in the order of their numbers.
    func marked(_ mark: String) -> (count: Int, isOrdered: Bool) {
      let numbers = words.compactMap { word in
        word.hasPrefix(mark) ? Int(word.dropFirst(mark.count).prefix { $0.isNumber }) : nil
      }
      return (Set(numbers).count, zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  private func printed(parties: String = "", body: String = "", attachment: String = "") throws -> Print {
    let xml = """
      <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/"><Podmiot1><DaneIdentyfikacyjne><NIP>9999999999</NIP>\
      <Nazwa>Firma zmyślona</Nazwa></DaneIdentyfikacyjne></Podmiot1>\(parties)<Fa><KodWaluty>PLN</KodWaluty>\
      <P_1>2026-03-02</P_1><P_2>FV/1</P_2><P_15>1.00</P_15><RodzajFaktury>VAT</RodzajFaktury>\(body)</Fa>\
      \(attachment)</Faktura>
      """
    let document = try FADocument.read(Array(xml.utf8), fileName: "large.xml")
    return try printed(Presentation(of: document, template: stages.template, wording: try stages.wording(), codes: nil))
  }

  private func printed(_ presentation: Presentation) throws -> Print {
    let before = stages.fonts.shapings
    let pages = try stages.layout.pages(of: presentation)
    return Print(
      pages: pages, work: stages.fonts.shapings - before, words: pages.flatMap { $0.texts.map(\.words) })
  }

  private func lines(_ count: Int) -> String {
    (1...count).map { line in
      """
      <FaWiersz><NrWierszaFa>\(line)</NrWierszaFa><P_7>rzecz\(line) zmyślona</P_7><P_8A>szt.</P_8A>\
      <P_8B>\(line % 90 + 1)</P_8B><P_9A>\(line % 800).50</P_9A><P_11>\(line * 37 % 90000).45</P_11><P_12>23</P_12></FaWiersz>
      """
    }.joined()
  }

  @Test("Ten thousand lines print in order, for ten times the work of a thousand")
  func lines() throws {
    let thousand = try printed(body: lines(1_000))
    let tenThousand = try printed(body: lines(10_000))
    #expect(thousand.marked("rzecz") == (1_000, true))
    #expect(tenThousand.marked("rzecz") == (10_000, true))
    #expect(tenThousand.work < thousand.work * 12)
    #expect((9...11).contains(tenThousand.pages.count / thousand.pages.count))
  }

  @Test("An invoice of twenty-six lines takes two pages")
  func ordinary() throws {
    let print = try printed(body: lines(26))
    #expect(print.marked("rzecz") == (26, true))
    #expect(print.pages.count <= 2)
  }

  private func attachment(rows: Int) -> String {
    let columns = (0..<20).map { "<Kol Typ=\"\($0 % 2 == 0 ? "txt" : "dec")\"><NKom>Kolumna \($0)</NKom></Kol>" }
    let cells = (1...rows).map { row in
      "<Wiersz>" + (0..<20).map { "<WKom>\($0 % 2 == 0 ? "k\($0)x\(row)" : "\(row * $0).5")</WKom>" }.joined()
        + "</Wiersz>"
    }
    return """
      <Zalacznik><BlokDanych><Tabela><TNaglowek>\(columns.joined())</TNaglowek>\(cells.joined())</Tabela></BlokDanych>\
      </Zalacznik>
      """
  }

  @Test("An attachment of a thousand rows and twenty columns prints every cell, for ten times the work of a hundred")
  func attachment() throws {
    let hundred = try printed(attachment: attachment(rows: 100))
    let thousand = try printed(attachment: attachment(rows: 1_000))
    for column in stride(from: 0, to: 20, by: 2) { #expect(thousand.marked("k\(column)x") == (1_000, true)) }
    #expect(thousand.work < hundred.work * 12)
  }

  @Test("Names of 512 letters without a space print whole, within the margins")
  func longNames() throws {
    let name = String(repeating: "dżdżownica", count: 60).prefix(512)
    let party =
      "<Podmiot2><DaneIdentyfikacyjne><BrakID>1</BrakID><Nazwa>\(name)</Nazwa></DaneIdentyfikacyjne></Podmiot2>"
    let line = "<FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>\(name)</P_7><P_11>1.00</P_11></FaWiersz>"
    let print = try printed(parties: party, body: line)
    let right = stages.template.paper.width - stages.template.paper.margins.right
    for page in print.pages {
      #expect(page.texts.allSatisfy { $0.x + $0.text.width(at: $0.size) <= right + 0.5 })
    }
    #expect(print.words.joined().filter { "ż" == $0 }.count >= 2 * name.filter { "ż" == $0 }.count)
  }

  @Test("A hundred further parties print, each with its name")
  func parties() throws {
    let parties = (1...100).map {
      "<Podmiot3><DaneIdentyfikacyjne><BrakID>1</BrakID><Nazwa>odbiorca\($0) zmyślony</Nazwa></DaneIdentyfikacyjne></Podmiot3>"
    }
    #expect(try printed(parties: parties.joined()).marked("odbiorca").count == 100)
  }

  @Test("As many corrected invoices as a file can hold print in order")
  func correctedInvoices() throws {
    let entries = (1...20_000).map {
      """
      <DaneFaKorygowanej><DataWystFaKorygowanej>2026-01-02</DataWystFaKorygowanej><NrFaKorygowanej>f\($0)\
      </NrFaKorygowanej><NrKSeFN>1</NrKSeFN></DaneFaKorygowanej>
      """
    }.joined()
    #expect(entries.utf8.count > 3_000_000)
    #expect(try printed(body: entries).marked("f") == (20_000, true))
  }

  @Test("Fifty thousand rows, the most that the schema allows of corrected invoices, stand in order")
  func fiftyThousandRows() throws {
    let columns = [Table.Column(Label("Numer"), width: .rest), Table.Column(Label("Data"), isUnbroken: true)]
    let rows = (1...50_000).map { Table.Row([Table.Cell("f\($0)"), Table.Cell("02.01.2026")]) }
    let presentation = Presentation(
      languages: [.polish], title: "", author: "",
      head: Head(issuer: "", issuerDetail: [], kind: Label(""), number: ""),
      sections: [Section(.correction, [.table(Table(columns: columns, rows: rows))])], codes: [],
      footer: Footer(left: "", centre: ""), findings: [])
    let print = try printed(presentation)
    #expect(print.marked("f") == (50_000, true))
    // Each number once to be measured and once to be placed.
    #expect(print.work < 3 * 50_000)
  }
}
