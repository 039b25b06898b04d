import CLibXML2
import Findings

/// A schema as libxml2 compiled it, which this object owns.
///
/// Compiling is bounded by the size of the files only: libxml2 offers no limit of its own on the time and memory that
/// a content model with many nested occurrences takes.
final class CompiledSchema {
  /// The name of the schema's main file.
  let name: String
  private let schema: xmlSchemaPtr

  /// - Throws: `schema-directory.unusable` with what libxml2 objects to, or an obstacle of the references.
  init(_ file: SchemaFile, of set: SchemaSet) throws(Obstacle) {
    name = file.name
    let served = try set.served(from: file)
    var complaints = Complaints()
    let schema: xmlSchemaPtr? = withUnsafeMutablePointer(to: &complaints) { address in
      ServedFiles.only(served.files) {
        guard let context = xmlSchemaNewParserCtxt(served.main) else { return nil }
        defer { xmlSchemaFreeParserCtxt(context) }
        xmlSchemaSetParserStructuredErrors(context, Complaints.listener, address)
        return xmlSchemaParse(context)
      }
    }
    guard let schema else {
      throw .schemaUnusable(
        file.name, folder: set.folder, complaints.kept.map { .schemaComplaint($0, file: file.path) })
    }
    self.schema = schema
  }

  deinit { xmlSchemaFree(schema) }

  /// What the schema objects to in a document.
  ///
  /// libxml2 can't be stopped once it began: its time grows with the document and the number of errors, and its tree
  /// takes several times the document's size. What is kept of the errors is bounded.
  /// A hint such as `xsi:schemaLocation` is read only where no schema was given; besides, nothing is served.
  func complaints(about xml: ParsedXML) throws(Obstacle) -> Complaints {
    var complaints = Complaints()
    let result: Int32 = withUnsafeMutablePointer(to: &complaints) { address in
      ServedFiles.only([:]) {
        guard let context = xmlSchemaNewValidCtxt(schema) else { return -1 }
        defer { xmlSchemaFreeValidCtxt(context) }
        xmlSchemaSetValidStructuredErrors(context, Complaints.listener, address)
        return xmlSchemaValidateDoc(context, xml.document)
      }
    }
    // Below 0 libxml2 gave up; above 0 the document is invalid, and never without a complaint.
    guard result == 0 || result > 0 && complaints.count > 0 else { throw .validatorGaveUp(name) }
    return complaints
  }
}

/// The errors that libxml2 reports during one run; the first are kept, the rest are counted.
struct Complaints {
  struct Complaint {
    /// libxml2's own words, on one line.
    let message: String
    /// From 1; nil where libxml2 knows none.
    let line: Int?
    /// The way to the element; nil where libxml2 knows none.
    let path: ElementPath?
  }

  /// As many complaints as are kept.
  static let limit = 100

  private(set) var kept: [Complaint] = []
  /// Of all, kept or not.
  private(set) var count = 0

  /// What libxml2 calls for each error, with the address of a `Complaints`.
  static let listener: @convention(c) (UnsafeMutableRawPointer?, xmlErrorPtr?) -> Void = { address, error in
    guard let complaints = address?.assumingMemoryBound(to: Complaints.self), let error = error?.pointee,
      error.level.rawValue >= XML_ERR_ERROR.rawValue
    else { return }
    complaints.pointee.count += 1
    guard complaints.pointee.kept.count < Complaints.limit else { return }
    complaints.pointee.kept.append(Complaint(error))
  }
}

extension Complaints.Complaint {
  /// libxml2 repeats the value and the pattern or the names expected, which can be long.
  private static let lengthLimit = 600

  fileprivate init(_ error: xmlError) {
    let words = error.message.map { String(cString: $0) } ?? ""
    let shown = words.unicodeScalars.prefix(Complaints.Complaint.lengthLimit)
    let lines = String(String.UnicodeScalarView(shown)).split(whereSeparator: \.isNewline).joined(separator: " ")
    message = lines.printable + (words.unicodeScalars.count > shown.count ? "…" : "")
    line = error.line > 0 ? Int(error.line) : nil
    path = error.node.map { ElementPath($0.assumingMemoryBound(to: xmlNode.self)) }
  }
}
