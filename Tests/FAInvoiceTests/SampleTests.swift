import FAInvoice
import Findings
import Foundation
import KSeFIdentifiers
import Testing

@Suite("The samples")
struct SampleTests {
  /// All but the UPO.
  static let files = Folders.xmlFiles(Folders.samples).filter { $0.lastPathComponent != "upo.xml" }

  @Test("Every sample is read and has a valid identity", arguments: files)
  func identity(file: URL) throws {
    let document = try FADocument.read(Array(try Data(contentsOf: file)), fileName: file.lastPathComponent)
    #expect(try document.identity().seller.isValid)
  }

  @Test(
    "Every sample obeys the official schema, says xmllint",
    .enabled(if: Folders.shared != nil, "the official schemas aren't here"),
    .enabled(if: Tool.path("xmllint") != nil, "xmllint isn't installed"), arguments: files)
  func schema(file: URL) throws {
    let document = try FADocument.read(Array(try Data(contentsOf: file)), fileName: file.lastPathComponent)
    let schemas = try #require(Folders.shared).appending(path: "schemas")
    let schema =
      switch document.schema {
      case .fa2: "fa2/schemat_FA2_v1-0E.xsd"
      case .fa3: "fa3/schemat_FA3_v1-0E.xsd"
      case .faRR1: "rr/schemat_FA_RR1_v1-1E.xsd"
      }
    let answer = try Tool.run(
      try #require(Tool.path("xmllint")),
      ["--nonet", "--noout", "--schema", schemas.appending(path: schema).path, file.path],
      environment: ["XML_CATALOG_FILES": schemas.appending(path: "catalog.xml").path])
    #expect(answer.code == 0, "\(answer.output)")
  }

  @Test("The totals of every sample are the sums of its parts", arguments: files)
  func sums(file: URL) throws {
    let document = try FADocument.read(Array(try Data(contentsOf: file)), fileName: file.lastPathComponent)
    let body = try #require(document.body)
    if document.schema == .faRR1 {
      let lines = body.all("FakturaRRWiersz")
      #expect(try sum(of: ["P_8"], in: lines) == sum(of: ["P_11_1"], in: [body]))
      #expect(try sum(of: ["P_10"], in: lines) == sum(of: ["P_11_2"], in: [body]))
      #expect(try sum(of: ["P_11"], in: lines) == sum(of: ["P_12_1"], in: [body]))
      return
    }
    let net = Set(["1", "2", "3", "6_2", "7", "11"].map { "P_13_\($0)" })
    let tax = Set(["1", "2", "3"].map { "P_14_\($0)" })
    #expect(try sum(of: net.union(tax), in: [body]) == sum(of: ["P_15"], in: [body]))
    if body["RodzajFaktury"]?.text == "VAT" {
      #expect(try sum(of: ["P_11", "P_11A"], in: body.all("FaWiersz")) == sum(of: net, in: [body]))
    }
  }

  private func sum(of names: Set<String>, in elements: [InvoiceElement]) throws -> Decimal {
    var sum = Decimal.zero
    for child in elements.flatMap(\.children) where names.contains(child.name) {
      sum += try #require(Decimal(string: child.text))
    }
    return sum
  }
}
