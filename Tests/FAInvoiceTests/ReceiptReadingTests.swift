import FAInvoice
import Findings
import Foundation
import Testing

/// A UPO is read beside invoices, from the same exact tree.
@Suite("Reading a UPO")
struct ReceiptReadingTests {
  private static let namespace = "http://upo.schematy.mf.gov.pl/KSeF/"
  private static let signature = "http://www.w3.org/2000/09/xmldsig#"
  private static let sample = Folders.samples.appending(path: "upo.xml")

  private func receipt(_ content: String, version: String = "v4-3") -> [UInt8] {
    Array("<Potwierdzenie xmlns=\"\(Self.namespace)\(version)\">\(content)</Potwierdzenie>".utf8)
  }

  private func read(_ bytes: [UInt8]) throws(Obstacle) -> KSeFDocument {
    try KSeFDocument.read(bytes, fileName: "f.xml")
  }

  private func refusal(_ bytes: [UInt8]) -> Obstacle? {
    do {
      _ = try read(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("Both structures are known by their namespace", arguments: [("v4-2", ReceiptSchema.v42), ("v4-3", .v43)])
  func versions(version: String, schema: ReceiptSchema) throws {
    guard case .receipt(let read) = try read(receipt("<Dokument/>", version: version)) else {
      Issue.record("not read as a UPO")
      return
    }
    #expect(read.schema == schema)
    #expect(read.root["Dokument"] != nil)
  }

  @Test("An invoice is read as an invoice")
  func anInvoice() throws {
    guard case .invoice(let read) = try read(invoice("<Fa/>")) else {
      Issue.record("not read as an invoice")
      return
    }
    #expect(read.schema == .fa3)
  }

  @Test("Another structure of UPO is named", arguments: ["v1", "v3", "v3-1", "v4-1", "v5-0", "v4-3/"])
  func otherVersion(version: String) throws {
    let refusal = try #require(self.refusal(receipt("", version: version)))
    #expect(refusal.code == "receipt.other-structure")
  }

  @Test("Another root in a UPO's namespace isn't a UPO")
  func otherRoot() {
    let xml = "<Faktura xmlns=\"\(Self.namespace)v4-3\"/>"
    #expect(refusal(Array(xml.utf8)) != nil)
  }

  @Test("Where an invoice is needed a UPO is refused as one")
  func notAnInvoice() { #expect(obstacle(receipt(""))?.code == "invoice.is-upo") }

  @Test("The signature brings namespaces of its own, to its end")
  func signature() throws {
    let signed = """
      <Dokument/><s:Signature xmlns:s="\(Self.signature)"><s:Object><x:Q xmlns:x="urn:x"><y/></x:Q></s:Object></s:Signature>
      """
    guard case .receipt(let read) = try read(receipt(signed)) else {
      Issue.record("not read as a UPO")
      return
    }
    #expect(read.root.at("Signature", "Object", "Q", "y") != nil)
    #expect(refusal(receipt(signed + "<x:Dokument xmlns:x=\"urn:x\"/>"))?.code == "xml.foreign-element")
  }

  @Test(
    "Nothing else does",
    arguments: [
      "<x:Dokument xmlns:x=\"urn:x\"/>", "<s:Object xmlns:s=\"http://www.w3.org/2000/09/xmldsig#\"/>",
      "<Dokument><s:Signature xmlns:s=\"http://www.w3.org/2000/09/xmldsig#\"/></Dokument>",
      "<x:Signature xmlns:x=\"urn:x\"/>",
    ])
  func foreign(content: String) { #expect(refusal(receipt(content))?.code == "xml.foreign-element") }

  @Test("In an invoice a signature is an element of another namespace like any other")
  func signedInvoice() throws {
    let document = try FADocument.read(
      invoice("<s:Signature xmlns:s=\"\(Self.signature)\"><s:Object/></s:Signature>"), fileName: "f.xml")
    #expect(document.root["{\(Self.signature)}Signature"]?["{\(Self.signature)}Object"] != nil)
  }

  @Test("What is a finding in an invoice is refused in a UPO")
  func strictness() {
    #expect(refusal(receipt("<?druk?>"))?.code == "xml.processing-instruction")
    #expect(refusal([0xEF, 0xBB, 0xBF] + receipt(""))?.code == "xml.byte-order-mark")
    #expect(refusal(receipt("<Dokument/>x"))?.code == "xml.mixed-content")
  }

  @Test("A signature is no way round the limits")
  func deepSignature() {
    let deep = String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40)
    let signed = "<s:Signature xmlns:s=\"\(Self.signature)\">\(deep)</s:Signature>"
    #expect(refusal(receipt(signed))?.code == "xml.too-deep")
    #expect(refusal(Array("<!DOCTYPE Potwierdzenie>".utf8) + receipt(""))?.code == "xml.document-type")
  }

  @Test("A UPO of ten thousand invoices is read, and there is a limit")
  func size() {
    let filling = String(repeating: "<Dokument>\(String(repeating: "x", count: 1400))</Dokument>", count: 10_000)
    #expect(refusal(receipt(filling)) == nil)
    #expect(refusal([UInt8](repeating: 0x20, count: ReceiptDocument.sizeLimit + 1))?.code == "file.too-large")
  }

  @Test(
    "The sample obeys the official schema but for its signature, says xmllint",
    .enabled(if: Folders.shared != nil, "the official schemas aren't here"),
    .enabled(if: Tool.path("xmllint") != nil, "xmllint isn't installed"))
  func sampleSchema() throws {
    let xml = try String(contentsOf: Self.sample, encoding: .utf8)
    let bare = xml.replacing(/\ *<ds:Signature [\s\S]*<\/ds:Signature>\n/, with: "")
    #expect(bare.utf8.count < xml.utf8.count)
    let file = FileManager.default.temporaryDirectory.appending(path: "upo-\(UUID().uuidString).xml")
    try bare.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let schemas = try #require(Folders.shared).appending(path: "schemas")
    let answer = try Tool.run(
      try #require(Tool.path("xmllint")),
      ["--nonet", "--noout", "--schema", schemas.appending(path: "upo/upo-v4-3.xsd").path, file.path])
    #expect(answer.code == 0, "\(answer.output)")
  }

  @Test(
    "Every UPO of the corpus is read, or named as of another structure",
    .enabled(if: Folders.shared != nil, "the shared corpus isn't here"))
  func corpus() throws {
    let corpus = try #require(Folders.shared).appending(path: "corpus")
    let files = ["invoices/upo", "invalid/upo"].flatMap { Folders.xmlFiles(corpus.appending(path: $0)) }
    var read = 0
    for file in files {
      let bytes = Array(try Data(contentsOf: file))
      let isKnown = ReceiptSchema.allCases.contains {
        String(decoding: bytes.prefix(300), as: UTF8.self).contains("\"\($0.namespace)\"")
      }
      #expect(refusal(bytes)?.code == (isKnown ? nil : "receipt.other-structure"), "\(file.lastPathComponent)")
      if isKnown { read += 1 }
    }
    #expect(read > 10)
  }
}
