/// Base64 with the URL alphabet and no padding (RFC 4648, section 5).
public enum Base64URL {
  private static let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Four characters for three bytes, no `=`.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    var pending = 0
    var bits = 0
    for byte in bytes {
      pending = pending << 8 | Int(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[pending >> bits & 63])
      }
      pending &= (1 << bits) - 1
    }
    if bits > 0 { text.append(alphabet[pending << (6 - bits) & 63]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// What a text decodes to, and whether it is the one canonical spelling of those bytes.
  public struct Decoded: Sendable, Hashable {
    /// The bytes that the text stands for.
    public let bytes: [UInt8]
    /// False where the unused bits of the last character aren't zero.
    public let isCanonical: Bool
  }

  /// Nil where a character stands outside the URL alphabet (`=`, `+` and `/` among them) or the length is impossible.
  public static func decode(_ text: some StringProtocol) -> Decoded? {
    var bytes: [UInt8] = []
    var pending = 0
    var bits = 0
    for character in text.utf8 {
      let value: Int
      switch character {
      case 0x41...0x5A: value = Int(character) - 0x41
      case 0x61...0x7A: value = Int(character) - 0x61 + 26
      case 0x30...0x39: value = Int(character) - 0x30 + 52
      case 0x2D: value = 62
      case 0x5F: value = 63
      default: return nil
      }
      pending = pending << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(pending >> bits & 255))
      }
      pending &= (1 << bits) - 1
    }
    guard bits < 6 else { return nil }
    return Decoded(bytes: bytes, isCanonical: pending == 0)
  }
}
