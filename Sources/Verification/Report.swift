public import Findings
public import KSeFIdentifiers

/// A code that isn't KSeF's.
public struct OtherCode: Sendable, Hashable {
  /// What the code holds.
  public let text: String
  /// Where it was read.
  public let origin: Origin
  /// False for a symbol of another kind, which is no KSeF code whatever it says.
  public let isQR: Bool
}

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

  /// Whether a KOD II is among the codes.
  public var hasCertificateLink: Bool { codes.contains { $0.kind == .certificate } }
}

/// What was found out about all the evidence.
public struct Report: Sendable {
  /// Nil where no code of KSeF's was found, although everything given could be read.
  public let verdict: Verdict?
  /// One for each invoice found.
  public let subjects: [SubjectReport]
  /// Codes that aren't KSeF's.
  public let otherCodes: [OtherCode]
  /// QR codes that were seen and not read, on pages where no pair of codes stands.
  public let unreadableCodes: [Origin]
  /// Pieces of evidence in which nothing could be looked for.
  public let obstacles: [Obstacle]
  /// Invoices that no code names.
  public let invoicesWithoutCode: [String]
  /// The files that were looked at, in the order given.
  public let prints: [PrintReport]

  init(
    subjects: [SubjectReport], otherCodes: [OtherCode], unreadableCodes: [Origin], obstacles: [Obstacle],
    invoicesWithoutCode: [String], prints: [PrintReport] = []
  ) {
    self.prints = prints
    self.subjects = subjects
    self.otherCodes = otherCodes
    self.unreadableCodes = unreadableCodes
    self.obstacles = obstacles
    self.invoicesWithoutCode = invoicesWithoutCode
    let isRead = unreadableCodes.isEmpty && obstacles.isEmpty
    let isWhole = isRead && (invoicesWithoutCode.isEmpty || subjects.isEmpty)
    verdict = Verdict.worst(of: subjects.map(\.verdict) + (isWhole ? [] : [.indeterminate]))
  }

  /// What this program doesn't look at.
  public var notLookedAt: [Sentence] {
    [
      Sentence(
        "whether the words and amounts on the print are those of the XML (print it again and compare)",
        pl: "czy treść i kwoty na wydruku są takie jak w pliku XML (wydrukuj go ponownie i porównaj)")
    ]
  }
}
