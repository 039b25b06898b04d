public import Findings

extension FADocument {
  /// Reads an invoice from its file's exact bytes.
  ///
  /// Nothing outside the bytes is ever opened, no entity is ever expanded, and what KSeF would refuse as a file is
  /// refused here. Whether the elements obey their schema isn't judged.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is or will be sent to KSeF, at most `sizeLimit` bytes.
  ///   - fileName: what messages call the file.
  /// - Throws: an obstacle with one of the codes `file.…` (too large, empty), `invoice.…` (something else than an
  ///   invoice of FA(2), FA(3) or FA_RR(1)) or `xml.…` (a file that KSeF would refuse), with line and column.
  /// Source: verification-codes, "What KSeF refuses later".
  public static func read(_ bytes: [UInt8], fileName: String) throws(Obstacle) -> FADocument {
    let read = try DocumentTree.read(bytes, fileName: fileName, sizeLimit: sizeLimit, acceptsReceipts: false)
    guard case .invoice(let schema) = read.root else { preconditionFailure("only invoices were accepted") }
    return FADocument(read.tree, schema: schema)
  }
}
