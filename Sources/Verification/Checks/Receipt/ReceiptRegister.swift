import KSeFIdentifiers

/// All that the receipts given say, found by hash and by invoice; made once for all cases.
struct ReceiptRegister: Sendable {
  private var byHash: [InvoiceHash: [ReceiptEntry]] = [:]
  private var byInvoice: [Invoice: [ReceiptEntry]] = [:]
  /// How many invoices the receipts name.
  private(set) var count = 0

  private struct Invoice: Hashable {
    let seller: String
    let number: String
  }

  init(_ receipts: [GivenReceipt]) {
    for entry in receipts.lazy.flatMap(\.entries) {
      count += 1
      byHash[entry.hash, default: []].append(entry)
      byInvoice[Invoice(seller: entry.seller, number: entry.invoiceNumber), default: []].append(entry)
    }
  }

  var isEmpty: Bool { count == 0 }

  /// What is said of the file with this hash.
  func entries(for hash: InvoiceHash) -> [ReceiptEntry] { byHash[hash] ?? [] }

  /// What is said of a seller's invoice of this number, whatever its hash.
  func entries(seller: NIP, number: String) -> [ReceiptEntry] {
    byInvoice[Invoice(seller: seller.digits, number: number)] ?? []
  }
}

extension CaseFile {
  /// What the receipts say of the files that the codes name.
  var receiptEntries: [ReceiptEntry] { subject.hashes.flatMap(receipts.entries) }
}
