/// Who takes part in the sale.
extension FA2 {
  /// The seller (`Podmiot1`).
  static let seller = Group([
    .maybe("PrefiksPodatnika", .memberState, fixed: "PL"),
    .maybe("NrEORI", .text256),
    .one("DaneIdentyfikacyjne", of: Shared.identityByNIP),
    .one("Adres", of: Shared.address),
    .maybe("AdresKoresp", of: sellerCorrespondence),
    .many("DaneKontaktowe", of: Shared.contact, 0...3),
    .maybe("StatusInfoPodatnika", .taxpayerState),
  ])

  /// Where the seller gets letters (`AdresKoresp`); in the XSD a type of its own.
  static let sellerCorrespondence = Group(nil, Shared.address.parts)

  /// The buyer (`Podmiot2`).
  static let buyer = Group([
    .maybe("NrEORI", .text256),
    .one("DaneIdentyfikacyjne", of: identity),
    .maybe("Adres", of: Shared.address),
    .maybe("AdresKoresp", of: Shared.address),
    .many("DaneKontaktowe", of: Shared.contact, 0...3),
    .maybe("NrKlienta", .text256),
    .maybe("IDNabywcy", .buyerKey),
  ])

  /// A party known by a NIP, an EU VAT number, a foreign number, or none (`TPodmiot2`).
  static let identity = Group(
    "TPodmiot2",
    [
      .oneOf([
        .one("NIP", .nip),
        .together([.one("KodUE", .memberState), .one("NrVatUE", .vatNumberEU)]),
        .together([.maybe("KodKraju", .country), .one("NrID", taxNumber)]),
        .one("BrakID", .mark),
      ]),
      .maybeTogether([.one("Nazwa", .text512)]),
    ])

  /// A third party (`Podmiot3`).
  static let thirdParty = Group([
    .maybe("IDNabywcy", .buyerKey),
    .maybe("NrEORI", .text256),
    .one("DaneIdentyfikacyjne", of: thirdPartyIdentity),
    .one("Adres", of: Shared.address),
    .maybe("AdresKoresp", of: Shared.address),
    .many("DaneKontaktowe", of: thirdPartyContact, 0...3),
    .oneOf([
      .one("Rola", thirdPartyRole),
      .together([.one("RolaInna", .mark), .one("OpisRoli", .text256)]),
    ]),
    .maybe("Udzial", .percentage),
    .maybe("NrKlienta", .text256),
  ])

  /// A third party known by any of the numbers, an internal identifier included (`TPodmiot3`).
  static let thirdPartyIdentity = Group(
    "TPodmiot3",
    [
      .oneOf([
        .one("NIP", .nip),
        .one("IDWew", .internalID),
        .together([.one("KodUE", .memberState), .one("NrVatUE", .vatNumberEU)]),
        .together([.maybe("KodKraju", .country), .one("NrID", taxNumber)]),
        .one("BrakID", .mark),
      ]),
      .maybeTogether([.one("Nazwa", .text512)]),
    ])

  /// A mailbox and a telephone of a third party (`DaneKontaktowe`).
  static let thirdPartyContact = Group([
    .maybe("Email", .email),
    .maybe("Telefon", .telephone),
  ])

  /// Who acts for the seller (`PodmiotUpowazniony`).
  static let representative = Group([
    .maybe("NrEORI", .text256),
    .one("DaneIdentyfikacyjne", of: Shared.identityByNIP),
    .one("Adres", of: Shared.address),
    .maybe("AdresKoresp", of: Shared.address),
    .many("DaneKontaktowe", of: representativeContact, 0...3),
    .one("RolaPU", .representativeRole),
  ])

  /// A mailbox and a telephone of who acts for the seller (`DaneKontaktowe`).
  static let representativeContact = Group([
    .maybe("EmailPU", .email),
    .maybe("TelefonPU", .telephone),
  ])
}
