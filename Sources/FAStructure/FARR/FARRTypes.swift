/// Values that only FA_RR(1) has, or has in its own way.
extension FARR {
  /// The name of the form (`TKodFormularza`).
  static let formCode = SimpleType("TKodFormularza", .string, [.values(["FA_RR"])])
  /// When the file was made (`DataWytworzeniaFa`).
  static let creation = SimpleType.creationMoment(from: "2026-01-01T00:00:00Z")
  /// What a third party is to the purchase (`TRolaPodmiotu3`).
  static let thirdPartyRole = SimpleType("TRolaPodmiotu3", .integer, [.codes("1 2 3 5 6 7 8 9 10 11")])
  /// The kind of invoice (`TRodzajFaktury`).
  static let invoiceKind = SimpleType("TRodzajFaktury", narrowing: .text256, [.values(["VAT_RR", "KOR_VAT_RR"])])
  /// When a correction takes effect (`TTypKorekty`).
  static let correctionKind = SimpleType("TTypKorekty", .integer, [.values(["1", "2", "3", "4"])])
  /// A percentage from 0 to 100 with at most 2 decimals (`etd:TProcentowy`).
  static let commonPercentage = SimpleType(
    "etd:TProcentowy", .decimal,
    [.totalDigits(5), .fractionDigits(2), .minInclusive("0"), .maxInclusive("100"), .whiteSpace(.collapse)])
  /// The rate of the flat-rate refund of tax (`TStawkaPodatku`).
  static let taxRate = SimpleType("TStawkaPodatku", narrowing: commonPercentage, [.values(["6.5", "7"])])
  /// How is paid: by transfer (`TFormaPlatnosci`).
  static let paymentForm = SimpleType("TFormaPlatnosci", .integer, [.values(["1"])])
}
