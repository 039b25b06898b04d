import FAInvoice
import Findings
import KSeFIdentifiers
import OfflineSigning
import Presentation

extension InvoiceToIssue {
  /// Reads from an invoice what a desk needs to know.
  ///
  /// - Throws: as `FADocument.identity()`.
  init(
    _ invoice: FADocument, environment: KSeFEnvironment, issued: ModeOfIssue?, ksefNumber: String?
  ) throws(Obstacle) {
    let corrected = invoice.body?.all("DaneFaKorygowanej") ?? []
    self.init(
      fileName: invoice.fileName, bytes: invoice.bytes, identity: try invoice.identity(),
      facts: PrintFacts(of: invoice, ksefNumber: ksefNumber ?? ""),
      correctedWithoutNumber: corrected.filter { $0["NrKSeFFaKorygowanej"] == nil }
        .compactMap { $0["NrFaKorygowanej"]?.textWithoutPadding },
      correctedNumbers: corrected.compactMap { $0["NrKSeFFaKorygowanej"]?.textWithoutPadding },
      environment: environment,
      issued: issued, ksefNumber: ksefNumber)
  }
}

/// The desk's way of opening certificates, in the place of one that the call names.
struct AdmittedIssuer: Issuer {
  let admission: Admission
  let named: any Issuer

  func namedContext() throws(Obstacle) -> IssuingContext? { try named.namedContext() }

  func credential() throws(Obstacle) -> OfflineCredential? { try admission.credential() }
}
