/// Whether an XML file was written to its end, as far as that can be seen without reading it all.
enum FinishedXML {
  /// Whether the last thing in the file, but for white space, is the end tag of its first element.
  static func isFinished(_ bytes: [UInt8]) -> Bool {
    guard let last = bytes.lastIndex(where: { !isSpace($0) }), bytes[last] == 0x3E else { return false }
    guard let open = bytes[..<last].lastIndex(of: 0x3C), open + 1 < last, bytes[open + 1] == 0x2F,
      let root = rootName(of: bytes)
    else { return false }
    return bytes[(open + 2)..<last].prefix { !isSpace($0) }.elementsEqual(root)
  }

  /// The first element's name as it stands, with its prefix; nil where it doesn't come.
  private static func rootName(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var rest = bytes[...]
    while let open = rest.firstIndex(of: 0x3C) {
      rest = rest[(open + 1)...]
      let end: [UInt8]
      if rest.starts(with: "!--".utf8) {
        end = Array("-->".utf8)
      } else if rest.first == 0x3F || rest.first == 0x21 {
        end = [0x3E]
      } else {
        let name = rest.prefix { !isSpace($0) && $0 != 0x3E && $0 != 0x2F }
        return name.isEmpty ? nil : name
      }
      guard let found = rest.firstRange(of: end) else { return nil }
      rest = rest[found.upperBound...]
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
