/// Values that only FA(3) has, or has in its own way.
extension FA3 {
  /// The name of the form (`TKodFormularza`).
  static let formCode = SimpleType("TKodFormularza", .string, [.values(["FA"])])
  /// When the file was made (`DataWytworzeniaFa`).
  static let creation = SimpleType.creationMoment(from: "2025-09-01T00:00:00Z")
  /// The number of a buyer who isn't known by a NIP or an EU VAT number (`NrID`).
  static let taxNumber = SimpleType(nil, narrowing: .foreignTaxNumber)
  /// Yes (1) or no (2): local authorities (`JST`), VAT groups (`GV`).
  static let buyerMark = SimpleType(nil, .integer, [.values(["1", "2"])])
  /// What a third party is to the sale (`TRolaPodmiotu3`).
  static let thirdPartyRole = SimpleType("TRolaPodmiotu3", .integer, [.codes("1 2 3 4 5 6 7 8 9 10 11")])
  /// A rate of tax (`TStawkaPodatku`).
  static let taxRate = SimpleType(
    "TStawkaPodatku", narrowing: .text256,
    [.values(["23", "22", "8", "7", "5", "4", "3", "0 KR", "0 WDT", "0 EX", "zw", "oo", "np I", "np II"])])
  /// A column's heading (`NKom`).
  static let columnHeading = SimpleType(nil, narrowing: .cellText)
  /// What a column of a table holds (`Typ`).
  static let columnKind = SimpleType(nil, .string, [.codes("date datetime dec int time txt")])
}
