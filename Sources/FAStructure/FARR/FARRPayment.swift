/// What is to be paid, how and until when.
extension FARR {
  /// A proof of payment (`DokumentZaplaty`).
  static let paymentDocument = Group([
    .one("NrDokumentu", .text256),
    .maybe("DataDokumentu", .paymentDay),
  ])

  /// Payment (`Platnosc`).
  static let payment = Group([
    .maybeOneOf([
      .one("FormaPlatnosci", paymentForm),
      .together([.one("PlatnoscInna", .mark), .one("OpisPlatnosci", .text256)]),
    ]),
    .many("RachunekBankowy1", of: account, 0...3),
    .many("RachunekBankowy2", of: account, 0...3),
    .maybe("IPKSeF", .paymentID),
    .maybe("LinkDoPlatnosci", .paymentLink),
  ])

  /// A bank account (`TRachunekBankowy`).
  static let account = Group(
    "TRachunekBankowy",
    [
      .together([.one("NrRB", .bankAccount), .maybe("SWIFT", .swift)]),
      .maybe("NazwaBanku", .text256),
      .maybe("OpisRachunku", .text256),
    ])
}
