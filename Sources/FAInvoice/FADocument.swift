public import Findings
public import KSeFIdentifiers

/// An invoice as its file says it: every element, attribute and character, their places, and the bytes themselves.
///
/// Immutable, and shared freely between threads.
public final class FADocument: Sendable {
  /// The file's exact bytes.
  public let bytes: [UInt8]
  /// The structure, known by the root element's namespace.
  public let schema: FASchema
  /// What the caller called the file, for messages.
  public let fileName: String

  let nodes: [Node]
  let names: [String]
  let attributes: [Attribute]
  /// The character data of all elements, each element's in one run.
  let characters: [UInt8]
  let lines: LineTable

  /// One element of the flat tree; indices are -1 for none.
  struct Node: Sendable {
    var name: Int32
    var parent: Int32
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
    var textStart: Int32 = 0
    var textEnd: Int32 = 0
    var attributesStart: Int32 = 0
    var attributesEnd: Int32 = 0
    /// Where the start tag ends: its `>` or `/>`.
    var tagEnd: Int32
  }

  init(
    bytes: [UInt8], schema: FASchema, fileName: String, nodes: [Node], names: [String], attributes: [Attribute],
    characters: [UInt8], lines: LineTable
  ) {
    precondition(!nodes.isEmpty, "a document has a root element")
    self.bytes = bytes
    self.schema = schema
    self.fileName = fileName
    self.nodes = nodes
    self.names = names
    self.attributes = attributes
    self.characters = characters
    self.lines = lines
  }

  /// The element `Faktura`.
  public var root: InvoiceElement { InvoiceElement(document: self, index: 0) }

  /// The invoice's own data: `Fa`, on an FA_RR `FakturaRR`; nil in a document that isn't valid.
  public var body: InvoiceElement? { root[schema.bodyName] }

  /// How many elements the document has.
  public var elementCount: Int { nodes.count }

  /// The largest file that is read, in bytes; KSeF itself takes 3,000,000 at most.
  public static let sizeLimit = 4_000_000

  /// Where an element stands, for a message.
  public func place(of element: InvoiceElement) -> Place {
    let (line, column) = position(of: nodes[element.index])
    return Place(file: fileName, line: line, column: column, path: element.path)
  }

  /// Line and column of a node's start tag; no `<` can stand between its own and its end.
  func position(of node: Node) -> (line: Int, column: Int) {
    let end = Int(node.tagEnd)
    return lines.position(of: bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end)
  }

  /// Seller, date of issue and hash.
  ///
  /// - Throws: `invoice.seller-nip` or `invoice.issue-date` where the document doesn't say them properly.
  /// Source: verification-codes, "KOD I, the invoice link".
  public func identity() throws(Obstacle) -> InvoiceIdentity {
    let nipElement = root.at("Podmiot1", "DaneIdentyfikacyjne", "NIP")
    guard let seller = NIP(nipElement?.text ?? "") else {
      throw Obstacle(
        "invoice.seller-nip", at: nipElement.map(place) ?? Place(file: fileName),
        Sentence(
          "The seller's NIP (Podmiot1) is missing or isn't ten digits.",
          pl: "Brak NIP sprzedawcy (Podmiot1) albo nie ma on dziesięciu cyfr."),
        remedy: Sentence(
          "Correct the invoice where it is made.", pl: "Popraw fakturę w programie, który ją wystawia."))
    }
    let dateName = schema == .faRR1 ? "P_4B" : "P_1"
    let dateElement = body?[dateName]
    guard let date = CalendarDate(iso: dateElement?.textWithoutPadding ?? "") else {
      throw Obstacle(
        "invoice.issue-date", at: dateElement.map(place) ?? Place(file: fileName),
        Sentence(
          "The date of issue (\(dateName)) is missing or isn't a day of the calendar.",
          pl: "Brak daty wystawienia (\(dateName)) albo nie ma takiego dnia w kalendarzu."),
        remedy: Sentence(
          "Correct the invoice where it is made.", pl: "Popraw fakturę w programie, który ją wystawia."))
    }
    return InvoiceIdentity(seller: seller, issueDate: date, hash: InvoiceHash(ofExactBytes: bytes))
  }
}
