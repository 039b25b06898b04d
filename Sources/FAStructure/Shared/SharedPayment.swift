/// What is to be paid, how and until when.
extension Shared {
  /// Charges and deductions beside the invoice (`Rozliczenie`).
  static let settlement = Group([
    .many("Obciazenia", of: charge, 0...100),
    .maybe("SumaObciazen", .amount),
    .many("Odliczenia", of: charge, 0...100),
    .maybe("SumaOdliczen", .amount),
    .maybeOneOf([.one("DoZaplaty", .amount), .one("DoRozliczenia", .amount)]),
  ])

  /// A charge or a deduction and its reason (`Obciazenia`, `Odliczenia`).
  static let charge = Group([
    .one("Kwota", .amount),
    .one("Powod", .text256),
  ])
}
