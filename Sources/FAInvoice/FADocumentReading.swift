public import Findings

extension FADocument {
  /// Reads an invoice from its file's exact bytes.
  ///
  /// Nothing outside the bytes is ever opened, and no entity is ever expanded. What KSeF would refuse although it can be
  /// read is told by `fileFindings`; whether the elements obey their schema isn't judged.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is or will be sent to KSeF, at most `sizeLimit` bytes.
  ///   - fileName: what messages call the file.
  /// - Throws: an obstacle with one of the codes `file.…` (too large, empty), `invoice.…` (something else than an
  ///   invoice of FA(2), FA(3) or FA_RR(1)) or `xml.…` (a file that isn't XML in UTF-8, or declares a document type), with
  ///   line and column.
  /// Source: verification-codes, "What KSeF refuses later".
  public static func read(_ bytes: [UInt8], fileName: String) throws(Obstacle) -> FADocument {
    let read = try DocumentTree.read(bytes, fileName: fileName, acceptsReceipts: false)
    guard case .invoice(let schema) = read.root else { preconditionFailure("only invoices were accepted") }
    return FADocument(read.tree, schema: schema)
  }
}
