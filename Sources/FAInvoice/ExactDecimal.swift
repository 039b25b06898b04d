/// A decimal number as an invoice writes it: exact, never rounded.
///
/// Source: XSD types `TKwotowy` (18 digits, 2 decimals), `TKwotowy2` (22, 8), `TIlosci` (22, 6).
package struct ExactDecimal: Hashable, Comparable, Sendable {
  /// The number without its decimal point.
  package let mantissa: Int128
  /// How many digits of the mantissa stand after the point.
  package let scale: Int

  package init(mantissa: Int128, scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }

  /// Reads digits with at most one decimal point and a sign; nil for anything else.
  ///
  /// Nil also for more than 22 digits before the point or 10 after it: a million of the rest can be added without
  /// overflow, more than a file of the largest size can hold, and no invoice that obeys its schema has more.
  package init?(_ text: String) {
    var mantissa: Int128 = 0
    var whole = 0
    var scale: Int?
    var negative = false
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39:
        mantissa = mantissa * 10 + Int128(byte - 0x30)
        if let decimals = scale { scale = decimals + 1 } else { whole += 1 }
        guard whole <= 22, scale ?? 0 <= 10 else { return nil }
      case 0x2E where scale == nil: scale = 0
      case 0x2D where position == 0: negative = true
      case 0x2B where position == 0: break
      default: return nil
      }
    }
    guard whole > 0 else { return nil }
    self.mantissa = negative ? -mantissa : mantissa
    self.scale = scale ?? 0
  }

  package static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    let scale = max(left.scale, right.scale)
    return ExactDecimal(mantissa: left.mantissa(at: scale) + right.mantissa(at: scale), scale: scale)
  }

  package static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    left + ExactDecimal(mantissa: -right.mantissa, scale: right.scale)
  }

  package static prefix func - (value: ExactDecimal) -> ExactDecimal {
    ExactDecimal(mantissa: -value.mantissa, scale: value.scale)
  }

  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let scale = max(left.scale, right.scale)
    return left.mantissa(at: scale) < right.mantissa(at: scale)
  }

  /// Equal by value: 1.50 is 1.5.
  package static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    !(left < right) && !(right < left)
  }

  /// By value, as equality is.
  package func hash(into hasher: inout Hasher) {
    var (reduced, decimals) = (mantissa, scale)
    while decimals > 0, reduced % 10 == 0 { (reduced, decimals) = (reduced / 10, decimals - 1) }
    hasher.combine(reduced)
    hasher.combine(decimals)
  }

  /// Nought.
  package static let zero = ExactDecimal(mantissa: 0, scale: 0)

  /// The distance from nought.
  package var magnitude: ExactDecimal { mantissa < 0 ? -self : self }

  /// The mantissa with so many decimals; at least as many as the number has.
  package func mantissa(at wanted: Int) -> Int128 {
    var value = mantissa
    for _ in 0..<max(0, wanted - scale) { value *= 10 }
    return value
  }

  /// The number times a fraction, rounded half away from nought to so many decimals.
  ///
  /// - Parameters:
  ///   - denominator: above nought.
  ///   - decimals: 0 to 10.
  /// - Returns: nil where the result has more than 22 digits before the point, or the way to it overflows.
  package func scaled(by numerator: Int128, over denominator: Int128, decimals: Int) -> ExactDecimal? {
    precondition(denominator > 0 && (0...10).contains(decimals), "a fraction and decimals that can be")
    let shift = ExactDecimal.powerOfTen(abs(decimals - scale))
    guard let shift, let product = mantissa.multiplied(by: numerator),
      let dividend = product.multiplied(by: decimals > scale ? shift : 1),
      let divisor = denominator.multiplied(by: decimals > scale ? 1 : shift)
    else { return nil }
    let (quotient, remainder) = dividend.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let rounded = quotient + (remainder >= divisor.magnitude - remainder ? 1 : 0)
    guard let limit = ExactDecimal.powerOfTen(22 + decimals), rounded < limit.magnitude else { return nil }
    return ExactDecimal(mantissa: dividend < 0 ? -Int128(rounded) : Int128(rounded), scale: decimals)
  }

  /// The product, rounded half away from nought to so many decimals; nil where it is too large to be exact.
  package func times(_ other: ExactDecimal, decimals: Int = 2) -> ExactDecimal? {
    ExactDecimal.powerOfTen(other.scale).flatMap { scaled(by: other.mantissa, over: $0, decimals: decimals) }
  }

  /// Nil where it is too large.
  private static func powerOfTen(_ exponent: Int) -> Int128? {
    guard exponent <= 38 else { return nil }
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// Digits with a decimal point, as an invoice writes them.
  package var text: String {
    var digits = String(mantissa.magnitude)
    if digits.utf8.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits }
    let sign = mantissa < 0 ? "-" : ""
    return scale == 0 ? sign + digits : "\(sign)\(digits.dropLast(scale)).\(digits.suffix(scale))"
  }
}

extension Int128 {
  /// The product; nil where it overflows.
  fileprivate func multiplied(by factor: Int128) -> Int128? {
    let (product, overflows) = multipliedReportingOverflow(by: factor)
    return overflows ? nil : product
  }
}
