/// Where rules come from, as findings name it.
enum LegalSource {
  /// What the Ministry's documentation for programmers says that KSeF checks.
  static let verification = "faktury/weryfikacja-faktury.md"
  /// The Ministry's brochure on the structure FA(3).
  static let brochure = "Broszura informacyjna FA(3)"

  /// The act on VAT of 11 March 2004: `106e ust. 1 pkt 5`.
  static func act(_ article: String) -> String { "ustawa o VAT, art. \(article)" }

  /// What the schema FA(3) itself says of an element.
  static func schema(_ elements: String) -> String { "schemat FA(3), \(elements)" }
}
