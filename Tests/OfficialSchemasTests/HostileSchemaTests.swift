import CLibXML2
import FAInvoice
import Findings
import Foundation
import OfficialSchemas
import Testing

@Suite("Hostile schemas and hints")
struct HostileSchemaTests {
  @Test(
    "A file outside the folder is never used, however it is named",
    arguments: ["", "file://", "file://localhost", "../"])
  func outside(prefix: String) throws {
    let outside = try TestFolder(["types.xsd": typesSchema()])
    let location =
      prefix == "../" ? "../\(outside.url.lastPathComponent)/types.xsd" : "\(prefix)\(outside.path)/types.xsd"
    let folder = try TestFolder(["a.xsd": tinySchema(references: importOfTypes(location), lineType: "t:Liczba")])
    #expect(trouble(folder, about: try invoice(""))?.code == "schema-directory.part-missing")
    let including = try TestFolder([
      "a.xsd": tinySchema(references: "<xsd:include schemaLocation=\"/etc/passwd\"/>")
    ])
    #expect(trouble(including, about: try invoice(""))?.code == "schema-directory.part-missing")
    withExtendedLifetime(outside) {}
  }

  @Test("Nobody is called over the network, neither for a schema nor for an invoice's hint")
  func network() throws {
    let listener = try Listener()
    let address = "http://127.0.0.1:\(listener.port)/types.xsd"
    let calling = try TestFolder(["a.xsd": tinySchema(references: importOfTypes(address), lineType: "t:Liczba")])
    #expect(trouble(calling, about: try invoice(""))?.code == "schema-directory.part-missing")
    let folder = try TestFolder(["a.xsd": tinySchema()])
    let hint = """
       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="\(fa3) \(address)"
       xsi:noNamespaceSchemaLocation="\(address)"
      """
    let findings = try SchemaDirectory(folder.path).findings(
      for: invoice("<FaWiersz>x</FaWiersz>", attributes: " " + hint))
    #expect(findings.count == 1)
    #expect(!listener.wasCalled)
  }

  @Test("A schema that an invoice hints at isn't loaded")
  func hint() throws {
    let outside = try TestFolder(["types.xsd": typesSchema(), "lax.xsd": tinySchema(lineType: "xsd:string")])
    let folder = try TestFolder(["a.xsd": tinySchema()])
    let hints = "\(fa3) \(outside.path)/lax.xsd \(types) \(outside.path)/types.xsd"
    let document = try invoice(
      "<FaWiersz xsi:type='t:Liczba' xmlns:t='\(types)'>1</FaWiersz><FaWiersz>x</FaWiersz>",
      attributes: " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='\(hints)'")
    let findings = try SchemaDirectory(folder.path).findings(for: document)
    #expect(Set(findings.map(\.place.path)) == ["/Faktura/FaWiersz[1]", "/Faktura/FaWiersz[2]"])
    withExtendedLifetime(outside) {}
  }

  @Test(
    "A schema with a document type isn't used",
    arguments: [
      "<!DOCTYPE x>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
    ])
  func documentType(prolog: String) throws {
    let folder = try TestFolder(["a.xsd": tinySchema(prolog: prolog)])
    let obstacle = try #require(trouble(folder, about: invoice("")))
    #expect(obstacle.code == "schema-directory.no-schema")
    #expect(obstacle.findings.map(\.code) == ["schema-directory.document-type"])
    #expect(obstacle.findings.map(\.place.file) == [folder.path + "/a.xsd"])
  }

  @Test("A file that nobody needs may be anything")
  func unneeded() throws {
    let folder = try TestFolder([
      "a.xsd": tinySchema(), "b.xsd": "no XML", "c.xsd": tinySchema(prolog: "<!DOCTYPE x>"), "d.xsd": "<html/>",
      "notes.txt": "text",
    ])
    #expect(try SchemaDirectory(folder.path).findings(for: invoice("")) == [])
  }

  @Test(
    "What isn't a schema is passed over and told",
    arguments: ["", "no XML", "<html/>", "<a>", "<a b='\(String(repeating: "x", count: 70_000))'/>", "<a>\u{1}</a>"])
  func notSchema(text: String) throws {
    let folder = try TestFolder(["a.xsd": text])
    let obstacle = try #require(trouble(folder, about: invoice("")))
    #expect(obstacle.findings.map(\.code) == ["schema-directory.not-schema"])
  }

  @Test("A link that leaves the folder isn't followed; one inside it is")
  func links() throws {
    let outside = try TestFolder(["a.xsd": tinySchema(), "sub/b.xsd": tinySchema()])
    let folder = try TestFolder()
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path + "/a.xsd", withDestinationPath: outside.path + "/a.xsd")
    try files.createSymbolicLink(atPath: folder.path + "/sub", withDestinationPath: outside.path + "/sub")
    try files.createSymbolicLink(atPath: folder.path + "/self", withDestinationPath: ".")
    try files.createSymbolicLink(atPath: folder.path + "/nowhere.xsd", withDestinationPath: "nothing")
    let obstacle = try #require(trouble(folder, about: invoice("")))
    #expect(obstacle.code == "schema-directory.no-schema")
    #expect(obstacle.findings.map(\.code) == ["schema-directory.link", "schema-directory.link"])
    try folder.write(tinySchema(), to: "inside/schema.txt")
    try files.createSymbolicLink(atPath: folder.path + "/linked.xsd", withDestinationPath: "inside/schema.txt")
    let findings = try SchemaDirectory(folder.path).findings(for: invoice("<FaWiersz>x</FaWiersz>"))
    #expect(findings.map(\.source) == ["linked.xsd"])
    withExtendedLifetime(outside) {}
  }

  @Test("A pipe that bears the name of a schema keeps nobody waiting")
  func pipe() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    #expect(mkfifo(folder.path + "/b.xsd", 0o600) == 0)
    #expect(try SchemaDirectory(folder.path).findings(for: invoice("")) == [])
  }

  @Test("A folder beyond the bounds isn't searched to its end")
  func bounds() throws {
    let deep = try TestFolder(["1/2/3/4/5/a.xsd": tinySchema()])
    let wide = try TestFolder(
      Dictionary(uniqueKeysWithValues: (0...200).map { ("\($0).xsd", typesSchema(references: "<!-- \($0) -->")) }))
    for folder in [deep, wide] {
      #expect(trouble(folder, about: try invoice(""))?.code == "schema-directory.too-large")
    }
    let large = try TestFolder(["a.xsd": String(repeating: " ", count: 4_000_001)])
    let refused = trouble(large, about: try invoice(""))
    #expect(refused?.findings.map(\.code) == ["schema-directory.unread-file"])
  }

  @Test("Other users of libxml2 in the process open their files as before")
  func putBack() throws {
    let folder = try TestFolder(["a.xsd": tinySchema()])
    #expect(try SchemaDirectory(folder.path).findings(for: invoice("")) == [])
    let document = xmlReadFile(folder.path + "/a.xsd", nil, 0)
    #expect(document != nil)
    xmlFreeDoc(document)
  }
}

/// A port of this machine that notes whether anybody calls.
private final class Listener {
  private let descriptor: Int32
  let port: UInt16

  struct Failure: Error {}

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let isReady = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 8) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isReady else { throw Failure() }
  }

  deinit { close(descriptor) }

  /// Whether a connection waits to be taken.
  var wasCalled: Bool { accept(descriptor, nil, nil) >= 0 }
}
