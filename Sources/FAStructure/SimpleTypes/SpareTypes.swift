/// Types that no element of the structures has, but that a document may name in place of a wider one (`xsi:type`).
extension SimpleType {
  /// Every type that narrows one of an element's, of XML Schema itself and of the Ministry's common definitions.
  ///
  /// Source: XML Schema, part 2, section 3.3, for the ranges of the whole numbers.
  public static let spare: [SimpleType] =
    [issuingCountry, wholeInt, wholeAmount, wholeAmountNotNegative, month, quarter, purpose, oneToThree] + ranges

  /// The country that issued an identity document: another than Poland (`etd:TKodKrajuWydania`).
  private static let issuingCountry = SimpleType(
    "etd:TKodKrajuWydania", narrowing: .country, [.pattern("P[A-KM-Z]"), .pattern("[A-OQ-Z][A-Z]")])

  /// A whole number of 32 bits (`etd:TCalkowity`).
  private static let wholeInt = whole("etd:TCalkowity", "-2147483648", "2147483647")
  /// An amount of whole units (`etd:TKwotaC`).
  private static let wholeAmount = SimpleType("etd:TKwotaC", .integer, [.totalDigits(14)])
  /// An amount of whole units, not negative (`etd:TKwotaCNieujemna`).
  private static let wholeAmountNotNegative = SimpleType(
    "etd:TKwotaCNieujemna", narrowing: wholeAmount, [.minInclusive("0")])
  /// A month (`etd:TMiesiac`).
  private static let month = SimpleType("etd:TMiesiac", .byte, [.minInclusive("1"), .maxInclusive("12")])
  /// A quarter (`etd:TKwartal`).
  private static let quarter = SimpleType("etd:TKwartal", .byte, [.minInclusive("1"), .maxInclusive("4")])
  /// Whether a document is filed or corrected (`etd:TCelZlozenia`).
  private static let purpose = SimpleType("etd:TCelZlozenia", .byte, [.values(["1", "2"])])
  /// One of three (`etd:TWybor1_3`).
  private static let oneToThree = SimpleType("etd:TWybor1_3", .byte, [.values(["1", "2", "3"])])

  /// The whole numbers of XML Schema.
  private static let ranges = [
    whole("xsd:long", "-9223372036854775808", "9223372036854775807"), whole("xsd:int", "-2147483648", "2147483647"),
    whole("xsd:short", "-32768", "32767"), whole("xsd:byte", "-128", "127"),
    whole("xsd:nonNegativeInteger", "0", nil), whole("xsd:positiveInteger", "1", nil),
    whole("xsd:unsignedLong", "0", "18446744073709551615"), whole("xsd:unsignedInt", "0", "4294967295"),
    whole("xsd:unsignedShort", "0", "65535"), whole("xsd:unsignedByte", "0", "255"),
    whole("xsd:nonPositiveInteger", nil, "0"), whole("xsd:negativeInteger", nil, "-1"),
  ]

  private static func whole(_ name: String, _ least: String?, _ most: String?) -> SimpleType {
    SimpleType(name, .integer, [least.map(Facet.minInclusive), most.map(Facet.maxInclusive)].compactMap { $0 })
  }
}
