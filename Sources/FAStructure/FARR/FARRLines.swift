/// The lines of the invoice, and of the order that an advance is for.
extension FARR {
  /// A line of the invoice (`FakturaRRWiersz`).
  static let line = Group([
    .one("NrWierszaFa", .lineNumber),
    .maybe("UU_ID", .text50),
    .maybe("P_4AA", .invoiceDay),
    .one("P_5", .text256),
    .maybe("GTIN", .text20),
    .maybe("PKWiU", .text50),
    .maybe("CN", .text50),
    .one("P_6A", .text256),
    .one("P_6B", .quantity),
    .one("P_6C", .text256),
    .one("P_7", .unitPrice),
    .one("P_8", .amount),
    .one("P_9", taxRate),
    .one("P_10", .amount),
    .one("P_11", .amount),
    .maybe("StanPrzed", .mark),
    .maybe("KursWaluty", .quantity),
  ])
}
