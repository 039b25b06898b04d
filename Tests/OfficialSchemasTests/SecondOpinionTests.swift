import FAInvoice
import Findings
import Foundation
import Testing

@testable import OfficialSchemas

@Suite("The second opinion")
struct SecondOpinionTests {
  @Test("A valid invoice gives no finding")
  func valid() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    #expect(try SchemaDirectory(folder.path).findings(for: invoice("<FaWiersz>1</FaWiersz>")) == [])
  }

  @Test("An error is quoted with line, path, element and the name of the schema")
  func finding() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    let findings = try SchemaDirectory(folder.path).findings(
      for: invoice("\n<FaWiersz>1</FaWiersz>\n<FaWiersz>two</FaWiersz>\n"))
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == "schema.second-opinion")
    #expect(finding.severity == .refused)
    #expect(finding.place == Place(file: "f.xml", line: 3, path: "/Faktura/FaWiersz[2]"))
    #expect(finding.source == "a.xsd")
    #expect(finding.remedy != nil)
    for language in Language.allCases {
      let text = finding.sentence.text(in: language)
      #expect(text.contains("FaWiersz: "))
      #expect(text.contains("a.xsd"))
      #expect(text.contains("'two' is not a valid value of the atomic type 'xs:integer'."))
      #expect(!text.contains("\n"))
    }
  }

  @Test("An error about an attribute stands at its element")
  func attribute() throws {
    let folder = try TestFolder(["a.xsd": tinySchema(version: "1")])
    let findings = try SchemaDirectory(folder.path).findings(
      for: invoice("<Naglowek><KodFormularza wersjaSchemy='2'/></Naglowek>"))
    #expect(findings.map(\.place.path) == ["/Faktura/Naglowek/KodFormularza"])
  }

  @Test("What libxml2 quotes of the invoice can't steer a terminal")
  func hostileText() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    let findings = try SchemaDirectory(folder.path).findings(for: invoice("<FaWiersz>a\u{202E}b&#10;c</FaWiersz>"))
    let text = try #require(findings.first).sentence.english
    #expect(text.contains("a\u{FFFD}b"))
    #expect(!text.contains("\u{202E}"))
    #expect(!text.contains("\n"))
  }

  @Test("Of many errors a hundred are told, and the number of the others")
  func many() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    let findings = try SchemaDirectory(folder.path).findings(
      for: invoice(String(repeating: "<FaWiersz>x</FaWiersz>", count: 130)))
    #expect(findings.count { $0.code == "schema.second-opinion" } == 100)
    let last = try #require(findings.last)
    #expect(last.code == "schema.second-opinion-more")
    #expect(last.severity == .info)
    #expect(last.sentence.english.contains(" 30."))
  }

  @Test("Lines beyond 65,535 keep their numbers, and siblings are counted")
  func manyLines() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    let count = 70_000
    let document = try invoice(
      "\n" + String(repeating: "<FaWiersz>1</FaWiersz>\n", count: count) + "<FaWiersz>x</FaWiersz>")
    let findings = try SchemaDirectory(folder.path).findings(for: document)
    #expect(findings.map(\.place) == [Place(file: "f.xml", line: count + 2, path: "/Faktura/FaWiersz[\(count + 1)]")])
  }

  @Test("Foreign elements are named as the reader of invoices names them")
  func foreign() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    for namespace in ["http://example.invalid/x", ""] {
      let document = try invoice("<FaWiersz>1</FaWiersz><b xmlns='\(namespace)'/>")
      let element = try #require(document.root.children.first { $0.name != "FaWiersz" })
      let findings = try SchemaDirectory(folder.path).findings(for: document)
      #expect(findings.map(\.place.path) == [element.path])
    }
  }

  @Test("Text between elements and a foreign attribute are errors")
  func strayText() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    let directory = try SchemaDirectory(folder.path)
    #expect(try directory.findings(for: invoice("<FaWiersz>1</FaWiersz>stray")).count == 1)
    #expect(try directory.findings(for: invoice("", attributes: " xmlns:x='urn:x' x:y='1'")).count == 1)
  }

  @Test("A byte order mark doesn't hinder the opinion")
  func byteOrderMark() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    let text = "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?><Faktura xmlns='\(fa3)'><FaWiersz>x</FaWiersz></Faktura>"
    let document = try FADocument.read(Array(text.utf8), fileName: "f.xml")
    #expect(try SchemaDirectory(folder.path).findings(for: document).count == 1)
  }

  @Test("A file of 16 MB is parsed, and its lines keep their numbers")
  func sixteenMegabytes() throws {
    let line = "<FaWiersz>1</FaWiersz>\n"
    let count = 16_000_000 / line.utf8.count
    let folder = try TestFolder(["a.xsd": tinySchema()])
    let search = try SchemaSearch(folder.path)
    let set = SchemaSet(folder: folder.path, files: search.files, refused: search.refused)
    let schema = try CompiledSchema(try #require(search.files.first), of: set)
    let text = "<Faktura xmlns='\(fa3)'>\n" + String(repeating: line, count: count) + "<FaWiersz>x</FaWiersz></Faktura>"
    let complaints = try schema.complaints(about: ParsedXML(Array(text.utf8)))
    #expect(complaints.kept.map(\.line) == [count + 2])
  }

  @Test("One directory serves many threads at once, beside others that compile and read")
  func threads() async throws {
    let folder = try TestFolder([
      "a.xsd": tinySchema(references: importOfTypes("http://example.invalid/t.xsd"), lineType: "t:Liczba"),
      "t.xsd": typesSchema(),
    ])
    let path = folder.path
    let shared = try SchemaDirectory(path)
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<40 {
        group.addTask {
          let directory = number.isMultiple(of: 2) ? shared : try SchemaDirectory(path)
          let lines = String(repeating: "<FaWiersz>x</FaWiersz>", count: number)
          return try directory.findings(for: invoice(lines)).count - number
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 0, count: 40))
    withExtendedLifetime(folder) {}
  }
}

/// An import of the namespace of types.
func importOfTypes(_ location: String?) -> String {
  "<xsd:import namespace=\"\(types)\"\(location.map { " schemaLocation=\"\($0)\"" } ?? "")/>"
}
