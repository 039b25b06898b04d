/// What a correction says of the invoice that it corrects.
extension FA3 {
  /// The seller as the corrected invoice has him (`Podmiot1K`).
  static let sellerBefore = Group([
    .maybe("PrefiksPodatnika", .memberState),
    .one("DaneIdentyfikacyjne", of: Shared.identityByNIP),
    .one("Adres", of: Shared.address),
  ])

  /// The buyer as the corrected invoice has him (`Podmiot2K`).
  static let buyerBefore = Group([
    .one("DaneIdentyfikacyjne", of: identity),
    .maybe("Adres", of: Shared.address),
    .maybe("IDNabywcy", .buyerKey),
  ])
}
