/// Amounts, quantities and other numbers.
extension SimpleType {
  /// An amount with at most 2 decimals (`TKwotowy`).
  static let amount = SimpleType(
    "TKwotowy", .decimal,
    [.totalDigits(18), .fractionDigits(2), .pattern(#"-?([1-9]\d{0,15}|0)(\.\d{1,2})?"#)])
  /// A price of one unit with at most 8 decimals (`TKwotowy2`).
  static let unitPrice = SimpleType(
    "TKwotowy2", .decimal,
    [.totalDigits(22), .fractionDigits(8), .pattern(#"-?([1-9]\d{0,13}|0)(\.\d{1,8})?"#)])
  /// A quantity or a rate of exchange with at most 6 decimals (`TIlosci`).
  static let quantity = SimpleType(
    "TIlosci", .decimal,
    [.totalDigits(22), .fractionDigits(6), .pattern(#"-?([1-9]\d{0,15}|0)(\.\d{1,6})?"#)])
  /// A percentage from 0 to 100 with at most 6 decimals (`TProcentowy`).
  static let percentage = SimpleType(
    "TProcentowy", .decimal,
    [.totalDigits(9), .fractionDigits(6), .minInclusive("0"), .maxInclusive("100"), .whiteSpace(.collapse)])

  /// A whole number, not negative (`etd:TNaturalny`).
  static let natural = SimpleType("etd:TNaturalny", .nonNegativeInteger, [.whiteSpace(.collapse), .totalDigits(14)])
  /// The number of a line, from 1 (`TNaturalny`).
  static let lineNumber = SimpleType("TNaturalny", narrowing: natural, [.minExclusive("0")])
  /// A whole number (`xsd:integer`).
  static let integer = SimpleType("xsd:integer", .integer)

  /// A mark that says yes (`etd:TWybor1`).
  static let mark = SimpleType("etd:TWybor1", .byte, [.values(["1"])])
  /// Yes (1) or no (2) (`etd:TWybor1_2`).
  static let yesOrNo = SimpleType("etd:TWybor1_2", .byte, [.values(["1", "2"])])
}
