/// The contents of the invoice.
extension FA2 {
  /// The contents of the invoice (`Fa`).
  static let body = Group([
    .one("KodWaluty", .olderCurrency),
    .one("P_1", .invoiceDay),
    .maybe("P_1M", .text256),
    .one("P_2", .text256),
    .many("WZ", .text256, 0...1000),
    .maybeOneOf([.one("P_6", .invoiceDay), .one("OkresFa", of: period)]),
    .maybeTogether([.one("P_13_1", .amount), .one("P_14_1", .amount), .maybe("P_14_1W", .amount)]),
    .maybeTogether([.one("P_13_2", .amount), .one("P_14_2", .amount), .maybe("P_14_2W", .amount)]),
    .maybeTogether([.one("P_13_3", .amount), .one("P_14_3", .amount), .maybe("P_14_3W", .amount)]),
    .maybeTogether([.one("P_13_4", .amount), .one("P_14_4", .amount), .maybe("P_14_4W", .amount)]),
    .maybeTogether([.one("P_13_5", .amount), .maybe("P_14_5", .amount)]),
    .maybe("P_13_6_1", .amount),
    .maybe("P_13_6_2", .amount),
    .maybe("P_13_6_3", .amount),
    .maybe("P_13_7", .amount),
    .maybe("P_13_8", .amount),
    .maybe("P_13_9", .amount),
    .maybe("P_13_10", .amount),
    .maybe("P_13_11", .amount),
    .one("P_15", .amount),
    .maybe("KursWalutyZ", .quantity),
    .one("Adnotacje", of: Shared.annotations),
    .one("RodzajFaktury", .invoiceKind),
    .maybeTogether([
      .maybe("PrzyczynaKorekty", .text256),
      .maybe("TypKorekty", .correctionKind),
      .many("DaneFaKorygowanej", of: Shared.correctedInvoice, 1...ElementDeclaration.unbounded),
      .maybe("OkresFaKorygowanej", .text256),
      .maybe("NrFaKorygowany", .text256),
      .maybe("Podmiot1K", of: sellerBefore),
      .many("Podmiot2K", of: buyerBefore, 0...101),
      .maybeTogether([.one("P_15ZK", .amount), .maybe("KursWalutyZK", .quantity)]),
    ]),
    .many("ZaliczkaCzesciowa", of: partialAdvance, 0...31),
    .maybe("FP", .mark),
    .maybe("TP", .mark),
    .many("DodatkowyOpis", of: Shared.additionalDescription, 0...10_000),
    .many("FakturaZaliczkowa", of: advanceInvoice, 0...100),
    .maybe("ZwrotAkcyzy", .mark),
    .many("FaWiersz", of: line, 0...10_000),
    .maybe("Rozliczenie", of: Shared.settlement),
    .maybe("Platnosc", of: payment),
    .maybe("WarunkiTransakcji", of: terms),
    .maybe("Zamowienie", of: order),
  ])

  /// The period that the invoice is for (`OkresFa`).
  static let period = Group([
    .one("P_6_Od", .invoiceDay),
    .one("P_6_Do", .invoiceDay),
  ])

  /// A part of an advance, or a payment that the advance invoice is for (`ZaliczkaCzesciowa`).
  static let partialAdvance = Group([
    .one("P_6Z", .invoiceDay),
    .one("P_15Z", .amount),
    .maybe("KursWalutyZW", .quantity),
  ])

  /// An invoice for an advance that is settled here (`FakturaZaliczkowa`).
  static let advanceInvoice = Group([
    .oneOf([
      .together([.one("NrKSeFZN", .mark), .one("NrFaZaliczkowej", .text256)]),
      .one("NrKSeFFaZaliczkowej", .ksefNumber),
    ])
  ])
}
