/// An XML document cut into its tags and texts, so that it can be written anew in another spelling.
///
/// Only for documents that were read as XML before; nothing is checked here. What can't be cut is nil.
struct MarkupPieces {
  enum Piece {
    /// `<name` with the attributes, up to but without `>`.
    case start(name: ArraySlice<UInt8>, attributes: [MarkupAttribute], tail: ArraySlice<UInt8>)
    /// An element with nothing in it, however it is written; `isShort` for `<a/>`, and `tail` is what stands before the `/`.
    case empty(name: ArraySlice<UInt8>, attributes: [MarkupAttribute], tail: ArraySlice<UInt8>, isShort: Bool)
    case end(ArraySlice<UInt8>)
    /// Text, its references as written.
    case text(ArraySlice<UInt8>)
    /// A section of CDATA, which is text too.
    case section(ArraySlice<UInt8>)
    /// A comment or a processing instruction.
    case aside(ArraySlice<UInt8>)
  }

  /// From the first piece after the XML declaration to the last.
  private(set) var pieces: [Piece] = []
  /// `<?xml … ?>`; empty where there is none.
  let declaration: ArraySlice<UInt8>
  /// The white space between the declaration and what follows.
  let gap: ArraySlice<UInt8>
  /// The white space at the end of the file.
  let ending: ArraySlice<UInt8>

  /// The most tags and texts that are taken.
  private static let limit = 1_000_000

  /// - Parameter bytes: without a byte order mark, line ends as LF.
  init?(_ bytes: ArraySlice<UInt8>) {
    let closing = Array("?>".utf8)
    var position = bytes.startIndex
    if bytes.starts(with: Array("<?xml ".utf8)) {
      guard let end = bytes.firstRange(of: closing)?.upperBound else { return nil }
      declaration = bytes[..<end]
      position = end
    } else {
      declaration = []
    }
    let rest = bytes[position...]
    let first = rest.firstIndex { !$0.isWhite } ?? rest.endIndex
    gap = rest[..<first]
    let last = rest.lastIndex { !$0.isWhite }.map { $0 + 1 } ?? rest.endIndex
    ending = rest[last...]
    guard first < last, cut(rest[first..<last]) else { return nil }
  }

  private mutating func cut(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let byte = rest.first {
      guard pieces.count < MarkupPieces.limit else { return false }
      guard byte == UInt8(ascii: "<") else {
        let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
        pieces.append(.text(rest[..<end]))
        rest = rest[end...]
        continue
      }
      guard let end = cutMarkup(rest) else { return false }
      rest = rest[end...]
    }
    return true
  }

  /// - Returns: where the markup at the beginning ends.
  private mutating func cutMarkup(_ rest: ArraySlice<UInt8>) -> Int? {
    func end(_ opening: String, _ closing: String) -> Int? {
      guard rest.starts(with: Array(opening.utf8)) else { return nil }
      return rest.dropFirst(opening.utf8.count).firstRange(of: Array(closing.utf8))?.upperBound
    }
    if let end = end("<!--", "-->") ?? end("<?", "?>") {
      pieces.append(.aside(rest[..<end]))
      return end
    }
    if let end = end("<![CDATA[", "]]>") {
      pieces.append(.section(rest[..<end]))
      return end
    }
    if rest.starts(with: Array("</".utf8)) {
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let name = rest[(rest.startIndex + 2)..<close].prefix { !$0.isWhite }
      if case .start(let opened, let attributes, let tail) = pieces.last, opened.elementsEqual(name) {
        pieces[pieces.count - 1] = .empty(name: opened, attributes: attributes, tail: tail, isShort: false)
      } else {
        pieces.append(.end(name))
      }
      return close + 1
    }
    return cutStart(rest)
  }

  private mutating func cutStart(_ rest: ArraySlice<UInt8>) -> Int? {
    var position = rest.startIndex + 1
    func until(_ isEnd: (UInt8) -> Bool) -> ArraySlice<UInt8> { rest[position...].prefix { !isEnd($0) } }
    let name = until { $0.isWhite || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
    position = name.endIndex
    var attributes: [MarkupAttribute] = []
    while position < rest.endIndex {
      let white = until { !$0.isWhite }
      position = white.endIndex
      guard position < rest.endIndex else { return nil }
      if rest[position] == UInt8(ascii: ">") {
        pieces.append(.start(name: name, attributes: attributes, tail: white))
        return position + 1
      }
      if rest[position] == UInt8(ascii: "/") {
        guard position + 1 < rest.endIndex, rest[position + 1] == UInt8(ascii: ">") else { return nil }
        pieces.append(.empty(name: name, attributes: attributes, tail: white, isShort: true))
        return position + 2
      }
      let label = until { $0.isWhite || $0 == UInt8(ascii: "=") }
      position = label.endIndex
      let sign = until { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      position = sign.endIndex
      guard position < rest.endIndex else { return nil }
      let quote = rest[position]
      position += 1
      let value = until { $0 == quote }
      position = value.endIndex + 1
      attributes.append(MarkupAttribute(white: white, name: label, sign: sign, quote: quote, value: value))
    }
    return nil
  }
}

/// An attribute as written: white space, name, `=` with white space around it, quote and value.
struct MarkupAttribute {
  let white: ArraySlice<UInt8>
  let name: ArraySlice<UInt8>
  let sign: ArraySlice<UInt8>
  let quote: UInt8
  let value: ArraySlice<UInt8>
}

extension UInt8 {
  /// White space of XML 1.0, production 3.
  var isWhite: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
