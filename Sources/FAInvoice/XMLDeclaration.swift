import Findings

/// The line `<?xml version="1.0" encoding="UTF-8"?>`, which may be missing.
enum XMLDeclaration {
  /// Refuses another version or encoding than KSeF takes; leaves a broken declaration to the parser.
  ///
  /// Source: verification-codes, "What KSeF refuses later"; XML 1.0, production 23.
  static func check(_ bytes: ArraySlice<UInt8>) throws(Obstacle) {
    let opening = Array("<?xml".utf8)
    guard bytes.starts(with: opening), bytes.count > opening.count, bytes[bytes.startIndex + opening.count] <= 0x20
    else { return }
    let head = bytes.prefix(1024)
    guard let end = head.firstIndex(of: UInt8(ascii: ">")) else { return }
    let declaration = head[(head.startIndex + opening.count)..<end]
    if let version = value(of: "version", in: declaration), version != "1.0" { throw .xmlVersion(version) }
    if let encoding = value(of: "encoding", in: declaration), encoding.lowercased() != "utf-8" {
      throw .encoding(encoding)
    }
  }

  /// What stands in quotes after `name =`.
  private static func value(of name: String, in declaration: ArraySlice<UInt8>) -> String? {
    let wanted = Array(name.utf8)
    var rest = declaration
    while let first = rest.firstIndex(of: wanted[0]) {
      rest = rest[first...]
      if rest.starts(with: wanted) {
        rest = rest.dropFirst(wanted.count).drop { $0 <= 0x20 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop { $0 <= 0x20 }
        guard let quote = rest.popFirst(), let end = rest.firstIndex(of: quote) else { return nil }
        return String(decoding: rest[..<end], as: UTF8.self)
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
