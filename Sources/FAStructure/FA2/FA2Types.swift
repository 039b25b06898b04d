/// Values that only FA(2) has, or has in its own way.
extension FA2 {
  /// The name of the form (`TKodFormularza`).
  static let formCode = SimpleType("TKodFormularza", .string, [.values(["FA"])])
  /// When the file was made (`DataWytworzeniaFa`).
  static let creation = SimpleType.creationMoment(from: "2022-01-01T00:00:00Z")
  /// The number of a buyer who isn't known by a NIP or an EU VAT number (`NrID`).
  static let taxNumber = SimpleType(nil, narrowing: .foreignTaxNumber, [.pattern("[a-zA-Z0-9]{1,50}")])
  /// The number of a bank account (`TNrRB`).
  static let bankAccount = SimpleType("TNrRB", .string, [.pattern("[0-9A-Z]{10,32}")])
  /// What a third party is to the sale (`TRolaPodmiotu3`).
  static let thirdPartyRole = SimpleType("TRolaPodmiotu3", .integer, [.codes("1 2 3 4 5 6 7 8 9 10")])
  /// A rate of tax (`TStawkaPodatku`).
  static let taxRate = SimpleType(
    "TStawkaPodatku", narrowing: .text256, [.codes("23 22 8 7 5 4 3 0 zw oo np")])
}
