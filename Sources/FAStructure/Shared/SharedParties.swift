/// What all three structures have alike.
enum Shared {}

/// Who takes part in the sale.
extension Shared {
  /// A party known by a NIP (`TPodmiot1`).
  static let identityByNIP = Group(
    "TPodmiot1",
    [
      .one("NIP", .nip),
      .one("Nazwa", .text512),
    ])

  /// An address (`TAdres`).
  static let address = Group(
    "TAdres",
    [
      .one("KodKraju", .country),
      .one("AdresL1", .text512),
      .maybe("AdresL2", .text512),
      .maybe("GLN", .gln),
    ])

  /// A mailbox and a telephone (`DaneKontaktowe`).
  static let contact = Group([
    .maybeTogether([.maybe("Email", .email), .maybe("Telefon", .telephone)])
  ])
}
