/// What a correction says of the invoice that it corrects.
extension Shared {
  /// A corrected invoice (`DaneFaKorygowanej`).
  static let correctedInvoice = Group([
    .one("DataWystFaKorygowanej", .invoiceDay),
    .one("NrFaKorygowanej", .text256),
    .oneOf([
      .together([.one("NrKSeF", .mark), .one("NrKSeFFaKorygowanej", .ksefNumber)]),
      .one("NrKSeFN", .mark),
    ]),
  ])
}
