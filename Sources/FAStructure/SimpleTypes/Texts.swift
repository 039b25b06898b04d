/// Texts of a limited length; white space at their ends and repeated white space inside doesn't count.
extension SimpleType {
  /// A text of 1 to 256 characters (`TZnakowy`).
  static let text256 = SimpleType("TZnakowy", .token, [.minLength(1), .maxLength(256)])
  /// A text of up to 256 characters that may be empty (`TZnakowy2`).
  static let cellText = SimpleType("TZnakowy2", .token, [.minLength(0), .maxLength(256)])
  /// A text of 1 to 20 characters (`TZnakowy20`).
  static let text20 = SimpleType("TZnakowy20", .token, [.minLength(1), .maxLength(20)])
  /// A text of 1 to 50 characters (`TZnakowy50`).
  static let text50 = SimpleType("TZnakowy50", .token, [.minLength(1), .maxLength(50)])
  /// A text of 1 to 512 characters (`TZnakowy512`).
  static let text512 = SimpleType("TZnakowy512", .token, [.minLength(1), .maxLength(512)])
  /// Free text of 1 to 3500 characters, every one of which counts (`etd:TTekstowy`).
  static let freeText = SimpleType("etd:TTekstowy", .string, [.minLength(1), .maxLength(3500)])
  /// A text that a fixed value alone decides (`xsd:string`).
  static let string = SimpleType("xsd:string", .string)

  /// The address of a mailbox (`etd:TAdresEmail`).
  static let email = SimpleType(
    "etd:TAdresEmail", .token, [.minLength(3), .maxLength(255), .pattern("(.)+@(.)+")])
  /// The number of a telephone (`TNumerTelefonu`).
  static let telephone = SimpleType("TNumerTelefonu", narrowing: text256, [.maxLength(16)])
}
