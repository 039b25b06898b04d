/// A block between `-----BEGIN …-----` and `-----END …-----` (RFC 7468), found in any text.
///
/// The label isn't kept: what a block holds is told by its content.
struct PEMBlock {
  /// The header lines, each ended by a line feed.
  let headers: String
  /// Where the Base64 stands in the file.
  let body: Range<Int>

  private static let begin = Array("-----BEGIN ".utf8)
  private static let end = Array("-----END ".utf8)
  private static let dashes = Array("-----".utf8)

  static func all(in file: UnsafeBufferPointer<UInt8>) -> [PEMBlock] {
    var blocks: [PEMBlock] = []
    var position = 0
    while let opening = find(begin, in: file, from: position),
      let bodyStart = find(dashes, in: file, from: opening.upperBound)?.upperBound,
      let closing = find(end, in: file, from: bodyStart)
    {
      blocks.append(PEMBlock(bodyStart..<closing.lowerBound, of: file))
      position = closing.upperBound
    }
    return blocks
  }

  /// Headers, where there are any, end with an empty line.
  private init(_ range: Range<Int>, of file: UnsafeBufferPointer<UInt8>) {
    let colon: UInt8 = 0x3A
    guard file[range].contains(colon) else {
      headers = ""
      body = range
      return
    }
    var lines = ""
    var position = range.lowerBound
    while position < range.upperBound {
      let lineEnd = file[position..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      let line = file[position..<lineEnd].filter { $0 != 0x0D }
      if line.isEmpty, !lines.isEmpty { break }
      if !line.isEmpty { lines += String(decoding: line, as: UTF8.self) + "\n" }
      position = min(lineEnd + 1, range.upperBound)
    }
    headers = lines
    body = position..<range.upperBound
  }

  private static func find(_ needle: [UInt8], in file: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    var position = start
    while position + needle.count <= file.count {
      guard let candidate = file[position...].firstIndex(of: needle[0]), candidate + needle.count <= file.count else {
        return nil
      }
      if file[candidate..<candidate + needle.count].elementsEqual(needle) {
        return candidate..<candidate + needle.count
      }
      position = candidate + 1
    }
    return nil
  }
}

/// Base64 of either alphabet (RFC 4648, sections 4 and 5) with white space anywhere and padding or none;
/// nil where another character stands in it.
func decodeBase64(_ text: some Collection<UInt8>) -> WipedBytes? {
  let decoded = WipedBytes(capacity: text.count / 4 * 3 + 3)
  var pending = 0
  var bits = 0
  var padding = 0
  for character in text {
    let value: Int
    switch character {
    case 0x41...0x5A: value = Int(character) - 0x41
    case 0x61...0x7A: value = Int(character) - 0x61 + 26
    case 0x30...0x39: value = Int(character) - 0x30 + 52
    case 0x2B, 0x2D: value = 62
    case 0x2F, 0x5F: value = 63
    case 0x20, 0x09, 0x0A, 0x0D: continue
    case 0x3D:
      padding += 1
      continue
    default: return nil
    }
    guard padding == 0 else { return nil }
    pending = pending << 6 | value
    bits += 6
    if bits >= 8 {
      bits -= 8
      decoded.append(UInt8(pending >> bits & 255))
    }
    pending &= (1 << bits) - 1
  }
  return bits < 6 && padding <= 2 ? decoded : nil
}
