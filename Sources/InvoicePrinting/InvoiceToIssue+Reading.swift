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
    var terms = [("P_1", identity.issueDate.iso), ("Podmiot2", words(facts.buyerName))]
    for name in ["NIP", "KodUE", "NrVatUE", "KodKraju", "NrID"] {
      let value = invoice.root.at("Podmiot2", "DaneIdentyfikacyjne", name)?.textWithoutPadding ?? ""
      terms.append((name, words(value)))
    }
    for name in ["KodWaluty", "P_6", "P_12_1"] + InvoiceToIssue.sums {
      terms.append((name, amount(invoice.body?[name]?.textWithoutPadding ?? "")))
    }
    self.init(
      fileName: invoice.fileName, bytes: invoice.bytes, identity: identity, facts: facts,
      corrected: corrected.compactMap { one in
        (one["NrFaKorygowanej"]?.textWithoutPadding).map { ($0, one["NrKSeFFaKorygowanej"]?.textWithoutPadding) }
      }, terms: terms,
      environment: environment,
      issued: issued, ksefNumber: ksefNumber)
  }

  /// Net, tax and total.
  private static let sums =
    (1...11).map { "P_13_\($0)" } + ["P_13_6_1", "P_13_6_2", "P_13_6_3"] + (1...5).map { "P_14_\($0)" } + ["P_15"]

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

/// A text whose white space says nothing.
private func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

/// A figure without the zeros that say nothing; any other text as it is.
private func amount(_ text: String) -> String {
  guard text.contains("."), text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) else { return text }
  var text = text
  while text.last == "0" { text.removeLast() }
  if text.last == "." { text.removeLast() }
  return text
}

/// The desk's way of opening certificates, in the place of one that the call names.
struct AdmittedIssuer: Issuer {
  let admission: Admission
  let named: any Issuer

  func namedContext() throws(Obstacle) -> IssuingContext? { try named.namedContext() }

  func credential() throws(Obstacle) -> OfflineCredential? { try admission.credential() }
}
