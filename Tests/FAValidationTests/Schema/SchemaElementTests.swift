import Findings
import Testing

@Suite("The schema's elements: which, in which order, how often")
struct SchemaElementTests {
  @Test("An invoice that obeys its schema has no finding")
  func validInvoice() throws {
    #expect(try schemaCodes(SchemaSample.fa3).isEmpty)
  }

  @Test("A required element that is missing is told of at the element before which it is missing")
  func missingElement() throws {
    let findings = try schemaFindings(SchemaSample.fa3("    <P_15>123.00</P_15>\n", becomes: ""))
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == "schema.missing-element")
    #expect(finding.severity == .refused)
    #expect(finding.place.path == "/Faktura/Fa/Adnotacje")
    #expect(finding.place.line == 32)
    #expect(finding.sentence.english == "Missing before Adnotacje: P_15.")
    #expect(finding.sentence.polish == "Przed Adnotacje brakuje: P_15.")
    #expect(finding.source == "FA(3)")
  }

  @Test("What is missing at the end of an element is told of at that element")
  func missingAtEnd() throws {
    let findings = try schemaFindings(SchemaSample.fa3("<JST>2</JST>\n    <GV>2</GV>", becomes: ""))
    #expect(findings.map(\.code) == ["schema.missing-element"])
    #expect(findings.first?.place.path == "/Faktura/Podmiot2")
    #expect(findings.first?.sentence.english == "Missing in Podmiot2, at its end: JST, GV.")
  }

  @Test("Of alternatives that are missing all are named")
  func missingAlternatives() throws {
    let findings = try schemaFindings(SchemaSample.fa3("<P_19N>1</P_19N>", becomes: ""))
    #expect(findings.map(\.sentence.english) == ["Missing in Zwolnienie, at its end: P_19 or P_19N."])
  }

  @Test("Only the alternative that leads to what stands is missing")
  func missingOfOneAlternative() throws {
    let findings = try schemaFindings(SchemaSample.fa3("<NIP>1111111111</NIP>", becomes: "<NrVatUE>123</NrVatUE>"))
    #expect(findings.map(\.sentence.english) == ["Missing before NrVatUE: KodUE."])
  }

  @Test("Two elements that changed places are one finding")
  func swappedElements() throws {
    let findings = try schemaFindings(
      SchemaSample.fa3(
        "<P_1>2026-03-01</P_1>\n    <P_2>FV/1/2026</P_2>", becomes: "<P_2>FV/1/2026</P_2><P_1>2026-03-01</P_1>"))
    #expect(findings.map(\.code) == ["schema.element-order"])
    #expect(findings.first?.place.path == "/Faktura/Fa/P_2")
    #expect(findings.first?.sentence.english == "P_2 stands too early; before it must come: P_1.")
  }

  @Test("An optional element that comes late is told where it belongs")
  func lateElement() throws {
    let findings = try schemaFindings(
      SchemaSample.fa3("<P_2>FV/1/2026</P_2>", becomes: "<P_2>FV/1/2026</P_2><P_1M>Warszawa</P_1M>"))
    #expect(findings.map(\.code) == ["schema.element-order"])
    #expect(findings.first?.sentence.english == "P_1M stands too late: it must come before P_2.")
  }

  @Test("An element that stands twice where it may stand once is one too many")
  func repeatedElement() throws {
    let findings = try schemaFindings(
      SchemaSample.fa3("<P_7>Papier czerpany</P_7>", becomes: "<P_7>Papier</P_7><P_7>Klej</P_7>"))
    #expect(findings.map(\.code) == ["schema.too-many"])
    #expect(findings.first?.place.path == "/Faktura/Fa/FaWiersz/P_7[2]")
  }

  @Test("The last of the elements that a structure takes is taken, the next is one too many")
  func fullElement() throws {
    let contact = "<DaneKontaktowe><Telefon>221234567</Telefon></DaneKontaktowe>"
    func withContacts(_ count: Int) throws -> [String] {
      try schemaCodes(
        SchemaSample.fa3("</Podmiot1>", becomes: String(repeating: contact, count: count) + "</Podmiot1>"))
    }
    #expect(try withContacts(3) == [])
    #expect(try withContacts(4) == ["schema.too-many"])
  }

  @Test("One cause is told once, however many elements share it, and each element's contents are judged")
  func oneCause() throws {
    let line = "<FaWiersz><NrWierszaFa>0</NrWierszaFa></FaWiersz>"
    let codes = try schemaCodes(SchemaSample.fa3(adding: "<Rozliczenie/>" + line + line + line))
    #expect(codes == ["schema.element-order"] + [String](repeating: "schema.value-range", count: 3))
  }

  @Test("A slip of the pen in a name is recognised, and nothing is missing for it")
  func misspelling() throws {
    let findings = try schemaFindings(
      SchemaSample.fa3("<Nazwa>Zmyślony Nabywca</Nazwa>", becomes: "<Nazw>Zmyślony Nabywca</Nazw>"))
    #expect(findings.map(\.code) == ["schema.unexpected-element"])
    #expect(findings.first?.sentence.english == "Nazw isn't known in DaneIdentyfikacyjne; perhaps Nazwa is meant.")
  }

  @Test("Numbers in names are no slips of the pen")
  func otherNumber() throws {
    let findings = try schemaFindings(SchemaSample.fa3("<P_15>123.00</P_15>", becomes: "<P_95>123.00</P_95>"))
    #expect(findings.first?.sentence.english.contains("perhaps") == false)
  }

  @Test("An element of an alternative that another excludes is told by which")
  func excludedAlternative() throws {
    let findings = try schemaFindings(
      SchemaSample.fa3("<P_19N>1</P_19N>", becomes: "<P_19>1</P_19><P_19A>art. 43</P_19A><P_19B>art. 1</P_19B>"))
    #expect(findings.map(\.code) == ["schema.unexpected-element"])
    #expect(findings.first?.sentence.english.hasPrefix("P_19B can't stand together with P_19A") == true)
  }

  @Test("An element of a foreign namespace is not expected")
  func foreignElement() throws {
    let findings = try schemaFindings(
      SchemaSample.fa3("<P_15>", becomes: "<obcy xmlns=\"urn:przyklad\"><P_1>rano</P_1></obcy><P_15>"))
    #expect(findings.map(\.code) == ["schema.unexpected-element"])
  }

  @Test("Text between elements is told of once, at the element whose contents it is in")
  func strayText() throws {
    let findings = try schemaFindings(
      SchemaSample.fa3("<P_15>123.00</P_15>", becomes: "raz<P_15>123.00</P_15>dwa"))
    #expect(findings.map(\.code) == ["schema.text"])
    #expect(findings.first?.place.path == "/Faktura/Fa")
  }

  @Test(
    "A section of CDATA is text between elements, however white; in a value it is nothing special",
    arguments: ["<![CDATA[]]>", "<![CDATA[ ]]>"])
  func sections(_ section: String) throws {
    #expect(try schemaCodes(SchemaSample.fa3("<P_15>", becomes: section + "<P_15>")) == ["schema.text"])
    #expect(try schemaCodes(SchemaSample.fa3("<Naglowek>", becomes: "<Naglowek>\n" + section)) == ["schema.text"])
    #expect(try schemaCodes(SchemaSample.fa3(adding: "<Platnosc>\(section)</Platnosc>")) == ["schema.text"])
    #expect(try schemaCodes(SchemaSample.fa3("FV/1/2026", becomes: "FV/1/\(section)2026")) == [])
  }

  @Test("Text alone where elements should stand is text, and the elements are missing")
  func textForElements() throws {
    let codes = try schemaCodes(SchemaSample.fa3("<P_19N>1</P_19N>", becomes: "nie"))
    #expect(codes == ["schema.text", "schema.missing-element"])
  }

  @Test("An element inside a value is told of at the value")
  func elementInValue() throws {
    let findings = try schemaFindings(SchemaSample.fa3("FV/1/2026", becomes: "FV/<b>1</b>/2026"))
    #expect(findings.map(\.code) == ["schema.element-in-value"])
    #expect(findings.first?.place.path == "/Faktura/Fa/P_2")
  }

  @Test("What stands after something wrong is judged all the same")
  func judgesOn() throws {
    let codes = try schemaCodes(
      SchemaSample.fa3("<P_1>2026-03-01</P_1>", becomes: "<Zly>x</Zly><P_1>wczoraj</P_1>"))
    #expect(codes == ["schema.unexpected-element", "schema.value-date"])
  }

  @Test("A hundred findings are told, and that there may be more")
  func limit() throws {
    let line = "<FaWiersz><NrWierszaFa>0</NrWierszaFa></FaWiersz>"
    let codes = try schemaCodes(SchemaSample.fa3(adding: String(repeating: line, count: 150)))
    #expect(codes.count == 101)
    #expect(codes.last == "schema.more")
    #expect(codes.count { $0 == "schema.more" } == 1)
  }

  @Test("A name that could steer a terminal is shown harmless, a long one short")
  func hostileName() throws {
    let name = String(repeating: "x", count: 500)
    let findings = try schemaFindings(SchemaSample.fa3("<P_15>", becomes: "<\(name)/><P_15>"))
    let sentence = try #require(findings.first).sentence.english
    #expect(sentence.utf8.count < 200)
    let value = try schemaFindings(SchemaSample.fa3("<P_12>23<", becomes: "<P_12>\u{202E}32<"))
    #expect(value.first?.sentence.english.unicodeScalars.contains("\u{202E}") == false)
  }
}
