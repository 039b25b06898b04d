import CodeReading
import KSeFIdentifiers

/// Base64 with its usual alphabet and padding (RFC 4648, section 4), as `data:` addresses and policies want it.
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String {
    let text = Base64URL.encode(bytes).utf8.map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 }
    return String(decoding: text, as: UTF8.self) + String(repeating: "=", count: (3 - bytes.count % 3) % 3)
  }
}

extension Thumbnail {
  /// The picture as an address that holds it whole (RFC 2397).
  var dataAddress: String { "data:image/jpeg;base64," + Base64.encode(jpeg) }
}
