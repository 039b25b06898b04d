/// A Polish tax identification number (NIP): ten digits.
///
/// Any ten digits are held, since the codes of others carry any; `isValid` says whether they can be a real number.
public struct NIP: Sendable, Hashable, CustomStringConvertible {
  /// The ten digits.
  public let digits: String

  /// - Parameter text: exactly ten ASCII digits, no dashes, no spaces; nil for anything else.
  public init?(_ text: String) {
    guard text.utf8.count == 10, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    digits = text
  }

  /// The ten digits.
  public var description: String { digits }

  /// The first digit isn't zero and the second and third aren't both zero.
  ///
  /// Source: XSD type `TNrNIP`, pattern `[1-9]((\d[1-9])|([1-9]\d))\d{7}`.
  public var obeysPattern: Bool {
    let values = digits.utf8.map { $0 - 0x30 }
    return values[0] != 0 && (values[1] != 0 || values[2] != 0)
  }

  /// The last digit equals the weighted sum of the first nine modulo 11 (weights 6 5 7 2 3 4 5 6 7; 10 never fits).
  public var checksumMatches: Bool {
    let values = digits.utf8.map { Int($0) - 0x30 }
    let sum = zip(values, [6, 5, 7, 2, 3, 4, 5, 6, 7]).reduce(0) { $0 + $1.0 * $1.1 }
    return sum % 11 == values[9]
  }

  /// The pattern and the checksum both hold.
  public var isValid: Bool { obeysPattern && checksumMatches }
}
