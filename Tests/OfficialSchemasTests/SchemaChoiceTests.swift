import FAInvoice
import Findings
import Foundation
import OfficialSchemas
import Testing

@Suite("Which schema judges")
struct SchemaChoiceTests {
  @Test("A schema is known by its namespace, whatever its name and subfolder")
  func byNamespace() throws {
    let folder = try TestFolder([
      "schemat_FA3.xsd": tinySchema(lineType: "xsd:date", namespace: "http://example.invalid/other/"),
      "deep/er/misnamed.xsd": tinySchema(),
    ])
    let findings = try SchemaDirectory(folder.path).findings(for: invoice("<FaWiersz>x</FaWiersz>"))
    #expect(findings.map(\.source) == ["misnamed.xsd"])
  }

  @Test("Without a schema for the structure there is no opinion")
  func none() throws {
    let folder = try TestFolder(["a.xsd": tinySchema(namespace: "http://example.invalid/other/")])
    let obstacle = try #require(trouble(folder, about: invoice("")))
    #expect(obstacle.code == "schema-directory.no-schema")
    #expect(obstacle.kind == .usage)
    #expect(obstacle.reason.english.contains("FA(3)"))
    #expect(obstacle.reason.polish.contains(fa3))
  }

  @Test("Of two schemas of one namespace the invoice's wersjaSchemy decides")
  func byVersion() throws {
    let folder = try TestFolder([
      "one.xsd": tinySchema(version: "1-0E"), "two.xsd": tinySchema(lineType: "xsd:date", version: "1-1E"),
    ])
    let directory = try SchemaDirectory(folder.path)
    let document = try invoice(
      "<Naglowek><KodFormularza wersjaSchemy='1-1E'/></Naglowek><FaWiersz>x</FaWiersz>")
    #expect(try directory.findings(for: document).map(\.source) == ["two.xsd"])
    #expect(trouble(folder, about: try invoice(""))?.code == "schema-directory.several-schemas")
  }

  @Test("A copy of a schema is no second one")
  func copies() throws {
    let folder = try TestFolder(["a.xsd": tinySchema(), "b/a.xsd": tinySchema()])
    #expect(try SchemaDirectory(folder.path).findings(for: invoice("")) == [])
  }

  @Test(
    "An import is answered by the file of that name and namespace, else by the namespace alone",
    arguments: ["http://example.invalid/far/types.xsd", "other-name.xsd", "../../outside/types.xsd", nil])
  func imports(location: String?) throws {
    let folder = try TestFolder([
      "a.xsd": tinySchema(references: importOfTypes(location), lineType: "t:Liczba"), "base/types.xsd": typesSchema(),
    ])
    let findings = try SchemaDirectory(folder.path).findings(
      for: invoice("<FaWiersz>1</FaWiersz><FaWiersz>x</FaWiersz>"))
    #expect(findings.map(\.place.path) == ["/Faktura/FaWiersz[2]"])
  }

  @Test("Included files belong to the one that includes them, even in a circle")
  func includes() throws {
    let part = """
      <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="\(types)">
        <xsd:include schemaLocation="http://example.invalid/types.xsd"/>
        <xsd:simpleType name="Inna"><xsd:restriction base="xsd:date"/></xsd:simpleType>
      </xsd:schema>
      """
    let folder = try TestFolder([
      "a.xsd": tinySchema(references: importOfTypes("http://example.invalid/types.xsd"), lineType: "t:Inna"),
      "types.xsd": typesSchema(references: "<xsd:include schemaLocation='http://example.invalid/x/part.xsd'/>"),
      "part.xsd": part,
    ])
    let findings = try SchemaDirectory(folder.path).findings(
      for: invoice("<FaWiersz>2026-01-31</FaWiersz><FaWiersz>1</FaWiersz>"))
    #expect(findings.map(\.place.path) == ["/Faktura/FaWiersz[2]"])
  }

  @Test("A missing part is named, not fetched")
  func missingPart() throws {
    let folder = try TestFolder([
      "a.xsd": tinySchema(references: importOfTypes("http://example.invalid/types.xsd"), lineType: "t:Liczba")
    ])
    let obstacle = try #require(trouble(folder, about: invoice("")))
    #expect(obstacle.code == "schema-directory.part-missing")
    #expect(obstacle.reason.english.contains("http://example.invalid/types.xsd"))
  }

  @Test("Two different files that could be meant stop the work")
  func ambiguousPart() throws {
    let folder = try TestFolder([
      "a.xsd": tinySchema(references: importOfTypes("http://example.invalid/t.xsd"), lineType: "t:Liczba"),
      "one/t.xsd": typesSchema(), "two/t.xsd": typesSchema(references: "<!-- other -->"),
    ])
    #expect(trouble(folder, about: try invoice(""))?.code == "schema-directory.several-schemas")
  }

  @Test("A schema that libxml2 can't compile is told with libxml2's reasons")
  func unusable() throws {
    let folder = try TestFolder(["a.xsd": tinySchema(lineType: "Nieznany")])
    let obstacle = try #require(trouble(folder, about: invoice("")))
    #expect(obstacle.code == "schema-directory.unusable")
    #expect(obstacle.findings.first?.code == "schema-directory.schema-error")
    #expect(obstacle.findings.first?.sentence.polish.contains("Nieznany") == true)
  }

  @Test("What isn't a folder is told with the system's reason")
  func noFolder() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    for path in [folder.path + "/nowhere", folder.path + "/a.xsd"] {
      #expect(throws: Obstacle("schema-directory.unreadable", at: path)) { try SchemaDirectory(path) }
    }
  }
}

extension Obstacle {
  /// An obstacle to compare with: code, kind and place are all that counts.
  fileprivate init(_ code: String, at path: String) {
    self.init(
      code, kind: .inputOutput, at: Place(file: path), Sentence("", pl: ""), remedy: Sentence("", pl: ""))
  }
}
