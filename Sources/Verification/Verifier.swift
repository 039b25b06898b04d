public import Certificates
public import KSeFIdentifiers

/// Judges what codes say, with the invoices, certificates and keys that the caller trusts.
///
/// Nothing is printed, nothing is fetched, and no clock is read: the same evidence gives the same report.
public struct Verifier: Sendable {
  private let material: GivenMaterial

  /// A verifier that trusts this material.
  public init(_ material: GivenMaterial) {
    self.material = material
  }

  /// A verifier that trusts these; see `GivenMaterial`.
  public init(
    invoices: [GivenInvoice] = [], certificates: [KSeFCertificate] = [], publicKeys: [GivenPublicKey] = [],
    expectedEnvironment: KSeFEnvironment? = nil
  ) {
    self.init(
      GivenMaterial(
        invoices: invoices, certificates: certificates, publicKeys: publicKeys,
        expectedEnvironment: expectedEnvironment))
  }

  /// Sorts the evidence by invoice, runs the checks, and gives each invoice its verdict.
  public func verify(_ evidence: [Evidence]) -> Report {
    let sorted = SortedEvidence(evidence)
    let invoices = material.invoices + evidence.flatMap(\.attachedInvoices)
    let hashes = Set(sorted.subjects.flatMap(\.hashes))
    let unclaimed = material.invoices.filter { invoice in !(invoice.hash.map(hashes.contains) ?? false) }
    let pages = CasePages(evidence, sorted.subjects)
    let subjects = sorted.subjects.enumerated().map { index, subject in
      verify(
        CaseFile(
          subject: subject, material: material,
          ownInvoices: invoices.filter { $0.hash.map(subject.hashes.contains) ?? false },
          unclaimedInvoices: unclaimed, pages: pages.pages(ofSubject: index)))
    }
    let someLackInvoice = subjects.contains { report in
      report.checks.contains { $0.check == .invoiceHash && $0.outcome == .failed }
    }
    return Report(
      subjects: subjects, otherCodes: sorted.otherCodes, unreadableCodes: sorted.unreadable,
      obstacles: evidence.compactMap { if case .unreadable(let obstacle) = $0 { obstacle } else { nil } },
      invoicesWithoutCode: someLackInvoice ? [] : unclaimed.filter { !$0.isOfCollection }.map(\.name),
      prints: pages.reports)
  }

  private func verify(_ file: CaseFile) -> SubjectReport {
    SubjectReport(file, file.results + AllChecks.inOrder.flatMap { $0.results(in: file) })
  }
}

extension CaseFile {
  /// The answers of the checks that aren't types of their own yet.
  fileprivate var results: [CheckResult] {
    let candidates = ownInvoices.isEmpty ? unclaimedInvoices : ownInvoices
    var results = LinkChecks(subject: subject, expectedEnvironment: material.expectedEnvironment).run()
    if !subject.hashes.isEmpty {
      results += InvoiceChecks(subject: subject, candidates: candidates, givenCount: material.invoices.count).run()
    }
    let dates = issueDates
    for found in subject.certificateLinks {
      results += CertificateChecks(
        link: found.link, code: found.origins.first, issueDates: dates, hasInvoice: !ownInvoices.isEmpty,
        certificates: material.certificates, publicKeys: material.publicKeys
      ).run()
    }
    return results
  }

  private var issueDates: [CalendarDate] {
    let coded = subject.issueDates
    guard coded.isEmpty else { return coded }
    return ownInvoices.compactMap { if case .success(let identity) = $0.identity { identity.issueDate } else { nil } }
  }
}
