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

  /// The files of all faces; a run's `face` is a position in this list.
  package let files: [String]
  /// Faces are opened when a letter first needs them: an ordinary invoice needs two of some twenty.
  private var faces: [FontFace?]
  private let chains: [[Int]]
  private let leadingFaces: [FontFace]
  private var cache: [Key: ShapedText] = [:]
  private var missing: Set<Unicode.Scalar> = []
  private var broken: [Obstacle] = []
  private var failed: Set<Int> = []

  /// How many texts have been shaped, not counting those remembered: the work that a document made.
  package private(set) var shapings = 0
  /// Width of each figure character by weight, in milli-ems.
  private var figureWidths: [[Double]] = []

  private struct Key: Hashable {
    let text: String
    let weight: Weight
  }

  /// More entries than the pages of a long document need; dropped together when full.
  private static let cacheLimit = 20_000
  /// Bytes; a line has fewer.
  private static let longestCached = 400

  /// - Parameters:
  ///   - regular: font files in order of preference.
  ///   - bold: the same for the bold weight; letters that none has are set in the regular chain.
  /// - Throws: `font.unreadable` where the first face of a weight can't be opened.
  package init(regular: [String], bold: [String]) throws(Obstacle) {
    precondition(!regular.isEmpty, "a font set has at least one regular face")
    var files: [String] = []
    func positions(of paths: [String]) -> [Int] {
      paths.map { path in
        if let known = files.firstIndex(of: path) { return known }
        files.append(path)
        return files.count - 1
      }
    }
    let regularChain = positions(of: regular)
    chains = [regularChain, positions(of: bold) + regularChain]
    self.files = files
    var faces = [FontFace?](repeating: nil, count: files.count)
    var leadingFaces: [FontFace] = []
    for chain in chains {
      if let known = faces[chain[0]] {
        leadingFaces.append(known)
      } else {
        let face = try FontFace(path: files[chain[0]], index: chain[0])
        faces[chain[0]] = face
        leadingFaces.append(face)
      }
    }
    self.faces = faces
    self.leadingFaces = leadingFaces
  }

  /// The face that sets the lines' height for a weight.
  package func leadingFace(_ weight: Weight) -> FontFace { leadingFaces[weight.rawValue] }

  /// Shapes a text that stands on one line.
  ///
  /// Letters that no font has are set as `[U+1F600]` and remembered for `takeMissing`.
  package func shape(_ text: String, _ weight: Weight) -> ShapedText {
    let key = Key(text: text, weight: weight)
    if let known = cache[key] { return known }
    shapings += 1
    // Marks of direction and other invisible characters may leave no glyph, and Cairo refuses words without any.
    let runs = itemize(text, weight).map { shapeRun($0.bytes, with: $0.face) }.filter { !$0.glyphs.isEmpty }
    let shaped = ShapedText(runs: runs)
    // A long text hardly comes twice, and would crowd out many words that do.
    guard text.utf8.count <= FontSet.longestCached else { return shaped }
    if cache.count >= FontSet.cacheLimit { cache.removeAll(keepingCapacity: true) }
    cache[key] = shaped
    return shaped
  }

  /// Width of a text of digits and the signs between them, in milli-ems, without shaping it; nil for any other text.
  ///
  /// Exact for fonts whose figures aren't kerned. Tables hold many thousand figures, of which only the widest matters.
  package func figureWidth(_ text: String, _ weight: Weight) -> Double? {
    if figureWidths.isEmpty {
      figureWidths = Weight.allCases.map { weight in
        FontSet.figures.map { shape(String(Character(Unicode.Scalar($0))), weight).width }
      }
    }
    let widths = figureWidths[weight.rawValue]
    var width = 0.0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: width += widths[Int(byte - 0x30)]
      case 0x2C: width += widths[10]
      case 0x2E: width += widths[11]
      case 0x2D: width += widths[12]
      case 0x20, 0xA0: width += widths[13]
      // Of the no-break space, whose second byte no other character of the signs here has.
      case 0xC2: break
      default: return nil
      }
    }
    return width
  }

  /// Digits, comma, point, minus, space.
  private static let figures = Array(0x30...0x39) + [0x2C, 0x2E, 0x2D, 0x20] as [UInt8]

  /// What went wrong since the last call: letters that no font has, in code point order, and fonts that can't be read.
  package func takeTroubles() -> (letters: [Unicode.Scalar], fonts: [Obstacle]) {
    defer {
      // Shaped again next time, so that the next document hears of its own missing letters.
      if !missing.isEmpty { cache.removeAll(keepingCapacity: true) }
      missing = []
      broken = []
    }
    return (missing.sorted(), broken)
  }

  /// Opens a face when it is first asked for; one that can't be opened has no letters.
  private func face(_ position: Int) -> FontFace? {
    if let face = faces[position] { return face }
    guard !failed.contains(position) else { return nil }
    do throws(Obstacle) {
      let face = try FontFace(path: files[position], index: position)
      faces[position] = face
      return face
    } catch {
      failed.insert(position)
      broken.append(error)
      return nil
    }
  }

  private struct Piece {
    var face: FontFace
    var bytes: [UInt8]
  }

  /// Splits a text where the font changes; marks stay with the letter that they stand on.
  private func itemize(_ text: String, _ weight: Weight) -> [Piece] {
    var pieces: [Piece] = []
    func append(_ bytes: some Sequence<UInt8>, face: FontFace) {
      if let last = pieces.indices.last, pieces[last].face === face {
        pieces[last].bytes.append(contentsOf: bytes)
      } else {
        pieces.append(Piece(face: face, bytes: Array(bytes)))
      }
    }
    let primary = leadingFace(weight)
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      guard let letter = FontSet.printed(scalar) else { continue }
      let bytes = String(letter).utf8
      defer { previous = letter }
      if let last = pieces.last, letter == " " || letter.isMark, last.face.has(letter) {
        append(bytes, face: last.face)
      } else if let last = pieces.last, letter.isMark, let whole = composed(previous, letter), last.face.has(whole) {
        // The font has the letter with its mark as one; HarfBuzz puts them together.
        append(bytes, face: last.face)
      } else if primary.has(letter) {
        append(bytes, face: primary)
      } else if let face = fallback(for: letter, weight) {
        append(bytes, face: face)
      } else {
        missing.insert(letter)
        append("[U+\(String(letter.value, radix: 16, uppercase: true))]".utf8, face: primary)
      }
    }
    return pieces
  }

  private func fallback(for letter: Unicode.Scalar, _ weight: Weight) -> FontFace? {
    for position in chains[weight.rawValue] {
      if let face = face(position), face.has(letter) { return face }
    }
    return nil
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

extension Unicode.Scalar {
  /// Whether the character stands on, or joins, the one before it.
  fileprivate var isMark: Bool {
    if value < 0x300 { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: return true
    default: return false
    }
  }
}
