/// Short lists of values that FA(3) and FA(2), or all three structures share.
extension SimpleType {
  /// The variant of the structure (`WariantFormularza`).
  static func variant(_ number: String) -> SimpleType { SimpleType(nil, .byte, [.values([number])]) }
  /// The kind of invoice (`TRodzajFaktury`).
  static let invoiceKind = SimpleType(
    "TRodzajFaktury", narrowing: text256, [.values(["VAT", "KOR", "ZAL", "ROZ", "UPR", "KOR_ZAL", "KOR_ROZ"])])
  /// When a correction takes effect: as of the corrected invoice, of the correction, or otherwise (`TTypKorekty`).
  static let correctionKind = SimpleType("TTypKorekty", .integer, [.values(["1", "2", "3"])])
  /// The state of a taxpayer: in liquidation, restructuring, bankruptcy, inherited (`TStatusInfoPodatnika`).
  static let taxpayerState = SimpleType("TStatusInfoPodatnika", .integer, [.values(["1", "2", "3", "4"])])
  /// Who acts for the seller: an enforcement authority, a bailiff, a tax representative (`TRolaPodmiotuUpowaznionego`).
  static let representativeRole = SimpleType(
    "TRolaPodmiotuUpowaznionego", .integer, [.values(["1", "2", "3"])])
  /// How is paid: cash, card, voucher, cheque, credit, transfer, mobile (`TFormaPlatnosci`).
  static let paymentForm = SimpleType(
    "TFormaPlatnosci", .integer, [.values(["1", "2", "3", "4", "5", "6", "7"])])
  /// What a bank's own account is used for (`TRachunekWlasnyBanku`).
  static let bankOwnAccount = SimpleType("TRachunekWlasnyBanku", .integer, [.values(["1", "2", "3"])])
  /// How goods travel: sea, rail, road, air, post, pipes, water (`TRodzajTransportu`).
  static let transportKind = SimpleType(
    "TRodzajTransportu", .integer, [.values(["1", "2", "3", "4", "5", "7", "8"])])
  /// What goods travel in (`TLadunek`).
  static let cargoKind = SimpleType(
    "TLadunek", .integer, [.codes("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20")])
  /// The group of goods or services (`TGTU`).
  static let goodsGroup = SimpleType(
    "TGTU", narrowing: text256,
    [
      .codes(
        "GTU_01 GTU_02 GTU_03 GTU_04 GTU_05 GTU_06 GTU_07 GTU_08 GTU_09 GTU_10 GTU_11 GTU_12 GTU_13")
    ])
  /// The procedure of a line (`TOznaczenieProcedury`).
  static let procedure = SimpleType(
    "TOznaczenieProcedury", narrowing: text256,
    [.codes("WSTO_EE IED TT_D I_42 I_63 B_SPV B_SPV_DOSTAWA B_MPV_PROWIZJA")])
  /// The procedure of a line of an order (`TOznaczenieProceduryZ`).
  static let orderProcedure = SimpleType(
    "TOznaczenieProceduryZ", narrowing: text256,
    [.codes("WSTO_EE IED TT_D B_SPV B_SPV_DOSTAWA B_MPV_PROWIZJA")])
}
