/// The footer of the invoice.
extension Shared {
  /// The footer (`Stopka`).
  static let footer = Group([
    .maybeTogether([
      .many("Informacje", of: footerText, 0...3),
      .many("Rejestry", of: register, 0...100),
    ])
  ])

  /// A text of the footer (`Informacje`).
  static let footerText = Group([
    .maybeTogether([.maybe("StopkaFaktury", .freeText)])
  ])

  /// The registers that the seller stands in (`Rejestry`).
  static let register = Group([
    .maybeTogether([
      .maybe("PelnaNazwa", .text256),
      .maybe("KRS", .krs),
      .maybe("REGON", .regon),
      .maybe("BDO", .bdo),
    ])
  ])
}
