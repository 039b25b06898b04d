import FAInvoice
import KSeFIdentifiers

extension PrintFacts {
  /// What an invoice says of itself.
  ///
  /// - Parameter ksefNumber: what KSeF gave it; empty where that isn't known.
  init(of invoice: FADocument, ksefNumber: String) {
    let isFarmers = invoice.schema == .faRR1
    func text(_ element: InvoiceElement?) -> String { element?.textWithoutPadding ?? "" }
    let seller = invoice.root.at("Podmiot1", "DaneIdentyfikacyjne")
    self.init(
      kind: .invoice, seller: text(seller?["NIP"]), sellerName: text(seller?["Nazwa"]),
      buyerName: text(invoice.root.at("Podmiot2", "DaneIdentyfikacyjne", "Nazwa")),
      number: text(invoice.body?[isFarmers ? "P_4C" : "P_2"]),
      issueDate: text(invoice.body?[isFarmers ? "P_4B" : "P_1"]), invoiceKind: text(invoice.body?["RodzajFaktury"]),
      ksefNumber: ksefNumber, hash: InvoiceHash(ofExactBytes: invoice.bytes).base64URL)
  }

  /// What a UPO says of itself; the number where it confirms one invoice alone.
  init(of receipt: ReceiptDocument) {
    let confirmed = receipt.root.all("Dokument")
    let number = confirmed.count == 1 ? confirmed[0]["NumerKSeFDokumentu"]?.textWithoutPadding : nil
    self.init(
      kind: .receipt, seller: "", sellerName: "", buyerName: "", number: "", issueDate: "", invoiceKind: "",
      ksefNumber: number ?? "", hash: InvoiceHash(ofExactBytes: receipt.bytes).base64URL)
  }
}
