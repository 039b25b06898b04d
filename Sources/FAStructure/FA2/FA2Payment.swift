/// What is to be paid, how and until when.
extension FA2 {
  /// Payment (`Platnosc`).
  static let payment = Group([
    .maybeOneOf([
      .together([.one("Zaplacono", .mark), .one("DataZaplaty", .paymentDay)]),
      .together([
        .one("ZnacznikZaplatyCzesciowej", .mark),
        .many("ZaplataCzesciowa", of: partialPayment, 1...100),
      ]),
    ]),
    .many("TerminPlatnosci", of: dueDate, 0...100),
    .maybeOneOf([
      .one("FormaPlatnosci", .paymentForm),
      .together([.one("PlatnoscInna", .mark), .one("OpisPlatnosci", .text256)]),
    ]),
    .many("RachunekBankowy", of: account, 0...100),
    .many("RachunekBankowyFaktora", of: account, 0...20),
    .maybe("Skonto", of: discount),
  ])

  /// One of several payments (`ZaplataCzesciowa`).
  static let partialPayment = Group([
    .one("KwotaZaplatyCzesciowej", .amount),
    .one("DataZaplatyCzesciowej", .paymentDay),
  ])

  /// A due date, or what it depends on (`TerminPlatnosci`).
  static let dueDate = Group([
    .one("Termin", .paymentDay),
    .maybe("TerminOpis", .text256),
  ])

  /// A bank account (`TRachunekBankowy`).
  static let account = Group(
    "TRachunekBankowy",
    [
      .together([.one("NrRB", bankAccount), .maybe("SWIFT", .swift)]),
      .maybe("RachunekWlasnyBanku", .bankOwnAccount),
      .maybe("NazwaBanku", .text256),
      .maybe("OpisRachunku", .text256),
    ])

  /// A discount for early payment (`Skonto`).
  static let discount = Group([
    .one("WarunkiSkonta", .text256),
    .one("WysokoscSkonta", .text256),
  ])
}
