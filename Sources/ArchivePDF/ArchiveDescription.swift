/// What an archive copy says about itself and the file within it.
package struct ArchiveDescription: Sendable, Hashable {
  /// The document's title.
  package var title: String
  /// Whose document it is: the seller.
  package var author: String
  /// `YYYY-MM-DDThh:mm:ssZ`, in UTC.
  package var creationDate: String
  /// The language of the document's words, as `pl` (BCP 47).
  package var language: String
  /// What is known of the invoice.
  package var facts: [Fact]
  /// The file from which the document was made, byte for byte.
  package var source: [UInt8]
  /// The name under which the file is attached, and what it is.
  package var sourceName: String
  package var sourceDescription: String

  /// What is said of the invoice in words that programs find: the properties of a schema of our own.
  package enum Property: String, Sendable, Hashable, CaseIterable {
    case sellerNIP = "SellerNIP"
    case invoiceNumber = "InvoiceNumber"
    case issueDate = "IssueDate"
    case ksefNumber = "KSeFNumber"
    case sourceHash = "SourceHash"

    /// For people who read the schema; every PDF carries it.
    var description: String {
      switch self {
      case .sellerNIP: "NIP of the seller"
      case .invoiceNumber: "Number of the invoice (P_2)"
      case .issueDate: "Date of issue (P_1), YYYY-MM-DD"
      case .ksefNumber: "Number given by KSeF"
      case .sourceHash: "SHA-256 of the attached XML in Base64URL, as in KOD I"
      }
    }
  }

  /// A property and its value.
  package struct Fact: Sendable, Hashable {
    package let property: Property
    package let value: String

    package init(_ property: Property, _ value: String) {
      self.property = property
      self.value = value
    }
  }

  package init(
    title: String, author: String, creationDate: String, language: String, facts: [Fact], source: [UInt8],
    sourceName: String, sourceDescription: String
  ) {
    self.title = title
    self.author = author
    self.creationDate = creationDate
    self.language = language
    self.facts = facts
    self.source = source
    self.sourceName = sourceName
    self.sourceDescription = sourceDescription
  }
}
