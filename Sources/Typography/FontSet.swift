package import Findings

/// The fonts that a document may use: for each weight a chain of faces, the first that has a letter sets it.
///
/// Belongs to one thread; keep it, since it remembers what it has shaped. Nothing outside the named files is ever used,
/// so that the same files give the same pages on every machine.
package final class FontSet {
  /// The weight of a face.
  package enum Weight: Int, Sendable, Hashable, CaseIterable {
    case regular
    case bold
  }

  /// All faces; a run's `face` is a position in this list.
  package let faces: [FontFace]
  private let chains: [[Int]]
  private var cache: [Key: ShapedText] = [:]
  private var missing: Set<Unicode.Scalar> = []

  private struct Key: Hashable {
    let text: String
    let weight: Weight
  }

  /// More entries than the pages of a long document need; dropped together when full.
  private static let cacheLimit = 20_000

  /// - Parameters:
  ///   - regular: font files in order of preference.
  ///   - bold: the same for the bold weight; letters that none has are set in the regular chain.
  /// - Throws: `font.unreadable`.
  package init(regular: [String], bold: [String]) throws(Obstacle) {
    precondition(!regular.isEmpty, "a font set has at least one regular face")
    var faces: [FontFace] = []
    var positions: [String: Int] = [:]
    func open(_ paths: [String]) throws(Obstacle) -> [Int] {
      var chain: [Int] = []
      for path in paths {
        if let position = positions[path] {
          chain.append(position)
          continue
        }
        let face = try FontFace(path: path, index: faces.count)
        positions[path] = faces.count
        chain.append(faces.count)
        faces.append(face)
      }
      return chain
    }
    let regularChain = try open(regular)
    chains = [regularChain, try open(bold) + regularChain]
    self.faces = faces
  }

  /// The face that sets the lines' height for a weight.
  package func leadingFace(_ weight: Weight) -> FontFace { faces[chains[weight.rawValue][0]] }

  /// Shapes a text that stands on one line.
  ///
  /// Letters that no font has are set as `[U+1F600]` and remembered for `takeMissing`.
  package func shape(_ text: String, _ weight: Weight) -> ShapedText {
    let key = Key(text: text, weight: weight)
    if let known = cache[key] { return known }
    let shaped = ShapedText(runs: itemize(text, weight).map { shapeRun($0.bytes, with: faces[$0.face]) })
    if cache.count >= FontSet.cacheLimit { cache.removeAll(keepingCapacity: true) }
    cache[key] = shaped
    return shaped
  }

  /// The letters that no font had since the last call, in code point order.
  package func takeMissing() -> [Unicode.Scalar] {
    defer { missing = [] }
    if !missing.isEmpty { cache.removeAll(keepingCapacity: true) }
    return missing.sorted()
  }

  private struct Piece {
    var face: Int
    var bytes: [UInt8]
  }

  /// Splits a text where the font changes; marks stay with the letter that they stand on.
  private func itemize(_ text: String, _ weight: Weight) -> [Piece] {
    let chain = chains[weight.rawValue]
    var pieces: [Piece] = []
    func append(_ bytes: some Sequence<UInt8>, face: Int) {
      if let last = pieces.indices.last, pieces[last].face == face {
        pieces[last].bytes.append(contentsOf: bytes)
      } else {
        pieces.append(Piece(face: face, bytes: Array(bytes)))
      }
    }
    let primary = faces[chain[0]]
    for scalar in text.unicodeScalars {
      guard let letter = FontSet.printed(scalar) else { continue }
      if let last = pieces.last, letter.properties.generalCategory.isMark || letter == " ", faces[last.face].has(letter)
      {
        append(UTF8.encode(letter), face: last.face)
      } else if primary.has(letter) {
        append(UTF8.encode(letter), face: chain[0])
      } else if let face = chain.first(where: { faces[$0].has(letter) }) {
        append(UTF8.encode(letter), face: face)
      } else {
        missing.insert(letter)
        append("[U+\(String(letter.value, radix: 16, uppercase: true))]".utf8, face: chain[0])
      }
    }
    return pieces
  }

  /// What is drawn for a character: spaces of every kind as a space (a no-break space that shares the space's glyph
  /// would make Cairo wrap it in replacement text), invisible break hints not at all.
  private static func printed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: " "
    case 0xAD, 0x200B, 0x2060, 0xFEFF: nil
    default: scalar
    }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool {
    self == .nonspacingMark || self == .enclosingMark || self == .spacingMark || self == .format
  }
}

extension UTF8 {
  fileprivate static func encode(_ scalar: Unicode.Scalar) -> some Sequence<UInt8> { String(scalar).utf8 }
}
