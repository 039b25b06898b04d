/// The lines of the invoice, and of the order that an advance is for.
extension FA3 {
  /// A line of the invoice (`FaWiersz`).
  static let line = Group([
    .one("NrWierszaFa", .lineNumber),
    .maybe("UU_ID", .text50),
    .maybe("P_6A", .invoiceDay),
    .maybe("P_7", .text512),
    .maybe("Indeks", .text50),
    .maybe("GTIN", .text20),
    .maybe("PKWiU", .text50),
    .maybe("CN", .text50),
    .maybe("PKOB", .text50),
    .maybe("P_8A", .text256),
    .maybe("P_8B", .quantity),
    .maybe("P_9A", .unitPrice),
    .maybe("P_9B", .unitPrice),
    .maybe("P_10", .unitPrice),
    .maybe("P_11", .amount),
    .maybe("P_11A", .amount),
    .maybe("P_11Vat", .amount),
    .maybe("P_12", taxRate),
    .maybe("P_12_XII", .percentage),
    .maybe("P_12_Zal_15", .mark),
    .maybe("KwotaAkcyzy", .amount),
    .maybe("GTU", .goodsGroup),
    .maybe("Procedura", .procedure),
    .maybe("KursWaluty", .quantity),
    .maybe("StanPrzed", .mark),
  ])

  /// The order or contract that an advance is for (`Zamowienie`).
  static let order = Group([
    .one("WartoscZamowienia", .amount),
    .many("ZamowienieWiersz", of: orderLine, 1...10_000),
  ])

  /// A line of the order (`ZamowienieWiersz`).
  static let orderLine = Group([
    .one("NrWierszaZam", .lineNumber),
    .maybe("UU_IDZ", .text50),
    .maybe("P_7Z", .text512),
    .maybe("IndeksZ", .text50),
    .maybe("GTINZ", .text20),
    .maybe("PKWiUZ", .text50),
    .maybe("CNZ", .text50),
    .maybe("PKOBZ", .text50),
    .maybe("P_8AZ", .text256),
    .maybe("P_8BZ", .quantity),
    .maybe("P_9AZ", .unitPrice),
    .maybe("P_11NettoZ", .amount),
    .maybe("P_11VatZ", .amount),
    .maybe("P_12Z", taxRate),
    .maybe("P_12Z_XII", .percentage),
    .maybe("P_12Z_Zal_15", .mark),
    .maybe("GTUZ", .goodsGroup),
    .maybe("ProceduraZ", .orderProcedure),
    .maybe("KwotaAkcyzyZ", .amount),
    .maybe("StanPrzedZ", .mark),
  ])
}
