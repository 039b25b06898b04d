public import Findings

/// A UPO as its file says it: KSeF's confirmation that it has received the invoices of a session
/// (urzędowe poświadczenie odbioru).
///
/// Immutable, and shared freely between threads. The signature that it may carry is kept as the elements that it is;
/// nothing here checks it.
public final class ReceiptDocument: Sendable {
  /// The structure, known by the root element's namespace.
  public let schema: ReceiptSchema
  package let tree: DocumentTree

  init(_ tree: DocumentTree, schema: ReceiptSchema) {
    self.tree = tree
    self.schema = schema
  }

  /// The file's exact bytes.
  public var bytes: [UInt8] { tree.bytes }

  /// What the caller called the file, for messages.
  public var fileName: String { tree.fileName }

  /// The element `Potwierdzenie`.
  public var root: InvoiceElement { tree.root }

  /// Where an element stands, for a message.
  public func place(of element: InvoiceElement) -> Place { tree.place(of: element) }

  /// The largest file that is read, in bytes: ten thousand invoices with long numbers, and a signature.
  public static let sizeLimit = DocumentTree.sizeLimit
}

/// A structure of UPO that is read.
public enum ReceiptSchema: String, Sendable, Hashable, CaseIterable {
  /// With a description of the UPO's pages.
  case v42 = "UPO v4-2"
  /// With the mode in which each invoice was sent.
  case v43 = "UPO v4-3"

  /// The XML namespace that identifies the structure.
  ///
  /// Source: the official XSDs, `targetNamespace`.
  public var namespace: String {
    switch self {
    case .v42: ReceiptSchema.namespacePrefix + "v4-2"
    case .v43: ReceiptSchema.namespacePrefix + "v4-3"
    }
  }

  /// What the namespaces of all structures of UPO begin with.
  static let namespacePrefix = "http://upo.schematy.mf.gov.pl/KSeF/"

  static let rootName = "Potwierdzenie"
}
