/// The rates that lines carry, so that the summary can name the actual one instead of "23 or 22".
struct RatesSeen {
  /// In order of appearance, as the document writes them; a rate of the special procedure (`P_12_XII`) has `OSS` before.
  private(set) var codes: [String] = []

  mutating func note(_ code: String?) {
    guard let code, codes.last != code, !codes.contains(code) else { return }
    // A hostile document may hold ten thousand rates; more than a page's worth helps nobody.
    guard codes.count < 64 else { return }
    codes.append(code)
  }

  /// Those of the candidates that lines carry.
  func among(_ candidates: [String]) -> [String] { candidates.filter(codes.contains) }

  /// The rates of the special procedure.
  var special: [String] { codes.filter { $0.hasPrefix("OSS ") }.map { String($0.dropFirst(4)) } }
}
