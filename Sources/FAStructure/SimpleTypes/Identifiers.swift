/// Numbers that name somebody or something.
extension SimpleType {
  /// A NIP; its checksum isn't part of the schema (`etd:TNrNIP`).
  static let nip = SimpleType("etd:TNrNIP", .string, [.pattern(#"[1-9]((\d[1-9])|([1-9]\d))\d{7}"#)])
  /// The internal identifier of a unit of a taxpayer: NIP and five digits (`TNIPIdWew`).
  static let internalID = SimpleType(
    "TNIPIdWew", narrowing: text20, [.pattern(#"[1-9]((\d[1-9])|([1-9]\d))\d{7}-\d{5}"#)])
  /// A VAT number without its country code (`TNrVatUE`).
  static let vatNumberEU = SimpleType("TNrVatUE", .string, [.pattern(#"(\d|[A-Z]|\+|\*){1,12}"#)])
  /// The number of a taxpayer in another country (`etd:TNrIdentyfikacjiPodatkowej`).
  static let foreignTaxNumber = SimpleType(
    "etd:TNrIdentyfikacjiPodatkowej", .string, [.whiteSpace(.replace), .minLength(1), .maxLength(50)])
  /// A number in the register of companies (`etd:TNrKRS`).
  static let krs = SimpleType("etd:TNrKRS", .string, [.pattern(#"\d{10}"#)])
  /// A number in the register of businesses, of 9 or of 14 digits (`etd:TNrREGON`).
  static let regon = SimpleType("etd:TNrREGON", .string, [.pattern(#"\d{9}"#), .pattern(#"\d{14}"#)])
  /// A number in the register of waste (`BDO`).
  static let bdo = SimpleType(nil, narrowing: text256, [.maxLength(9)])
  /// A GLN of a place (`TGLN`).
  static let gln = SimpleType("TGLN", .token, [.minLength(1), .maxLength(13)])
  /// What ties a buyer to a corrected one (`IDNabywcy`).
  static let buyerKey = SimpleType(nil, narrowing: text50, [.maxLength(32)])

  /// The number that KSeF gave an invoice (`TNumerKSeF`).
  static let ksefNumber = SimpleType(
    "TNumerKSeF", .token,
    [
      .pattern(
        #"([1-9]((\d[1-9])|([1-9]\d))\d{7}|M\d{9}|[A-Z]{3}\d{7})"#
          + #"-(20[2-9][0-9]|2[1-9][0-9]{2}|[3-9][0-9]{3})(0[1-9]|1[0-2])(0[1-9]|[1-2][0-9]|3[0-1])"#
          + #"-([0-9A-F]{6})-?([0-9A-F]{6})-([0-9A-F]{2})"#)
    ])

  /// The number of a bank account, of 10 to 34 characters (`TNrRB`).
  static let bankAccount = SimpleType("TNrRB", .string, [.minLength(10), .maxLength(34)])
  /// A bank's SWIFT code (`SWIFT_Type`).
  static let swift = SimpleType("SWIFT_Type", .string, [.pattern("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3}){0,1}")])
  /// The identifier of a payment in KSeF (`IPKSeF`).
  static let paymentID = SimpleType(nil, narrowing: text20, [.maxLength(13), .pattern("[0-9]{3}[a-zA-Z0-9]{10}")])
  /// A link to a payment, which names its identifier (`LinkDoPlatnosci`).
  static let paymentLink = SimpleType(
    nil, narrowing: text512,
    [
      .pattern(
        #"(https?)://([a-zA-Z0-9][a-zA-Z0-9-]*\.)+[a-zA-Z]{2,}(:[0-9]{1,5})?(/[^\s?#]*)?"#
          + #"\?([^#\s]*&)?IPKSeF=[0-9]{3}[a-zA-Z0-9]{10}(&[^#\s]*)?(#.*)?"#)
    ])
}
