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
    let invoices = InvoiceMatching(
      sorted.subjects, given: material.invoices, attached: evidence.flatMap(\.attachedInvoices))
    let revocations = RevocationRegister(material.revocationLists, certificates: material.certificates)
    let receipts = ReceiptRegister(material.receipts)
    var certificates: [CertificateSerialNumber: [KSeFCertificate]] = [:]
    for certificate in material.certificates {
      if let number = certificate.serialNumber { certificates[number, default: []].append(certificate) }
    }
    let pages = CasePages(evidence, sorted.subjects)
    /// What is attached to a print doesn't answer for what the auditor gave beside it.
    func lacksInvoice(_ index: Int) -> Bool { invoices.own[index].allSatisfy(\.comesWithPrints) }
    let lacking = sorted.subjects.indices.count { !sorted.subjects[$0].hashes.isEmpty && lacksInvoice($0) }
    let subjects = sorted.subjects.enumerated().map { index, subject in
      let pages = pages.pages(ofSubject: index)
      return verify(
        CaseFile(
          subject: subject, material: material, ownInvoices: invoices.own[index],
          unclaimedInvoices: invoices.unclaimed, isOnlyWithoutInvoice: lacking == 1 && lacksInvoice(index),
          echoes: invoices.echoes[index], certificates: certificates, revocations: revocations, receipts: receipts,
          pages: pages, prints: PaperPrint.all(of: pages)))
    }
    let someLackInvoice = subjects.contains { report in
      report.checks.contains { $0.check == .invoiceHash && $0.outcome == .failed }
    }
    return Report(
      subjects: subjects, otherCodes: sorted.otherCodes, unreadableCodes: sorted.unreadable,
      obstacles: evidence.compactMap(\.obstacle),
      invoicesWithoutCode: someLackInvoice ? [] : invoices.unclaimed.filter { !$0.isOfCollection }.map(\.name),
      prints: pages.reports)
  }

  private func verify(_ file: CaseFile) -> SubjectReport {
    SubjectReport(file, AllChecks.inOrder.flatMap { $0.results(in: file) })
  }
}
