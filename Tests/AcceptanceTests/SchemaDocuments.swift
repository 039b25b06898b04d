import Foundation
import Testing

/// A structure of invoices, with its official schema and the invoices of the corpus that obey it.
enum Structure: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case fa3
  case fa2
  case rr

  var testDescription: String { rawValue }

  /// The schema's file and the catalogue that finds what it includes; nil without the shared folder.
  var schema: (file: String, catalog: String)? {
    let file =
      switch self {
      case .fa3: "fa3/schemat_FA3_v1-0E.xsd"
      case .fa2: "fa2/schemat_FA2_v1-0E.xsd"
      case .rr: "rr/schemat_FA_RR1_v1-1E.xsd"
      }
    guard let folder = Corpus.shared?.appending(path: "schemas") else { return nil }
    return (folder.appending(path: file).path, folder.appending(path: "catalog.xml").path)
  }
}

/// Documents that hold every leaf, take every branch and use every code of a schema, and their prints.
struct SchemaDocuments: Sendable {
  let structure: Structure
  private let folder: WorkFolder
  /// In the order in which they were made: the first ones are full.
  let files: [String]
  /// What the schema has.
  let size: Size

  struct Size: Decodable, Sendable {
    let documents: Int
    let leaves: Int
    let codes: Int
  }

  /// The documents of a structure, built and printed once for all tests.
  static func all(of structure: Structure) async throws -> SchemaDocuments {
    try await Shop.ofProcess.documents(of: structure)
  }

  private actor Shop {
    static let ofProcess = Shop()
    private var made: [Structure: Task<SchemaDocuments, any Error>] = [:]

    func documents(of structure: Structure) async throws -> SchemaDocuments {
      let work = made[structure] ?? Task { try await SchemaDocuments(of: structure) }
      made[structure] = work
      return try await work.value
    }
  }

  /// Builds the documents, and prints them into the same folder.
  private init(of structure: Structure) async throws {
    guard let schema = structure.schema else { throw CocoaError(.fileNoSuchFile) }
    self.structure = structure
    let folder = try WorkFolder()
    self.folder = folder
    let made = try Script.schemaDocuments.run([schema.file, schema.catalog, folder.path])
    guard made.code == 0 else { throw NotMade(errors: made.errors) }
    size = try JSONDecoder().decode(Size.self, from: made.output)
    let path = folder.path
    files = try folder.names().map { "\(path)/\($0)" }
    try await PaperPress.print(files, into: folder.path)
  }

  struct NotMade: Error {
    let errors: String
  }
}
