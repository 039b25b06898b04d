import KSeFLinks

/// The checks in the order in which reports list them.
enum AllChecks {
  static let inOrder: [any Check] =
    codes + invoice + certificate + receipt + paper

  /// What the codes say by themselves and of each other.
  private static let codes: [any Check] = [
    CodesReadableCheck(),
    LinkFormCheck(kind: .invoice),
    LinkHostCheck(kind: .invoice),
    LinkFormCheck(kind: .certificate),
    LinkHostCheck(kind: .certificate),
    SameInvoiceCheck(),
    SameEnvironmentCheck(),
    ExpectedEnvironmentCheck(),
    SellerNIPCheck(),
    ContextCheck(),
  ]

  /// The codes against the invoice's own bytes.
  private static let invoice: [any Check] = [
    InvoiceHashCheck(),
    InvoiceSellerCheck(),
    InvoiceIssueDateCheck(),
  ]

  /// KOD II against the issuer's certificate.
  private static let certificate: [any Check] = [
    CertificateHeldCheck(),
    CodeSignatureCheck(),
    OfflineTypeCheck(),
    ValidOnDayCheck(),
    CertificateEnvironmentCheck(),
    CertificateChainCheck(),
    NotRevokedCheck(),
    CertificateHolderCheck(),
  ]

  /// The codes and the XML against KSeF's confirmation.
  private static let receipt: [any Check] = [
    ReceiptHashCheck(),
    ReceiptFieldsCheck(),
    ReceiptModeCheck(),
  ]

  /// The words around the codes, and the paper against the invoice.
  private static let paper: [any Check] = [
    InvoiceCodeWordCheck(),
    CertificateCodeWordCheck(),
    PrintedNumberCheck(),
    TotalFailureCheck(),
    PartyOnPaperCheck.seller,
    PartyOnPaperCheck.buyer,
    NumberOnPaperCheck(),
    DateOnPaperCheck(),
    TotalsOnPaperCheck(),
    AccountOnPaperCheck(),
  ]
}
