public import FAInvoice
public import Findings
import Synchronization

/// The user's own copy of the official schemas (XSD), which judges an invoice through libxml2: a second opinion beside
/// our own description of the structures.
///
/// Files are known by their `targetNamespace`, not by their names. Nothing outside the folder is opened: neither an
/// address of the network nor a path that a schema names, nor what an invoice hints at. Each schema is compiled once,
/// when it is first needed. Shared freely between threads; the validations of one object run one after another, since a
/// compiled schema stays behind its lock.
public final class SchemaDirectory: Sendable {
  private let schemas: SchemaSet
  /// By the path of the main file.
  private let compiled = Mutex<[String: CompiledSchema]>([:])

  /// Reads the schema files of a folder and the folders inside it.
  ///
  /// - Parameter path: the folder; at most 5 levels, 10,000 names, 200 files with the ending `.xsd`, 4 MB a file and
  ///   32 MB in all are taken. A file that can't be used (not a schema, with a document type, a link that leads out of the
  ///   folder) is passed over, and told where a schema is missing.
  /// - Throws: `schema-directory.unreadable` (input/output), `schema-directory.too-large` (usage).
  public init(_ path: String) throws(Obstacle) {
    let search = try SchemaSearch(path)
    schemas = SchemaSet(folder: path, files: search.files, refused: search.refused)
  }

  /// What the official schema of the invoice's structure objects to, in libxml2's own words.
  ///
  /// The schema is that of the root element's namespace; where several files describe it, the one that fixes the invoice's
  /// `wersjaSchemy`. The document's exact bytes are judged.
  ///
  /// - Returns: a finding `schema.second-opinion` (refused) for each of the first 100 errors, in libxml2's order and with
  ///   its line numbers, which are those of the end of an element's start tag; where there are more, a last finding
  ///   `schema.second-opinion-more` (info) with their number; nothing where the document is valid.
  /// - Throws: `schema-directory.no-schema`, `.several-schemas`, `.part-missing` or `.unusable` (usage) where the folder
  ///   gives no schema; `schema.second-opinion-failed` where libxml2 can't read the document or gives up.
  public func findings(for document: FADocument) throws(Obstacle) -> [Finding] {
    try compiled.withLock { compiled throws(Obstacle) in
      let xml: ParsedXML
      do throws(ParsedXML.Fault) {
        // The reader of invoices has made sure that the bytes are UTF-8.
        xml = try ParsedXML(document.bytes, ignoresDeclaredEncoding: true)
      } catch {
        throw .documentUnread(error, file: document.fileName)
      }
      let file = try schemas.main(
        for: xml.root.namespace ?? "", version: document.schemaVersion, structure: document.schema.rawValue)
      let schema: CompiledSchema
      if let known = compiled[file.path] { schema = known } else { schema = try CompiledSchema(file, of: schemas) }
      compiled[file.path] = schema
      let complaints: Complaints
      do throws(Obstacle) { complaints = try schema.complaints(about: xml) } catch {
        throw error.inFile(document.fileName)
      }
      return complaints.kept.map { .secondOpinion($0, in: document.fileName, schema: schema.name) }
        + (complaints.count > complaints.kept.count
          ? [.furtherOpinions(complaints.count - complaints.kept.count, in: document.fileName, schema: schema.name)]
          : [])
    }
  }
}

extension FADocument {
  /// The version that the invoice says it has: the attribute `wersjaSchemy` of `KodFormularza`.
  fileprivate var schemaVersion: String? {
    root.at("Naglowek", "KodFormularza")?.attributes.first { $0.name == "wersjaSchemy" }?.value
  }
}
