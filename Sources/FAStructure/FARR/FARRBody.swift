/// The contents of the invoice.
extension FARR {
  /// The contents of the invoice (`FakturaRR`).
  static let body = Group([
    .one("KodWaluty", .currency),
    .maybe("P_1M", .text256),
    .maybe("P_4A", .invoiceDay),
    .one("P_4B", .invoiceDay),
    .one("P_4C", .text256),
    .together([
      .one("P_11_1", .amount),
      .maybe("P_11_1W", .amount),
      .one("P_11_2", .amount),
      .maybe("P_11_2W", .amount),
    ]),
    .together([.one("P_12_1", .amount), .maybe("P_12_1W", .amount), .one("P_12_2", .text256)]),
    .one("RodzajFaktury", invoiceKind),
    .maybeTogether([
      .maybe("PrzyczynaKorekty", .text256),
      .maybe("TypKorekty", correctionKind),
      .many("DaneFaKorygowanej", of: Shared.correctedInvoice, 1...50_000),
      .maybe("NrFaKorygowany", .text256),
      .maybe("Podmiot1K", of: sellerBefore),
      .maybe("Podmiot2K", of: buyerBefore),
    ]),
    .many("DokumentZaplaty", of: paymentDocument, 0...50),
    .many("DodatkowyOpis", of: Shared.additionalDescription, 0...10_000),
    .many("FakturaRRWiersz", of: line, 0...10_000),
    .maybe("Rozliczenie", of: Shared.settlement),
    .maybe("Platnosc", of: payment),
  ])
}
