public import Certificates
public import KSeFIdentifiers

/// Judges what codes say, with the invoices, certificates and keys that the caller trusts.
///
/// Nothing is printed, nothing is fetched, and no clock is read: the same evidence gives the same report.
public struct Verifier: Sendable {
  private let invoices: [GivenInvoice]
  private let certificates: [KSeFCertificate]
  private let publicKeys: [GivenPublicKey]
  private let expectedEnvironment: KSeFEnvironment?

  /// - Parameters:
  ///   - invoices: what the codes are compared with; each belongs to the code that names its hash.
  ///   - certificates: trusted because the caller gives them; picked by serial number. Those of authorities only
  ///     confirm who issued the others.
  ///   - publicKeys: used where no certificate of the right number is given.
  ///   - expectedEnvironment: nil where any environment will do.
  public init(
    invoices: [GivenInvoice] = [], certificates: [KSeFCertificate] = [], publicKeys: [GivenPublicKey] = [],
    expectedEnvironment: KSeFEnvironment? = nil
  ) {
    var fingerprints: Set<[UInt8]> = []
    self.certificates = certificates.filter { fingerprints.insert($0.fingerprint).inserted }
    self.invoices = invoices
    self.publicKeys = publicKeys
    self.expectedEnvironment = expectedEnvironment
  }

  /// Sorts the evidence by invoice, runs the checks, and gives each invoice its verdict.
  public func verify(_ evidence: [Evidence]) -> Report {
    let sorted = SortedEvidence(evidence)
    let hashes = Set(sorted.subjects.flatMap(\.hashes))
    let unclaimed = invoices.filter { invoice in !(invoice.hash.map(hashes.contains) ?? false) }
    let subjects = sorted.subjects.map { verify($0, unclaimed: unclaimed) }
    let someLackInvoice = subjects.contains { report in
      report.checks.contains { $0.check == .invoiceHash && $0.outcome == .failed }
    }
    return Report(
      subjects: subjects, otherCodes: sorted.otherCodes, unreadableCodes: sorted.unreadable,
      obstacles: evidence.compactMap { if case .unreadable(let obstacle) = $0 { obstacle } else { nil } },
      invoicesWithoutCode: someLackInvoice ? [] : unclaimed.map(\.name))
  }

  private func verify(_ subject: Subject, unclaimed: [GivenInvoice]) -> SubjectReport {
    let own = invoices.filter { $0.hash.map(subject.hashes.contains) ?? false }
    let candidates = own.isEmpty ? unclaimed : own
    var results = LinkChecks(subject: subject, expectedEnvironment: expectedEnvironment).run()
    if !subject.hashes.isEmpty {
      results += InvoiceChecks(subject: subject, candidates: candidates, givenCount: invoices.count).run()
    }
    let dates = issueDates(of: subject, own)
    for found in subject.certificateLinks {
      results += CertificateChecks(
        link: found.link, code: found.origins.first, issueDates: dates, hasInvoice: !own.isEmpty,
        certificates: certificates, publicKeys: publicKeys
      ).run()
    }
    return SubjectReport(subject, results)
  }

  private func issueDates(of subject: Subject, _ own: [GivenInvoice]) -> [CalendarDate] {
    let coded = subject.issueDates
    guard coded.isEmpty else { return coded }
    return own.compactMap { if case .success(let identity) = $0.identity { identity.issueDate } else { nil } }
  }
}
