public import Findings

/// A document of KSeF's that is printed, known by what its file holds.
public enum KSeFDocument: Sendable {
  /// An invoice of FA(2), FA(3) or FA_RR(1).
  case invoice(FADocument)
  /// A UPO of v4-2 or v4-3.
  case receipt(ReceiptDocument)

  /// Reads an invoice or a UPO from its file's exact bytes, as `FADocument.read(_:fileName:)` reads an invoice.
  ///
  /// - Parameters:
  ///   - bytes: at most `FADocument.sizeLimit`.
  ///   - fileName: what messages call the file.
  /// - Throws: an obstacle with one of the codes `file.…`, `invoice.…`, `receipt.other-structure` or `xml.…`, with line
  ///   and column.
  public static func read(_ bytes: [UInt8], fileName: String) throws(Obstacle) -> KSeFDocument {
    let read = try DocumentTree.read(bytes, fileName: fileName, acceptsReceipts: true)
    switch read.root {
    case .invoice(let schema): return .invoice(FADocument(read.tree, schema: schema))
    case .receipt(let schema): return .receipt(ReceiptDocument(read.tree, schema: schema))
    }
  }
}
