import FAInvoice
import Findings
import Foundation
import Testing

@Suite("Hostile files", .timeLimit(.minutes(10)))
struct HostileTests {
  @Test(
    "A document type is refused before anything in it is looked at",
    arguments: [
      "<!DOCTYPE Faktura>",
      "<!DOCTYPE Faktura SYSTEM 'file:///etc/passwd'>",
      "<!DOCTYPE Faktura PUBLIC 'x' 'http://127.0.0.1:9/x.dtd'>",
      "<!DOCTYPE Faktura [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
      "<!DOCTYPE Faktura [<!ENTITY x SYSTEM 'http://127.0.0.1:9/'>]>",
      "<!DOCTYPE Faktura [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>",
      "<!DOCTYPE Faktura [<!ENTITY x '&#38;x;'>]>",
      "<!-- c --><!DOCTYPE Faktura [<!ATTLIST Faktura a CDATA 'default'>]>",
    ])
  func documentType(prolog: String) {
    #expect(obstacle(invoice("<P_7>&x;</P_7>", prolog: prolog))?.code == "xml.document-type")
  }

  @Test("An entity bomb does nothing")
  func entityBomb() {
    var prolog = "<!DOCTYPE Faktura [<!ENTITY a0 'ha'>"
    for level in 1...40 {
      prolog += "<!ENTITY a\(level) '" + String(repeating: "&a\(level - 1);", count: 10) + "'>"
    }
    #expect(obstacle(invoice("<P_7>&a40;</P_7>", prolog: prolog + "]>"))?.code == "xml.document-type")
  }

  @Test("A large entity used often does nothing")
  func quadraticBlowUp() {
    let prolog = "<!DOCTYPE Faktura [<!ENTITY a '\(String(repeating: "a", count: 50_000))'>]>"
    let content = "<P_7>" + String(repeating: "&a;", count: 20_000) + "</P_7>"
    #expect(obstacle(invoice(content, prolog: prolog))?.code == "xml.document-type")
  }

  @Test("A catalogue named by a processing instruction isn't opened")
  func catalogue() throws {
    let prolog = "<?oasis-xml-catalog catalog='file:///etc/passwd'?>"
    let document = try FADocument.read(invoice("", prolog: prolog), fileName: "f.xml")
    #expect(document.fileFindings.map(\.code) == ["xml.processing-instruction"])
  }

  @Test("Nesting, elements, attributes and namespaces are bounded")
  func counts() {
    func many(_ count: Int, _ part: (Int) -> String) -> String { (0..<count).map(part).joined() }
    #expect(obstacle(invoice(String(repeating: "<a>", count: 100_000)))?.code == "xml.too-deep")
    #expect(obstacle(invoice(String(repeating: "<a/>", count: 600_000)))?.code == "xml.too-many-elements")
    #expect(obstacle(invoice("<a " + many(33) { "b\($0)='' " } + "/>"))?.code == "xml.too-many-attributes")
    #expect(obstacle(invoice("<a " + many(64) { "xmlns:b\($0)='urn:b' " } + "/>"))?.code == "xml.too-many-namespaces")
    #expect(obstacle(invoice("<a " + many(300_000) { "b\($0)='' " } + "/>"))?.code == "xml.text-too-long")
  }

  @Test("Namespaces are counted where they hold, and attributes in the whole document")
  func countsInAll() {
    let opening = (0..<21).map { "<a xmlns:x\($0)='u' xmlns:y\($0)='u' xmlns:z\($0)='u'>" }.joined()
    let beside = (0..<100).map { "<a xmlns:x\($0)='u' xmlns:y\($0)='u' xmlns:z\($0)='u'/>" }.joined()
    #expect(obstacle(invoice(beside)) == nil)
    #expect(obstacle(invoice(opening + "<a xmlns:b='u'/>"))?.code == "xml.too-many-namespaces")
    let many = String(repeating: "<a b='' c='' d='' e='' f='' g='' h='' i='' j='' k=''/>", count: 50_001)
    #expect(obstacle(invoice(many))?.code == "xml.too-many-attributes")
  }

  @Test("Different names are bounded, whatever they are names of")
  func names() {
    func many(_ part: (Int) -> String) -> [UInt8] { invoice((0..<11_000).map(part).joined()) }
    for file in [
      many { "<a\($0)/>" }, many { "<a b\($0)=''/>" }, many { "<a xmlns:b\($0)='u'/>" },
      many { "<a xmlns='u:\($0)'/>" },
      many { "<?a\($0)?>" }, many { "<x:a\($0) xmlns:x='u'/>" },
    ] {
      #expect(obstacle(file)?.code == "xml.too-many-names")
    }
  }

  @Test("Names are bounded in length, too, before the parser takes them for a lack of memory")
  func lengthOfNames() {
    let name = String(repeating: "n", count: 40_000)
    #expect(obstacle(invoice((0..<60).map { "<\(name)\($0)/>" }.joined())) == nil)
    for part in ["<NAME/>", "<a NAME=''/>", "<?NAME?>"] {
      let file = invoice((0..<390).map { part.replacing("NAME", with: "\(name)\($0)") }.joined())
      #expect(obstacle(file)?.code == "xml.too-many-names", "\(part)")
    }
  }

  @Test("What the parser says stands on one line")
  func oneLine() throws {
    let sentence = try #require(obstacle(invoice("<a:b:c xmlns:a='u'/>"))).reason.english
    #expect(!sentence.unicodeScalars.contains { $0 == "\n" || $0 == "\u{FFFD}" }, "\(sentence)")
  }

  @Test("A message shows the beginning of a long name or value only")
  func briefMessages() throws {
    let name = String(repeating: "n", count: 45_000)
    let deep = String(repeating: "<\(name)>", count: 30) + "&#127;" + String(repeating: "</\(name)>", count: 30)
    let finding = try #require(try FADocument.read(invoice(deep), fileName: "f.xml").fileFindings.first)
    #expect(finding.place.text.count < 3_000)
    let form = "<Naglowek><KodFormularza wersjaSchemy='\(name)'/></Naglowek>"
    let farmers = try FADocument.read(invoice(form, namespace: FASchema.faRR1.namespaces[0]), fileName: "f.xml")
    #expect(try #require(farmers.structureFindings.first).sentence.english.count < 300)
  }

  @Test("Long texts, attributes, comments and names are refused")
  func lengths() {
    let long = String(repeating: "x", count: 70_000)
    for content in ["<P_7>\(long)</P_7>", "<P_7 a='\(long)'/>", "<!--\(long)-->", "<![CDATA[\(long)]]>", "<\(long)/>"] {
      let refusal = obstacle(invoice("\n" + content))
      #expect(refusal?.code == "xml.text-too-long")
      #expect(refusal?.place.line == 2)
    }
  }

  @Test("A text of as many characters as the schemas allow is read, however it is written")
  func longestText() throws {
    let document = try FADocument.read(
      invoice("<Fa><StopkaFaktury>" + String(repeating: "&#x1F9FE;", count: 3500) + "</StopkaFaktury></Fa>"),
      fileName: "f.xml")
    #expect(document.body?["StopkaFaktury"]?.text == String(repeating: "🧾", count: 3500))
  }

  @Test("A file over the limit is refused")
  func size() {
    #expect(obstacle([UInt8](repeating: 0x20, count: FADocument.sizeLimit + 1))?.code == "file.too-large")
  }

  @Test("No word of a hostile file moves the terminal's cursor or fills the screen")
  func quoting() throws {
    let name = String(repeating: "n", count: 5000)
    let refusal = try #require(obstacle(Array("<\(name) xmlns='urn:a\u{202E}b\u{85}'/>".utf8)))
    #expect(refusal.reason.english.count < 400)
    #expect(!refusal.reason.english.unicodeScalars.contains("\u{202E}"))
    #expect(!refusal.reason.polish.unicodeScalars.contains("\u{85}"))
  }

  @Test(
    "Every hostile file of the corpus is refused", .enabled(if: Folders.shared != nil, "the shared corpus isn't here"))
  func corpus() throws {
    let files = Folders.xmlFiles(try #require(Folders.shared).appending(path: "corpus/invalid/hostile"))
    #expect(!files.isEmpty)
    for file in files {
      #expect(obstacle(Array(try Data(contentsOf: file))) != nil, "\(file.lastPathComponent)")
    }
  }

  @Test("Damaged files are read or refused, never worse")
  func damage() throws {
    let whole = invoice(
      "<Fa a=\"b\"><P_1>2026-01-01</P_1><!-- c --><![CDATA[ ]]><P_7>ł &amp; &#322;</P_7></Fa>",
      prolog: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    var read = 0
    for index in whole.indices {
      for byte in [0x00, 0x20, 0x26, 0x3C, 0x3E, 0x22, 0x41, 0xC5, 0xFF] as [UInt8] {
        var damaged = whole
        damaged[index] = byte
        if obstacle(damaged) == nil { read += 1 }
      }
    }
    #expect((1..<whole.count * 9).contains(read))
  }
}
