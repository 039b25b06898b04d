/// FA(2): the invoices of KSeF until January 2026.
enum FA2 {
  /// The whole invoice (`Faktura`): header, parties, contents, footer.
  static let invoice = Group([
    .one("Naglowek", of: header),
    .one("Podmiot1", of: seller),
    .one("Podmiot2", of: buyer),
    .many("Podmiot3", of: thirdParty, 0...100),
    .maybe("PodmiotUpowazniony", of: representative),
    .one("Fa", of: body),
    .maybe("Stopka", of: Shared.footer),
  ])

  /// The header of the file (`Naglowek`).
  static let header = Group(
    "TNaglowek",
    [
      .one("KodFormularza", formCode, attributes: .form("FA (2)", version: "1-0E")),
      .one("WariantFormularza", .variant("2")),
      .one("DataWytworzeniaFa", creation),
      .maybe("SystemInfo", .text256),
    ])
}
