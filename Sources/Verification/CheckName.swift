/// The checks, by the stable names under which reports list them.
public enum CheckName: String, Sendable, Hashable, CaseIterable {
  /// Every code of the print that was seen was also read.
  case codesReadable = "codes.readable"
  /// The first link has the form of KOD I.
  case invoiceLinkForm = "kod1.form"
  /// The first link points to a host that KSeF's service answers on.
  case invoiceLinkHost = "kod1.host"
  /// The second link has the form of KOD II.
  case certificateLinkForm = "kod2.form"
  /// The second link points to a host that KSeF's service answers on.
  case certificateLinkHost = "kod2.host"
  /// Both codes speak of one invoice: the same hash, the same seller.
  case sameInvoice = "codes.same-invoice"
  /// Both codes point to the same environment.
  case sameEnvironment = "environment.same"
  /// The codes point to the environment that the caller expects.
  case expectedEnvironment = "environment.expected"
  /// The seller's NIP can be a real one.
  case sellerNIP = "seller.nip"
  /// In whose context the invoice was issued.
  case context = "kod2.context"
  /// The hash of the invoice's exact bytes is the one in the codes.
  case invoiceHash = "invoice.hash"
  /// The seller in the XML is the one in the codes.
  case invoiceSeller = "invoice.seller"
  /// The date of issue in the XML is the one in KOD I.
  case invoiceIssueDate = "invoice.issue-date"
  /// The certificate that KOD II names is among those given.
  case certificateHeld = "certificate.held"
  /// The signature covers the link's text and was made with the certificate's key.
  case signature = "signature.valid"
  /// The certificate is of type Offline.
  case certificateOffline = "certificate.offline"
  /// The certificate was valid on the invoice's day of issue.
  case certificateValidOnDay = "certificate.valid-on-day"
  /// The certificate's issuer serves the environment that the link points to.
  case certificateEnvironment = "certificate.environment"
  /// The certificate hangs on the authorities whose certificates were given.
  case certificateChain = "certificate.chain"
  /// The certificate wasn't revoked on the day of issue, as far as the lists given go.
  case certificateNotRevoked = "certificate.not-revoked"
  /// Whose certificate it is.
  case certificateHolder = "certificate.holder"
  /// KSeF confirmed that it received the file with the codes' hash.
  case receiptHash = "receipt.hash"
  /// Seller, date, number and KSeF number in the receipt are those of the codes and the XML.
  case receiptFields = "receipt.fields"
  /// The mode in the receipt agrees with the codes that are printed.
  case receiptMode = "receipt.mode"
  /// OFFLINE or the KSeF number stands under KOD I.
  case printedInvoiceWord = "printed.kod1-word"
  /// CERTYFIKAT stands under KOD II, and no KSeF number by KOD I.
  case printedCertificateWord = "printed.kod2-word"
  /// The KSeF number on the paper can be the invoice's.
  case printedKSeFNumber = "printed.ksef-number"
  /// A print with codes doesn't claim a total failure.
  case printedTotalFailure = "printed.total-failure"
  /// The seller on the paper is the XML's.
  case paperSeller = "paper.seller"
  /// The buyer on the paper is the XML's.
  case paperBuyer = "paper.buyer"
  /// The invoice's number on the paper is the XML's.
  case paperNumber = "paper.number"
  /// The date of issue on the paper is the XML's.
  case paperDate = "paper.date"
  /// The amounts on the paper are the XML's.
  case paperTotals = "paper.totals"
  /// The bank account on the paper is the XML's.
  case paperAccount = "paper.account"
}
