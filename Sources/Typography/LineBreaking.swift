extension FontSet {
  /// Breaks a text into lines no wider than `width` at a font size.
  ///
  /// Line feeds end lines. Lines break at spaces, after hyphens and slashes within long words, and between Chinese,
  /// Japanese and Korean letters; a word wider than the line breaks anywhere, after a hyphen or slash where that leaves
  /// a third of a line. No-break spaces hold together, and so do a Polish word of one letter with the next, a figure with its
  /// unit or with `nr` before it, a dash with the word before it, and the parts of a document's number.
  package func lines(_ text: String, _ weight: Weight, size: Double, width: Double) -> [ShapedText] {
    if text.utf8.count <= FontSet.longestWhole, !text.utf8.contains(0x0A) {
      let whole = shape(text, weight)
      if whole.width(at: size) <= width + 0.01 { return [whole] }
    }
    var lines: [ShapedText] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      for line in breakParagraph(paragraph, weight, size: size, width: width) { lines.append(shape(line, weight)) }
    }
    return lines
  }

  /// Breaks a text that has no words, such as a link, wherever a line is full.
  package func filledLines(_ text: String, _ weight: Weight, size: Double, width: Double) -> [ShapedText] {
    var lines: [ShapedText] = []
    var line = ""
    var filled = 0.0
    for character in text {
      // Letter by letter: what kerning would change is less than a line's slack.
      let advance = shape(String(character), weight).width(at: size)
      if filled + advance > width, !line.isEmpty {
        lines.append(shape(line, weight))
        line = ""
        filled = 0
      }
      line.append(character)
      filled += advance
    }
    if !line.isEmpty { lines.append(shape(line, weight)) }
    return lines
  }

  /// The width of the widest piece that `lines` wouldn't break.
  package func widestPiece(_ text: String, _ weight: Weight, size: Double) -> Double {
    pieces(Substring(text)).reduce(0) { max($0, shape(trimmed($1), weight).width(at: size)) }
  }

  /// Longer texts are wider than any page and needn't be measured whole.
  private static let longestWhole = 2000

  /// The pieces' own widths tell what fits, save near the edge, where kerning between them may decide: there the line is
  /// shaped. So each piece is shaped once, however long the text.
  private func breakParagraph(_ text: Substring, _ weight: Weight, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    var line = text[text.startIndex..<text.startIndex]
    /// The line's pieces added up, the last with its space.
    var filled = 0.0
    for piece in pieces(text) {
      let candidate = text[line.startIndex..<piece.endIndex]
      let bare = shape(trimmed(piece), weight).width(at: size)
      if fits(candidate, about: filled + bare, weight, size: size, width: width) {
        line = candidate
        filled += piece.last == " " ? shape(String(piece), weight).width(at: size) : bare
        continue
      }
      if !line.isEmpty { lines.append(trimmed(line)) }
      line = piece
      filled = piece.last == " " ? shape(String(piece), weight).width(at: size) : bare
      if bare > width + 0.01 {
        line = breakWord(piece, weight, size: size, width: width, into: &lines)
        filled = shape(String(line), weight).width(at: size)
      }
    }
    lines.append(trimmed(line))
    return lines
  }

  /// Whether a text fits, given about how wide it is.
  private func fits(_ text: Substring, about estimate: Double, _ weight: Weight, size: Double, width: Double) -> Bool {
    if estimate < width - size { return true }
    if estimate > width + size { return false }
    return shape(trimmed(text), weight).width(at: size) <= width + 0.01
  }

  /// Cuts a word wider than the line into full lines; what is left begins the next.
  private func breakWord(
    _ word: Substring, _ weight: Weight, size: Double, width: Double, into lines: inout [String]
  ) -> Substring {
    // Distances of a template may leave a column less than no width, in which not even an empty text fits.
    guard !word.isEmpty else { return word }
    let letters = word.indices.map { index in
      (index: index, width: shape(String(word[index]), weight).width(at: size))
    }
    func fits(_ start: Int, _ end: Int) -> Bool {
      let last = end < letters.count ? letters[end].index : word.endIndex
      return shape(trimmed(word[letters[start].index..<last]), weight).width(at: size) <= width + 0.01
    }
    var start = 0
    while true {
      var end = start
      var filled = 0.0
      while end < letters.count, filled + letters[end].width <= width {
        filled += letters[end].width
        end += 1
      }
      // The letters' own widths come close; shaped together they may take a little more or less.
      while end > start + 1, !fits(start, end) { end -= 1 }
      while end < letters.count, fits(start, end + 1) { end += 1 }
      // At least one character, so that even an absurdly narrow column comes to an end.
      end = max(end, start + 1)
      guard end < letters.count else { return word[letters[start].index...] }
      let third = start + (end - start + 2) / 3
      if let joint = (third..<end).last(where: { $0 > start && isJoint(word[letters[$0].index]) }) { end = joint + 1 }
      lines.append(trimmed(word[letters[start].index..<letters[end].index]))
      start = end
    }
  }

  private func trimmed(_ text: Substring) -> String {
    var rest = text
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

/// The pieces between which a line may break; a space belongs to the piece before it.
private func pieces(_ text: Substring) -> [Substring] {
  var result: [Substring] = []
  var start = text.startIndex
  var wordStart = start
  var previous: Character?
  for index in text.indices {
    let character = text[index]
    if let previous, index > start, canBreak(text, at: index, between: previous, and: character, wordStart: wordStart) {
      result.append(text[start..<index])
      start = index
    }
    if character != " ", previous == " " { wordStart = index }
    previous = character
  }
  result.append(text[start...])
  return result
}

private func canBreak(
  _ text: Substring, at index: Substring.Index, between left: Character, and right: Character,
  wordStart: Substring.Index
) -> Bool {
  if right == " " { return false }
  if left == "\t" || left == "\u{200B}" { return true }
  if left == " " {
    // A slash between two languages and a dash stay with the words before; a Polish word of one letter never ends a line.
    if "/–—".contains(right), text.index(after: index) == text.endIndex || text[text.index(after: index)] == " " {
      return false
    }
    let word = text[wordStart..<index]
    // Programs that read the page back take a hyphen at a line's end for one that divides a word.
    if word == "- " { return false }
    if right.isNumber, word == "nr " || word == "Nr " { return false }
    if word.dropLast().last?.isNumber == true, isUnit(text[index...]) { return false }
    // Half of `98 400 km` would be read as the whole.
    if word.count <= 4, word.dropLast().allSatisfy(\.isNumber), endsFigure(text[index...]) { return false }
    return !(word.count == 2 && word.first.map { "aiouwzAIOUWZ".contains($0) } ?? false)
  }
  if isJoint(left) {
    // Not inside `m-cy` or `zl/mc`: each side must have enough letters to be read. A number such as `KOR/ZAL/2026/03`
    // is looked for as a whole.
    guard right.isLetter, !hasFigure(text[wordStart..<index].suffix(longestNumber)),
      !hasFigure(text[index...].prefix(longestNumber).prefix { $0 != " " }),
      text.distance(from: wordStart, to: index) > 3
    else { return false }
    return text[index...].prefix(3).allSatisfy { $0.isLetter || $0.isNumber } && text[index...].prefix(3).count == 3
  }
  return isIdeographic(left) || isIdeographic(right)
}

/// Where a long word may be broken, the sign staying on the line.
private func isJoint(_ character: Character) -> Bool { character == "-" || character == "/" }

/// Letters of a word that are looked at on each side of a joint.
private let longestNumber = 24

private func hasFigure(_ text: Substring) -> Bool { text.contains(where: \.isNumber) }

/// Whether a text begins with further groups of three digits and the unit of the figure that they end.
private func endsFigure(_ text: Substring) -> Bool {
  var rest = text
  for _ in 0..<4 {
    guard rest.prefix(3).count == 3, rest.prefix(3).allSatisfy(\.isNumber) else { return false }
    rest = rest.dropFirst(3)
    if rest.first == "," { rest = rest.dropFirst(1 + rest.dropFirst().prefix(8).prefix(while: \.isNumber).count) }
    guard rest.first == " " else { return false }
    rest = rest.dropFirst()
    if isUnit(rest) { return true }
  }
  return false
}

/// Whether a text begins with a unit that is written after a figure.
private func isUnit(_ text: Substring) -> Bool {
  let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "%" }
  return word.count <= 4 && units.contains(String(word))
}

private let units: Set<String> = [
  "%", "zł", "gr", "PLN", "EUR", "USD", "szt", "mg", "g", "kg", "t", "ml", "l", "mm", "cm", "m", "km", "m²", "m³", "ha",
  "s", "min", "h", "godz", "W", "kW", "MW", "kWh", "MWh", "V", "A", "GB", "MB",
]

private func isIdeographic(_ character: Character) -> Bool {
  guard let scalar = character.unicodeScalars.first else { return false }
  switch scalar.value {
  case 0x2E80...0x2FDF, 0x3040...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return true
  default: return false
  }
}
