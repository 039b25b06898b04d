/// FA_RR(1): invoices for a farmer's goods, which the buyer issues.
enum FARR {
  /// The whole invoice (`Faktura`): header, parties, contents, footer.
  static let invoice = invoice(header: header(system: "FA_RR (1)", version: "1-1E"))

  /// The whole invoice as it was first published, in version 1-0E.
  static let firstInvoice = invoice(header: header(system: "FA_RR(1)", version: "1-0E"))

  private static func invoice(header: Group) -> Group {
    Group([
      .one("Naglowek", of: header),
      .one("Podmiot1", of: seller),
      .one("Podmiot2", of: buyer),
      .many("Podmiot3", of: thirdParty, 0...100),
      .one("FakturaRR", of: body),
      .maybe("Stopka", of: Shared.footer),
    ])
  }

  /// The header of the file (`Naglowek`).
  private static func header(system: String, version: String) -> Group {
    Group(
      "TNaglowek",
      [
        .one("KodFormularza", formCode, attributes: .form(system, version: version)),
        .one("WariantFormularza", .variant("1")),
        .one("DataWytworzeniaFa", creation),
        .maybe("SystemInfo", .text256),
      ])
  }
}
