import FAInvoice
import Findings
import Foundation
import KSeFIdentifiers
import Testing

@Suite("The samples")
struct SampleTests {
  static let files = Folders.xmlFiles(Folders.samples)

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
}
