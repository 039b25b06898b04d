import FAInvoice
import Findings
import Foundation
import OfficialSchemas
import Testing

@Suite("The official schemas", .enabled(if: Shared.folder != nil, "the shared schemas and corpus aren't here"))
struct OfficialSchemaTests {
  private let directory: SchemaDirectory
  private let schemas: URL

  init() throws {
    schemas = try #require(Shared.folder).appending(path: "schemas")
    directory = try SchemaDirectory(schemas.path)
  }

  @Test("Every valid invoice of the corpus, of all three structures, passes")
  func valid() throws {
    let files = ["invoices/fa2", "invoices/fa3", "invoices/rr", "generated"].flatMap(Shared.xmlFiles)
    #expect(files.count >= 100)
    var structures: Set<FASchema> = []
    for file in files {
      let document = try FADocument.read(Array(try Data(contentsOf: file)), fileName: file.lastPathComponent)
      #expect(try directory.findings(for: document) == [], "\(file.lastPathComponent)")
      structures.insert(document.schema)
    }
    #expect(structures == Set(FASchema.allCases))
  }

  @Test(
    "Every invalid invoice that is read fails with xmllint's lines and words",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint"), "xmllint isn't installed"))
  func invalid() throws {
    var count = 0
    for file in Shared.xmlFiles("invalid/schema") {
      guard let document = try? FADocument.read(Array(try Data(contentsOf: file)), fileName: file.path) else {
        continue
      }
      let findings = try directory.findings(for: document)
      let expected = try xmllint(file, schema: document)
      #expect(!expected.isEmpty)
      #expect(findings.map(\.place.line) == expected.map(\.line), "\(file.lastPathComponent)")
      for (finding, expected) in zip(findings, expected) {
        #expect(finding.code == "schema.second-opinion")
        #expect(expected.message.count > 550 || finding.sentence.english.contains(expected.message))
        #expect(finding.place.path?.hasPrefix("/Faktura") == true)
      }
      count += 1
    }
    #expect(count >= 30)
  }

  /// What xmllint says about a file by the official schema, with the catalog beside the schemas.
  private func xmllint(_ file: URL, schema document: FADocument) throws -> [(line: Int, message: String)] {
    let text = String(decoding: document.bytes, as: UTF8.self)
    let name =
      switch document.schema {
      case .fa2: "fa2/schemat_FA2_v1-0E.xsd"
      case .fa3: "fa3/schemat_FA3_v1-0E.xsd"
      case .faRR1: text.contains("/14189/") ? "rr/schemat_FA_RR1_v1-1E.xsd" : "rr/schemat_RR1_v1-0E.xsd"
      }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/xmllint")
    process.arguments = ["--nonet", "--noout", "--schema", schemas.appending(path: name).path, file.path]
    process.environment = ["XML_CATALOG_FILES": schemas.appending(path: "catalog.xml").path]
    let output = Pipe()
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let error = #/.*?:(?<line>\d+): element \S+: Schemas validity error : (?<message>.*)/#
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { row in
      row.wholeMatch(of: error).flatMap { match in
        Int(match.output.line).map { ($0, String(match.output.message)) }
      }
    }
  }
}
