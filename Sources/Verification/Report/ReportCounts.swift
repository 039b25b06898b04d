/// What a report counts, so that nothing that was given goes missing in it.
public struct ReportCounts: Sendable, Hashable {
  /// Invoices found, by their verdicts.
  public let passed: Int
  /// Invoices of which some check failed.
  public let failed: Int
  /// Invoices on which evidence is missing.
  public let indeterminate: Int
  /// Files that were read page by page.
  public let prints: Int
  /// Pages of these files.
  public let pages: Int
  /// Codes of KSeF's, each place where one was found.
  public let codes: Int
  /// Invoices with a KOD I and no KOD II: right for one with a KSeF number, half of an offline one.
  public let onlyInvoiceLink: Int
  /// Invoices with a KOD II and no KOD I, which no lawful print has.
  public let onlyCertificateLink: Int
  /// Codes that aren't KSeF's.
  public let otherCodes: Int
  /// Places where a code was seen and not read, and no invoice's pair stands.
  public let unreadableCodes: Int
  /// Files read in which no code of KSeF's was found, and none was seen that couldn't be read.
  public let printsWithoutCode: Int
  /// Pieces of evidence in which nothing could be looked for.
  public let unreadableEvidence: Int
  /// Invoices given by name that no code names.
  public let invoicesWithoutCode: Int

  /// Every invoice found.
  public var invoices: Int { passed + failed + indeterminate }

  /// How many invoices have this verdict.
  public func count(_ verdict: Verdict) -> Int {
    switch verdict {
    case .passed: passed
    case .failed: failed
    case .indeterminate: indeterminate
    }
  }

  init(
    subjects: [SubjectReport], prints: [PrintReport], otherCodes: Int, unreadableCodes: Int, unreadableEvidence: Int,
    invoicesWithoutCode: Int
  ) {
    passed = subjects.count { $0.verdict == .passed }
    failed = subjects.count { $0.verdict == .failed }
    indeterminate = subjects.count { $0.verdict == .indeterminate }
    self.prints = prints.count
    pages = prints.reduce(0) { $0 + $1.pages.count }
    codes = subjects.reduce(0) { $0 + $1.codes.reduce(0) { $0 + $1.origins.count } }
    onlyInvoiceLink = subjects.count { $0.hasInvoiceLink && !$0.hasCertificateLink }
    onlyCertificateLink = subjects.count { $0.hasCertificateLink && !$0.hasInvoiceLink }
    self.otherCodes = otherCodes
    self.unreadableCodes = unreadableCodes
    printsWithoutCode = prints.count(where: \.isWithoutCode)
    self.unreadableEvidence = unreadableEvidence
    self.invoicesWithoutCode = invoicesWithoutCode
  }
}
