/// FA(3): the invoices of KSeF since February 2026.
enum FA3 {
  /// The whole invoice (`Faktura`): header, parties, contents, footer.
  static let invoice = Group([
    .one("Naglowek", of: header),
    .one("Podmiot1", of: seller),
    .one("Podmiot2", of: buyer),
    .many("Podmiot3", of: thirdParty, 0...100),
    .maybe("PodmiotUpowazniony", of: representative),
    .one("Fa", of: body),
    .maybe("Stopka", of: Shared.footer),
    .maybe("Zalacznik", of: attachment),
  ])

  /// The header of the file (`Naglowek`).
  static let header = Group(
    "TNaglowek",
    [
      .one("KodFormularza", formCode, attributes: .form("FA (3)", version: "1-0E")),
      .one("WariantFormularza", .variant("3")),
      .one("DataWytworzeniaFa", creation),
      .maybe("SystemInfo", .text256),
    ])
}
