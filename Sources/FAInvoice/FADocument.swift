public import Findings
public import KSeFIdentifiers

/// An invoice as its file says it: every element, attribute and character, their places, and the bytes themselves.
///
/// Immutable, and shared freely between threads.
public final class FADocument: Sendable {
  /// The structure, known by the root element's namespace.
  public let schema: FASchema
  package let tree: DocumentTree

  init(_ tree: DocumentTree, schema: FASchema) {
    self.tree = tree
    self.schema = schema
  }

  /// The file's exact bytes.
  public var bytes: [UInt8] { tree.bytes }

  /// What the caller called the file, for messages.
  public var fileName: String { tree.fileName }

  /// The element `Faktura`.
  public var root: InvoiceElement { tree.root }

  /// The invoice's own data: `Fa`, on an FA_RR `FakturaRR`; nil in a document that isn't valid.
  public var body: InvoiceElement? { root[schema.bodyName] }

  /// How many elements the document has.
  public var elementCount: Int { tree.elementCount }

  /// What KSeF would refuse about the file itself although it can be read: a byte order mark, processing instructions,
  /// discouraged characters.
  ///
  /// Source: verification-codes, "What KSeF refuses later".
  public var fileFindings: [Finding] { tree.fileFindings }

  /// The largest file that is read, in bytes: fifty thousand corrected invoices fit; KSeF itself takes 3,000,000.
  public static let sizeLimit = DocumentTree.sizeLimit

  /// Where an element stands, for a message.
  public func place(of element: InvoiceElement) -> Place { tree.place(of: element) }

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
