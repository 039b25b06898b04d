/// Looks through an SVG before anybody draws it.
///
/// It may hold shapes, gradients and clips. What would need other files, the machine's fonts, a script, or time out of
/// proportion (filters, masks, patterns, markers, dashes, repetition of repetitions) is refused by its name. The drawing
/// library has limits of its own behind this.
struct SVGScan {
  static let elementLimit = 1000
  static let useLimit = 8
  static let byteLimit = 96 * 1024

  private let text: [UInt8]
  private var position = 0
  private var elements = 0
  private var uses = 0
  private var root: [(name: String, value: String)]?
  /// All text of the style that is open, however comments cut it into pieces; nil outside of one.
  private var style: String?

  init(_ bytes: [UInt8]) throws(PictureMistake) {
    guard bytes.count <= Self.byteLimit else { throw .tooIntricate }
    // In another encoding, words could hide from this scan.
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else { throw .damaged }
    text = bytes
  }

  /// The picture's width and height in its own units, where nothing in it is refused.
  func size() throws(PictureMistake) -> (width: Double, height: Double) {
    var scan = self
    try scan.run()
    guard let root = scan.root else { throw .damaged }
    let values = Dictionary(root, uniquingKeysWith: { first, _ in first })
    if let width = values["width"].flatMap(units), let height = values["height"].flatMap(units) {
      return (width, height)
    }
    let box = (values["viewBox"] ?? "").split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    guard box.count == 4, box.allSatisfy({ abs($0) <= 1e6 }), box[2] >= 0.01, box[3] >= 0.01 else { throw .noSize }
    return (box[2], box[3])
  }

  /// A length in units or points, millimetres and so on; nil where it is a share of something else.
  private func units(_ text: String) -> Double? {
    let factors = ["px": 1, "pt": 4.0 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96]
    let factor = factors[String(text.suffix(2))]
    let number = Double(factor == nil ? text : String(text.dropLast(2)))
    guard let number, (0.01...1e6).contains(number) else { return nil }
    return number * (factor ?? 1)
  }

  private mutating func run() throws(PictureMistake) {
    while position < text.count {
      let start = position
      while position < text.count, text[position] != UInt8(ascii: "<") { position += 1 }
      noteStyle(start..<position)
      guard position < text.count else { return }
      if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        let start = position
        try skip(past: "]]>")
        noteStyle(start + 9..<position - 3)
      } else if starts("<!") {
        try documentType()
      } else if starts("<?") {
        if !starts("<?xml ") { throw .forbidden("<?") }
        let start = position
        try skip(past: "?>")
        let declaration = string(start..<position).lowercased()
        if declaration.contains("encoding"), !declaration.contains("utf-8") { throw .forbidden("encoding") }
      } else {
        try element()
      }
    }
  }

  private mutating func noteStyle(_ range: Range<Int>) {
    if let sofar = style { style = sofar + string(range) }
  }

  /// A document type by name is harmless; one with declarations of its own is not.
  private mutating func documentType() throws(PictureMistake) {
    guard root == nil, starts("<!DOCTYPE") else { throw .forbidden("<!") }
    var quote: UInt8?
    while position < text.count, quote != nil || text[position] != UInt8(ascii: ">") {
      switch text[position] {
      case quote: quote = nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = quote ?? text[position]
      case UInt8(ascii: "["): if quote == nil { throw .forbidden("<!DOCTYPE [") }
      default: break
      }
      position += 1
    }
    guard position < text.count else { throw .damaged }
    position += 1
  }

  private static let shapes: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "linearGradient", "radialGradient", "stop", "clipPath", "style", "title", "desc", "metadata",
  ]
  /// Words of no meaning to the picture, in namespaces of drawing programs.
  private static let harmlessWithPrefix: Set<String> = [
    "namedview", "grid", "guide", "page", "RDF", "Work", "Agent", "Bag", "Seq", "li", "format", "type", "title", "date",
    "creator", "rights", "publisher", "description", "subject", "identifier", "language", "source", "relation",
    "coverage", "contributor", "License", "license", "permits", "requires", "prohibits", "path-effect", "perspective",
  ]

  private mutating func element() throws(PictureMistake) {
    position += 1
    let isEnd = position < text.count && text[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    let name = word()
    if let style {
      // An element in a style would end it for this scan, and not for the drawing library.
      guard isEnd, name == "style" else { throw .forbidden("<\(name)>") }
      try checkStyle(style)
      self.style = nil
    } else if name == "style", !isEnd {
      style = ""
    }
    let parts = name.split(separator: ":")
    guard parts.count > 1 ? Self.harmlessWithPrefix.contains(String(parts[1])) : Self.shapes.contains(name) else {
      throw .forbidden("<\(name)>")
    }
    elements += isEnd ? 0 : 1
    uses += name == "use" && !isEnd ? 1 : 0
    guard elements <= Self.elementLimit, uses <= Self.useLimit else { throw .tooIntricate }
    var attributes: [(name: String, value: String)] = []
    while true {
      skipSpace()
      guard position < text.count else { throw .damaged }
      if text[position] == UInt8(ascii: ">") { break }
      if text[position] == UInt8(ascii: "/") {
        if name == "style" { style = nil }
        position += 1
        continue
      }
      let attribute = try attribute()
      try check(attribute)
      attributes.append(attribute)
    }
    position += 1
    if root == nil {
      guard name == "svg" else { throw .damaged }
      root = attributes
    }
  }

  private mutating func attribute() throws(PictureMistake) -> (name: String, value: String) {
    let name = word()
    skipSpace()
    guard !name.isEmpty, position < text.count, text[position] == UInt8(ascii: "=") else { throw .damaged }
    position += 1
    skipSpace()
    guard position < text.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(text[position]) else {
      throw .damaged
    }
    let quote = text[position]
    let start = position + 1
    guard let end = text[start...].firstIndex(of: quote) else { throw .damaged }
    position = end + 1
    return (name, string(start..<end))
  }

  private func check(_ attribute: (name: String, value: String)) throws(PictureMistake) {
    let name = attribute.name.split(separator: ":").last.map(String.init) ?? ""
    if name == "href", attribute.value.first != "#" { throw .forbidden("href=\(attribute.value)") }
    // What programs note for themselves draws nothing.
    if attribute.name.contains(":") || ["id", "class"].contains(name) { return }
    if name == "base" || name.hasPrefix("on") { throw .forbidden(name) }
    // Each attribute of the look may stand in a style as well, and is judged as it would be there.
    try checkStyle(name == "style" ? attribute.value : "\(name):\(attribute.value)")
  }

  /// What costs time out of proportion; `none` of it is welcome.
  private static let costly = ["filter", "mask", "marker", "dasharray"]

  /// What a style may not say; names of colours, sizes and `url(#…)` remain.
  private func checkStyle(_ style: String) throws(PictureMistake) {
    let style = style.lowercased().filter { !$0.isWhitespace }
    for word in ["@import", "@font-face", "\\", "&#"] where style.contains(word) { throw .forbidden(word) }
    for declaration in style.split(whereSeparator: { ";{}".contains($0) }) where declaration.contains(":") {
      // Just the property and `none`: a comment before it could hide another value.
      let property = declaration.prefix { $0 == "-" || ($0.isASCII && $0.isLetter) }
      if declaration.dropFirst(property.count) == ":none" { continue }
      if let word = Self.costly.first(where: { declaration.contains($0) }) { throw .forbidden(word) }
    }
    for piece in style.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      guard piece.drop(while: { $0 == "\"" || $0 == "'" || $0 == " " }).first == "#" else { throw .forbidden("url(") }
    }
  }

  // MARK: - Characters

  private func starts(_ word: String) -> Bool { text[position...].starts(with: word.utf8) }

  private mutating func skip(past word: String) throws(PictureMistake) {
    while position < text.count, !starts(word) { position += 1 }
    guard position < text.count else { throw .damaged }
    position += word.utf8.count
  }

  private mutating func skipSpace() {
    while position < text.count, text[position] <= 0x20 { position += 1 }
  }

  private mutating func word() -> String {
    let start = position
    while position < text.count, text[position] > 0x20, !"=/>\"'<".utf8.contains(text[position]) { position += 1 }
    return string(start..<position)
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
