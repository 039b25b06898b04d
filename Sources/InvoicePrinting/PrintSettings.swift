public import InvoiceRendering
public import InvoiceTemplate
public import KSeFIdentifiers
public import OfflineSigning
public import Presentation

/// What is the same for all prints of an `InvoicePrinter`.
public struct PrintSettings: Sendable {
  /// Where the templates, words and fonts lie.
  public var resources: ResourceFolder
  /// A built-in template's name, or a file; the standard one where nil.
  public var template: String?
  /// A folder of label files with words of your own.
  public var labels: String?
  /// The paper, in place of the template's.
  public var paper: PaperForm?
  /// One or two languages of the print, the first leading; the template's where empty.
  public var languages: [LabelLanguage] = []
  /// Which KSeF the codes lead to.
  public var environment: KSeFEnvironment = .production
  /// Signs KOD II where a print needs one; it belongs to the same environment.
  public var credential: OfflineCredential?
  /// The context in which invoices are issued; nil for the issuer's own NIP.
  public var context: IssuingContext?
  /// How invoices were issued, which decides the document and its codes; nil where nobody says.
  public var issued: ModeOfIssue?
  /// What is printed whatever the rule says.
  public var document: DocumentWish = .auto
  /// Whether an invoice is printed that KSeF would refuse; nothing on the paper says so.
  public var printsRefused = false
  /// What sort of file a print becomes.
  public var form: PrintForm = .archive
  /// Whether a receipt printer cuts the paper after each print.
  public var cutsPaper = true
  /// Reads the codes of every print back before anybody is handed it, or it is recorded; nil where nobody does.
  package var proof: (any CodeProof)?
  /// The date in the PDF; the moment of the print where nil.
  public var creationDate: CreationDate?
  /// The day in Poland on which invoices are judged; the day of the print where nil.
  public var today: CalendarDate?

  /// The standard look, the production environment, no certificate.
  public init(resources: ResourceFolder) { self.resources = resources }
}

/// What is particular to one print; what is nil or empty is as the settings have it.
public struct PrintOptions: Sendable, Hashable {
  /// The number that KSeF gave the invoice: printed under KOD I, no KOD II.
  public var ksefNumber: String?
  /// An already signed KOD II link of this very invoice, to print it again without signing.
  public var signedLink: String?
  /// One or two languages of the print, the first leading.
  public var languages: [LabelLanguage] = []
  /// How the invoice was issued.
  public var issued: ModeOfIssue?
  /// What is printed.
  public var document: DocumentWish?
  /// What sort of file it becomes.
  public var form: PrintForm?
  /// The date in the PDF.
  public var creationDate: CreationDate?

  /// Nothing particular.
  public init() {}

  /// Whether anything is asked for that only an invoice can have.
  var areForInvoices: Bool {
    ksefNumber != nil || signedLink != nil || issued != nil || document ?? .auto != .auto
  }
}

/// What is to be printed of an invoice: the document by the rule, or one of them whatever the rule says.
public enum DocumentWish: String, Sendable, Hashable, CaseIterable {
  /// What the rule says.
  case auto
  /// The invoice itself.
  case invoice
  /// The confirmation of its transaction.
  case confirmation

  /// Nil where the rule decides.
  var document: PrintedDocument? { PrintedDocument(rawValue: rawValue) }
}
