/// Who takes part in the sale.
extension FARR {
  /// The farmer who sells (`Podmiot1`).
  static let seller = Group([
    .one("DaneIdentyfikacyjne", of: Shared.identityByNIP),
    .one("Adres", of: Shared.address),
    .maybe("AdresKoresp", of: Shared.address),
    .many("DaneKontaktowe", of: Shared.contact, 0...3),
    .maybe("NrKontrahenta", .text256),
  ])

  /// The buyer, who issues the invoice (`Podmiot2`).
  static let buyer = Group([
    .one("DaneIdentyfikacyjne", of: Shared.identityByNIP),
    .one("Adres", of: Shared.address),
    .maybe("AdresKoresp", of: Shared.address),
    .many("DaneKontaktowe", of: Shared.contact, 0...3),
    .maybe("StatusInfoPodatnika", .taxpayerState),
  ])

  /// A third party (`Podmiot3`).
  static let thirdParty = Group([
    .one("DaneIdentyfikacyjne", of: thirdPartyIdentity),
    .maybe("Adres", of: Shared.address),
    .maybe("AdresKoresp", of: Shared.address),
    .many("DaneKontaktowe", of: Shared.contact, 0...3),
    .oneOf([
      .one("Rola", thirdPartyRole),
      .together([.one("RolaInna", .mark), .one("OpisRoli", .text256)]),
    ]),
  ])

  /// A third party known by any of the numbers, an internal identifier included (`TPodmiot3`).
  static let thirdPartyIdentity = Group(
    "TPodmiot3",
    [
      .oneOf([.one("NIP", .nip), .one("IDWew", .internalID), .one("BrakID", .mark)]),
      .one("Nazwa", .text512),
    ])
}
