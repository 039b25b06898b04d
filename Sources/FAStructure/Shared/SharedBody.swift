/// The contents of the invoice.
extension Shared {
  /// A further statement, of the invoice or of one line: a key and its value (`DodatkowyOpis`).
  static let additionalDescription = Group(
    "TKluczWartosc",
    [
      .maybe("NrWiersza", .lineNumber),
      .one("Klucz", .text256),
      .one("Wartosc", .text256),
    ])
}
