import FAInvoice
import Findings
import Testing

@Suite("The tree of an invoice")
struct TreeTests {
  @Test("Elements, attributes and text are where the file has them")
  func elements() throws {
    let document = try FADocument.read(
      invoice(
        "<Naglowek><KodFormularza kodSystemowy=\"FA (3)\">FA</KodFormularza></Naglowek><Fa><P_2>7/2026</P_2></Fa>"),
      fileName: "f.xml")
    #expect(document.schema == .fa3)
    #expect(document.elementCount == 5)
    #expect(document.body?["P_2"]?.text == "7/2026")
    let form = try #require(document.root.at("Naglowek", "KodFormularza"))
    #expect(form.attributes == [Attribute(name: "kodSystemowy", value: "FA (3)")])
    #expect(form.isLeaf)
    #expect(form.parent?.name == "Naglowek")
  }

  @Test("A place names line, column and path of the start tag")
  func places() throws {
    let xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <Faktura xmlns="\(fa3)">
        <Fa>
          <FaWiersz/>
          <FaWiersz
             >  <P_7>ó</P_7></FaWiersz>
        </Fa>
      </Faktura>
      """
    let document = try FADocument.read(Array(xml.utf8), fileName: "f.xml")
    let lines = try #require(document.body?.all("FaWiersz"))
    #expect(document.place(of: lines[1]).text == "f.xml:5:5: /Faktura/Fa/FaWiersz[2]")
    let name = try #require(lines[1]["P_7"])
    #expect(document.place(of: name) == Place(file: "f.xml", line: 6, column: 11, path: "/Faktura/Fa/FaWiersz[2]/P_7"))
    #expect((name.line, name.column) == (6, 11))
  }

  @Test(
    "Text is read whole, whatever way it is written",
    arguments: [
      ("A &amp; B &lt;C&gt; &quot;D&quot; &apos;E&apos;", "A & B <C> \"D\" 'E'"),
      ("&#322;&#x17C;", "łż"),
      ("<![CDATA[<b>&amp;</b>]]> i dalej", "<b>&amp;</b> i dalej"),
      ("przed<!-- uwaga -->po", "przedpo"),
      ("dwa\r\nwiersze", "dwa\nwiersze"),
      ("  odstępy  ", "  odstępy  "),
      ("", ""),
      ("\u{85}", "\u{85}"),
      ("🧾 κόσμε", "🧾 κόσμε"),
    ])
  func text(written: String, read: String) throws {
    let document = try FADocument.read(invoice("<Fa><P_7>\(written)</P_7><P_8A/></Fa>"), fileName: "f.xml")
    #expect(document.root.at("Fa", "P_7")?.text == read)
    #expect(document.root.at("Fa", "P_8A")?.text == "")
  }

  @Test("An element of elements has no text, however it is indented")
  func indentation() throws {
    let document = try FADocument.read(
      invoice("\n  <Fa>\n\t<P_1>1</P_1> <!-- c -->\r\n <P_2>2</P_2>\n </Fa>\n"), fileName: "f.xml")
    #expect(document.root.text == "")
    #expect(document.body?.text == "")
    #expect(document.body?.children.map(\.text) == ["1", "2"])
  }

  @Test("A prefix for the invoice's namespace makes no difference")
  func prefixed() throws {
    let xml =
      "<t:Faktura xmlns:t=\"\(FASchema.faRR1.namespaces[0])\"><t:FakturaRR><t:P_4B>x</t:P_4B></t:FakturaRR></t:Faktura>"
    let document = try FADocument.read(Array(xml.utf8), fileName: "f.xml")
    #expect(document.schema == .faRR1)
    #expect(document.body?["P_4B"]?.text == "x")
  }

  @Test("Schema location, comments and white space around the document are accepted")
  func accepted() throws {
    let xml = """
      <?xml version='1.0' standalone="yes"?>
      <!-- uwaga --><Faktura xmlns="\(fa3)" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="\(fa3) schemat.xsd"/><!-- koniec -->

      """
    let document = try FADocument.read(Array(xml.utf8), fileName: "f.xml")
    #expect(
      document.root.attributes == [
        Attribute(name: "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", value: "\(fa3) schemat.xsd")
      ])
    #expect(document.root.isLeaf)
  }

  @Test("Places stay exact far into a large file")
  func largeFile() throws {
    let rows = (1...20_000).map { "<FaWiersz a='\($0)'>\n  <P_7>ó \($0)</P_7>\n</FaWiersz>\n" }
    let document = try FADocument.read(invoice("<Fa>\n" + rows.joined() + "</Fa>"), fileName: "f.xml")
    let last = try #require(document.body?.all("FaWiersz").last?["P_7"])
    #expect((last.line, last.column) == (60_000, 3))
    #expect(last.text == "ó 20000")
  }

  @Test("Thousands of different names are kept apart")
  func manyNames() throws {
    let names = (0..<3000).map { "P_\($0)" }
    let document = try FADocument.read(
      invoice("<Fa>" + names.map { "<\($0)>\($0)</\($0)>" }.joined() + "</Fa>"), fileName: "f.xml")
    let children = try #require(document.body?.children)
    #expect(children.map(\.name) == names)
    #expect(children.map(\.text) == names)
  }

  @Test("Invoices are read on many threads at once")
  func concurrently() async throws {
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<200 {
        group.addTask {
          let document = try FADocument.read(invoice("<Fa><P_2>\(number)</P_2></Fa>"), fileName: "f.xml")
          return document.body?["P_2"]?.text ?? ""
        }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(texts == Set((0..<200).map(String.init)))
  }
}
