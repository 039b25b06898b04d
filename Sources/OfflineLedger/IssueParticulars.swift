import JSONWriting
import KSeFIdentifiers
import OfflineRules

/// What is told of an invoice's issue, by whoever records it and by the record.
protocol IssueParticulars {
  var environment: KSeFEnvironment { get }
  var identity: InvoiceIdentity { get }
  var number: String { get }
  var kind: String { get }
  var buyer: String { get }
  var mode: WorkingMode { get }
  var eventID: Int? { get }
  var document: HandedDocument { get }
  var certificate: String? { get }
  var user: String { get }
  var signedLink: String? { get }
}

extension IssueRecord: IssueParticulars {}
extension IssuedInvoice: IssueParticulars {}

extension IssueParticulars {
  /// What the journal keeps of the issue; the queue must tell the same.
  ///
  /// - Parameters:
  ///   - firstRecorded: when the buyer was first handed a print.
  ///   - corrects: the hash on the paper that a technical correction names.
  ///   - replaces: the hash of the refused file whose place it takes, which may be a correction itself.
  func members(firstRecorded: Moment, corrects: String?, replaces: String?) -> [(String, JSONValue)] {
    [
      ("environment", .string(environment.rawValue)), ("seller", .string(identity.seller.description)),
      ("issueDate", .string(identity.issueDate.iso)), ("hash", .string(identity.hash.base64URL)),
      ("number", .string(number)), ("kind", .string(kind)), ("buyer", .string(buyer)), ("mode", .string(mode.rawValue)),
      ("event", eventID.map { .integer($0) } ?? .null), ("document", .string(document.rawValue)),
      ("certificate", .text(certificate)), ("user", .string(user)),
      // The link only by its hash, since it is long and the queue has it.
      ("signedLinkHash", .text(signedLink.map { InvoiceHash(ofExactBytes: Array($0.utf8)).base64URL })),
      ("firstPrinted", .string(firstRecorded.iso)), ("corrects", .text(corrects)), ("replaces", .text(replaces)),
    ]
  }
}
