import FAInvoice
package import Findings
package import KSeFIdentifiers
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
    let identity = try invoice.identity()
    let facts = PrintFacts(of: invoice, ksefNumber: ksefNumber ?? "")
    var terms = [("P_1", identity.issueDate.iso), ("Podmiot2", facts.buyerName)]
    terms.append(("NIP", invoice.root.at("Podmiot2", "DaneIdentyfikacyjne", "NIP")?.textWithoutPadding ?? ""))
    for name in ["KodWaluty", "P_15", "P_12_1"] { terms.append((name, invoice.body?[name]?.textWithoutPadding ?? "")) }
    self.init(
      fileName: invoice.fileName, bytes: invoice.bytes, identity: identity, facts: facts,
      corrected: corrected.compactMap { one in
        (one["NrFaKorygowanej"]?.textWithoutPadding).map { ($0, one["NrKSeFFaKorygowanej"]?.textWithoutPadding) }
      }, terms: terms,
      environment: environment,
      issued: issued, ksefNumber: ksefNumber)
  }

  /// Reads an invoice that was issued before.
  ///
  /// - Throws: whatever keeps the XML from being read; as `FADocument.identity()`.
  package static func read(
    _ bytes: [UInt8], fileName: String, environment: KSeFEnvironment
  ) throws(Obstacle) -> InvoiceToIssue {
    try InvoiceToIssue(
      try FADocument.read(bytes, fileName: fileName), environment: environment, issued: nil, ksefNumber: nil)
  }
}

/// The desk's way of opening certificates, in the place of one that the call names.
struct AdmittedIssuer: Issuer {
  let admission: Admission
  let named: any Issuer

  func namedContext() throws(Obstacle) -> IssuingContext? { try named.namedContext() }

  func credential() throws(Obstacle) -> OfflineCredential? { try admission.credential() }
}
