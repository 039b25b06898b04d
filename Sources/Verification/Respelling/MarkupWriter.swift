/// Writes the pieces of a document in a spelling; line ends are LF.
struct MarkupWriter {
  let spelling: Spelling
  private(set) var bytes: [UInt8] = []

  private enum Neighbour {
    case beginning
    case start
    case text
    case other
  }

  init(_ pieces: MarkupPieces, _ spelling: Spelling, capacity: Int) {
    self.spelling = spelling
    bytes.reserveCapacity(capacity)
    write(pieces.pieces)
  }

  private mutating func write(_ pieces: [MarkupPieces.Piece]) {
    var (previous, depth) = (Neighbour.beginning, 0)
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .start(let name, let attributes, let tail):
        lay(previous, depth)
        begin(name, attributes, tail)
        bytes.append(UInt8(ascii: ">"))
        depth += 1
        previous = .start
      case .empty(let name, let attributes, let tail, let isShort):
        lay(previous, depth)
        writeEmpty(name, attributes, tail, isShort: isShort)
        previous = .other
      case .end(let name):
        depth -= 1
        // The first start tag of all is no element's content, whatever stands in it.
        if previous == .other { lay(previous, depth) }
        bytes += [UInt8(ascii: "<"), UInt8(ascii: "/")] + name + [UInt8(ascii: ">")]
        previous = .other
      case .text(let text):
        if spelling.layout != .asGiven, isLayout(text, pieces, index) { continue }
        writeText(text, quote: nil)
        previous = .text
      case .section(let section):
        bytes += section
        previous = .text
      case .aside(let aside):
        lay(previous, depth)
        bytes += aside
        previous = .other
      }
    }
  }

  /// White space that stands between tags and isn't all that an element holds.
  private func isLayout(_ text: ArraySlice<UInt8>, _ pieces: [MarkupPieces.Piece], _ index: Int) -> Bool {
    guard text.allSatisfy(\.isWhite) else { return false }
    guard index > 0, index + 1 < pieces.count else { return true }
    if case .start = pieces[index - 1], case .end = pieces[index + 1] { return false }
    return true
  }

  /// White space before a tag, where the layout wants any.
  private mutating func lay(_ previous: Neighbour, _ depth: Int) {
    guard case .indented(let indent) = spelling.layout, previous != .beginning, previous != .text else { return }
    bytes.append(0x0A)
    for _ in 0..<max(depth, 0) { bytes += indent.utf8 }
  }

  private mutating func begin(_ name: ArraySlice<UInt8>, _ attributes: [MarkupAttribute], _ tail: ArraySlice<UInt8>) {
    bytes.append(UInt8(ascii: "<"))
    bytes += name
    for attribute in attributes { write(attribute) }
    if spelling.attributes == .asGiven { bytes += tail }
  }

  private mutating func writeEmpty(
    _ name: ArraySlice<UInt8>, _ attributes: [MarkupAttribute], _ tail: ArraySlice<UInt8>, isShort: Bool
  ) {
    let form: Spelling.EmptyElements = spelling.emptyElements
    begin(name, attributes, form == .asGiven ? tail : [])
    switch form {
    case .asGiven where isShort, .short:
      if form == .asGiven, spelling.attributes != .asGiven { bytes += tail }
      bytes += "/>".utf8
    case .shortWithSpace: bytes += " />".utf8
    case .asGiven, .long:
      bytes += "></".utf8
      bytes += name
      bytes.append(UInt8(ascii: ">"))
    }
  }

  private mutating func write(_ attribute: MarkupAttribute) {
    let quote: UInt8
    switch spelling.attributes {
    case .asGiven:
      bytes += attribute.white + attribute.name + attribute.sign
      quote = attribute.quote
    case .doubleQuotes, .singleQuotes:
      bytes.append(0x20)
      bytes += attribute.name
      bytes.append(UInt8(ascii: "="))
      quote = spelling.attributes == .doubleQuotes ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    }
    bytes.append(quote)
    if quote == attribute.quote, spelling.entities == .asGiven {
      bytes += attribute.value
    } else {
      writeText(attribute.value, quote: quote)
    }
    bytes.append(quote)
  }

  /// - Parameter quote: around the value of an attribute; nil for the text of an element.
  private mutating func writeText(_ text: ArraySlice<UInt8>, quote: UInt8?) {
    guard spelling.entities != .asGiven || quote != nil else {
      bytes += text
      return
    }
    let escaped = Array(spelling.entities == .asGiven ? "".utf8 : spelling.entities.rawValue.utf8)
    for (byte, isReferred) in CharacterBytes(text) {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">") where escaped.contains(byte): bytes += "&gt;".utf8
      case UInt8(ascii: "\"") where quote == byte || quote == nil && escaped.contains(byte): bytes += "&quot;".utf8
      case UInt8(ascii: "'") where quote == byte || quote == nil && escaped.contains(byte): bytes += "&apos;".utf8
      case 0x0D: bytes += spelling.returnReference.rawValue.utf8
      case 0x0A where isReferred:
        bytes += spelling.returnReference == .hexadecimal ? "&#xA;".utf8 : "&#10;".utf8
      case 0x09 where isReferred: bytes += spelling.returnReference == .hexadecimal ? "&#x9;".utf8 : "&#9;".utf8
      default: bytes.append(byte)
      }
    }
  }
}

/// The bytes of a text with its references resolved, and whether each came of a reference.
private struct CharacterBytes: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>
  private var pending: ArraySlice<UInt8> = []

  init(_ text: ArraySlice<UInt8>) {
    rest = text
  }

  mutating func next() -> (byte: UInt8, isReferred: Bool)? {
    if let byte = pending.popFirst() { return (byte, true) }
    guard let byte = rest.popFirst() else { return nil }
    guard byte == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
      let resolved = CharacterBytes.resolve(String(decoding: rest[..<end], as: UTF8.self))
    else { return (byte, false) }
    rest = rest[(end + 1)...]
    pending = resolved[...]
    return pending.popFirst().map { ($0, true) }
  }

  private static func resolve(_ name: String) -> [UInt8]? {
    switch name {
    case "amp": return [UInt8(ascii: "&")]
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHexadecimal = name.hasPrefix("#x")
      guard let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
        let scalar = Unicode.Scalar(value)
      else { return nil }
      return Array(String(Character(scalar)).utf8)
    }
  }
}
