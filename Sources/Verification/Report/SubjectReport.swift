import Certificates
public import KSeFIdentifiers
import KSeFLinks

/// A code of KSeF's, and where it was found.
public struct ReportedCode: Sendable, Hashable {
  /// Which of the codes a link turned out to be.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case invoice = "kod1"
    case certificate = "kod2"
    /// Meant for KSeF, but in neither form.
    case malformed
  }
  /// What sort of subject it is.
  public let kind: Kind
  /// The text as it was read.
  public let text: String
  /// At least one.
  public let origins: [Origin]
}

/// What was found out about one invoice.
public struct SubjectReport: Sendable, Hashable {
  /// What the checks come to.
  public let verdict: Verdict
  /// The seller, the day of issue, the hash and the environment that the codes name; nil where they name none or,
  /// against each other, several.
  public let seller: NIP?
  /// The date of issue that KOD I names.
  public let issueDate: CalendarDate?
  /// The hash that the codes name.
  public let hash: InvoiceHash?
  /// The environment to which the codes lead.
  public let environment: KSeFEnvironment?
  /// At least one.
  public let codes: [ReportedCode]
  /// Every check, those not run too.
  public let checks: [CheckResult]
  /// What the caller calls the XML with the codes' hash; nil where none was given or attached.
  public let invoiceFile: String?
  /// The number of the certificate that KOD II names; nil where none or, against each other, several are named.
  public let certificate: CertificateSerialNumber?
  /// Whose certificate that is; nil where it wasn't given.
  public let certificateHolder: String?
  /// What the invoice itself says, where its XML or its print was read.
  public let details: InvoiceDetails
  /// What only KSeF can tell; never part of the verdict.
  public let openQuestions: [OpenQuestion]

  /// The checks that the verdict follows from: those that failed or, where none did, those that stayed undecided.
  public var reasons: [CheckResult] {
    switch verdict {
    case .failed: checks.filter { $0.outcome == .failed }
    case .indeterminate: checks.filter { $0.outcome == .undecided }
    case .passed: []
    }
  }

  init(_ file: CaseFile, _ checks: [CheckResult]) {
    let subject = file.subject
    let numbers = Set(subject.certificateLinks.map(\.link.certificate))
    certificate = numbers.count == 1 ? numbers.first : nil
    let held = file.material.certificates.filter { $0.serialNumber != nil && $0.serialNumber == numbers.first }
    certificateHolder = numbers.count == 1 && held.count == 1 ? held[0].holder.name : nil
    details = InvoiceDetails(file)
    self.checks = checks
    invoiceFile = file.invoice?.name
    openQuestions = OpenQuestion.all(of: subject)
    verdict = Verdict.of(
      checks, invoiceLinks: subject.invoiceLinks.count, certificateLinks: subject.certificateLinks.count)
    seller = subject.sellers.count == 1 ? subject.sellers[0] : nil
    issueDate = subject.issueDates.count == 1 ? subject.issueDates[0] : nil
    hash = subject.hashes.count == 1 ? subject.hashes[0] : nil
    environment = subject.environments.count == 1 && subject.hosts.count == 1 ? subject.environments[0] : nil
    codes =
      subject.invoiceLinks.map { ReportedCode(kind: .invoice, text: $0.text, origins: $0.origins) }
      + subject.certificateLinks.map { ReportedCode(kind: .certificate, text: $0.text, origins: $0.origins) }
      + subject.malformed.map { ReportedCode(kind: .malformed, text: $0.text, origins: $0.origins) }
  }

  /// Whether a KOD I is among the codes.
  public var hasInvoiceLink: Bool { codes.contains { $0.kind == .invoice } }
  /// Whether a KOD II is among the codes.
  public var hasCertificateLink: Bool { codes.contains { $0.kind == .certificate } }
}
