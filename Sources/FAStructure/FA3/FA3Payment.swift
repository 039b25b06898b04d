/// What is to be paid, how and until when.
extension FA3 {
  /// Payment (`Platnosc`).
  static let payment = Group([
    .maybeOneOf([
      .together([.one("Zaplacono", .mark), .one("DataZaplaty", .paymentDay)]),
      .together([
        .one("ZnacznikZaplatyCzesciowej", .yesOrNo),
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
    .maybe("LinkDoPlatnosci", .paymentLink),
    .maybe("IPKSeF", .paymentID),
  ])

  /// One of several payments (`ZaplataCzesciowa`).
  static let partialPayment = Group([
    .one("KwotaZaplatyCzesciowej", .amount),
    .one("DataZaplatyCzesciowej", .paymentDay),
    .maybeOneOf([
      .one("FormaPlatnosci", .paymentForm),
      .together([.one("PlatnoscInna", .mark), .one("OpisPlatnosci", .text256)]),
    ]),
  ])

  /// A due date, or what it depends on (`TerminPlatnosci`).
  static let dueDate = Group([
    .maybeTogether([.maybe("Termin", .paymentDay), .maybe("TerminOpis", of: dueDateDescription)])
  ])

  /// A due date counted from an event (`TerminOpis`).
  static let dueDateDescription = Group([
    .one("Ilosc", .integer),
    .one("Jednostka", .text50),
    .one("ZdarzeniePoczatkowe", .text256),
  ])

  /// A bank account (`TRachunekBankowy`).
  static let account = Group(
    "TRachunekBankowy",
    [
      .together([.one("NrRB", .bankAccount), .maybe("SWIFT", .swift)]),
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
