import Testing

@Suite("The schema's attributes")
struct SchemaAttributeTests {
  private static let instance = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""

  @Test("What the header says of its form must stand, with the only values that it may have")
  func formAttributes() throws {
    #expect(try schemaCodes(SchemaSample.fa3(" wersjaSchemy=\"1-0E\"", becomes: "")) == ["schema.attribute"])
    #expect(try schemaCodes(SchemaSample.fa3("FA (3)", becomes: "FA (2)")) == ["schema.attribute"])
    #expect(try schemaCodes(SchemaSample.fa3("FA (3)", becomes: "FA\t(3)")) == [])
    #expect(try schemaCodes(SchemaSample.fa3("FA (3)", becomes: " FA (3)")) == ["schema.attribute"])
  }

  @Test("The places of schemas may be named on any element, whatever they are")
  func schemaLocations() throws {
    let attribute = "\(SchemaAttributeTests.instance) xsi:schemaLocation=\"a\" xsi:noNamespaceSchemaLocation=\"\""
    #expect(try schemaCodes(SchemaSample.fa3("<P_2>", becomes: "<P_2 \(attribute)>")) == [])
  }

  @Test(
    "Other attributes are refused",
    arguments: ["xml:lang=\"pl\"", "id=\"1\"", "xsi:nil=\"false\"", "xmlns:o=\"urn:o\" o:a=\"1\"", "xsi:obcy=\"1\""])
  func unknownAttributes(_ attribute: String) throws {
    let document = try SchemaSample.fa3("<P_2>", becomes: "<P_2 \(SchemaAttributeTests.instance) \(attribute)>")
    #expect(try schemaCodes(document) == ["schema.attribute"])
  }

  @Test(
    "An element may name its own type or one that narrows it, and is judged by that",
    arguments: [
      ("P_2", "TZnakowy", "FV/1", [String]()), ("P_2", "o:TZnakowy", "FV/1", []),
      ("P_2", "TNumerTelefonu", "FV/1", []), ("P_2", "TNumerTelefonu", "FV/1/2026/03/0001", ["schema.value-length"]),
      ("P_2", "TGTU", "GTU_01", []), ("P_2", "TZnakowy20", "FV/1", ["schema.attribute"]),
      ("P_2", "xsd:token", "FV/1", ["schema.attribute"]), ("P_2", "obcy:TZnakowy", "FV/1", ["schema.attribute"]),
      ("P_2", "", "FV/1", ["schema.attribute"]), ("P_2", " TZnakowy ", "FV/1", ["schema.attribute"]),
      ("JST", "TZnakowy", "2", ["schema.attribute"]), ("KodKraju", "e:TKodKrajuWydania", "CZ", []),
      ("KodKraju", "e:TKodKrajuWydania", "PL", ["schema.value-format"]),
      ("KodKraju", "e:TMiesiac", "PL", ["schema.attribute"]),
    ])
  func namedType(_ element: String, _ type: String, _ value: String, _ codes: [String]) throws {
    let namespaces =
      SchemaAttributeTests.instance
      + " xmlns:o='http://crd.gov.pl/wzor/2025/06/25/13775/' xmlns:xsd='http://www.w3.org/2001/XMLSchema'"
      + " xmlns:e='http://crd.gov.pl/xml/schematy/dziedzinowe/mf/2022/01/05/eD/DefinicjeTypy/'"
    let old = ["P_2": "FV/1/2026", "JST": "2", "KodKraju": "PL"][element, default: ""]
    let document = try SchemaSample.fa3(
      "<\(element)>\(old)<", becomes: "<\(element) \(namespaces) xsi:type=\"\(type)\">\(value)<")
    #expect(try schemaCodes(document) == codes)
  }

  @Test("A prefix of a type is looked up in the elements around, too")
  func prefixFromRoot() throws {
    let document = SchemaSample.fa3
      .replacing(
        "<Faktura xmlns",
        with: "<Faktura \(SchemaAttributeTests.instance) xmlns:fa=\"http://crd.gov.pl/wzor/2025/06/25/13775/\" xmlns"
      )
      .replacing("<Adres>", with: "<Adres xsi:type=\"fa:TAdres\">")
    #expect(try schemaCodes(document) == [])
    #expect(try schemaCodes(document.replacing("fa:TAdres", with: "fa:TNaglowek")) == ["schema.attribute"])
  }

  @Test("Each publication of FA_RR(1) asks for its own form")
  func publicationsOfFARR() throws {
    func codes(_ namespace: String, _ system: String, _ version: String) throws -> [String] {
      try schemaCodes(
        """
        <Faktura xmlns="\(namespace)"><Naglowek><KodFormularza kodSystemowy="\(system)" wersjaSchemy="\(version)"
        >FA_RR</KodFormularza></Naglowek></Faktura>
        """
      ).filter { $0 == "schema.attribute" }
    }
    let (first, current) = ("http://crd.gov.pl/wzor/2026/02/17/14164/", "http://crd.gov.pl/wzor/2026/03/06/14189/")
    #expect(try codes(first, "FA_RR(1)", "1-0E") == [])
    #expect(try codes(current, "FA_RR (1)", "1-1E") == [])
    #expect(try codes(current, "FA_RR(1)", "1-0E").count == 2)
  }
}
