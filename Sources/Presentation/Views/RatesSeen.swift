/// The rates that lines carry, so that the summary can name the actual one instead of "23 or 22".
struct RatesSeen {
  /// In order of appearance, as the document writes them; a rate of the special procedure (`P_12_XII`) has `specialMark` before.
  private(set) var codes: [String] = []
  /// The exchange rate that every line carries, as printed; said once, beside the sums.
  var exchangeRate: String?

  /// Stands before a rate of the special procedure.
  static let specialMark = "OSS "

  mutating func note(_ rates: [String]) {
    // A hostile document may hold ten thousand rates; more than a page's worth helps nobody.
    for code in rates where codes.last != code && codes.count < 64 && !codes.contains(code) { codes.append(code) }
  }

  /// Those of the candidates that lines carry.
  func among(_ candidates: [String]) -> [String] { candidates.filter(codes.contains) }

  /// The rates of the special procedure.
  var special: [String] {
    codes.filter { $0.hasPrefix(Self.specialMark) }.map { String($0.dropFirst(Self.specialMark.count)) }
  }
}
