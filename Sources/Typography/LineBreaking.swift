extension FontSet {
  /// Breaks a text into lines no wider than `width` at a font size.
  ///
  /// Line feeds end lines. Lines break at spaces, after hyphens and slashes within long words, and between Chinese,
  /// Japanese and Korean letters; a word wider than the line breaks anywhere. No-break spaces hold together, and so does
  /// a Polish word of one letter with the next.
  package func lines(_ text: String, _ weight: Weight, size: Double, width: Double) -> [ShapedText] {
    if !text.utf8.contains(0x0A) {
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

  private func breakParagraph(_ text: Substring, _ weight: Weight, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    func fits(_ candidate: String) -> Bool { shape(candidate, weight).width(at: size) <= width + 0.01 }
    for piece in pieces(text) {
      let candidate = line + piece
      if fits(trimmed(Substring(candidate))) {
        line = candidate
        continue
      }
      if !line.isEmpty { lines.append(trimmed(Substring(line))) }
      line = String(piece)
      while !fits(trimmed(Substring(line))) {
        let head = longestPrefix(of: Substring(line), where: fits)
        lines.append(String(head))
        line = String(line[head.endIndex...])
      }
    }
    lines.append(trimmed(Substring(line)))
    return lines
  }

  /// At least one character, so that even an absurdly narrow column comes to an end.
  private func longestPrefix(of text: Substring, where fits: (String) -> Bool) -> Substring {
    let positions = Array(text.indices.dropFirst()) + [text.endIndex]
    var low = 0
    var high = positions.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(String(text[..<positions[middle]])) { low = middle } else { high = middle - 1 }
    }
    return text[..<positions[low]]
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
    // A slash between two languages stays with the first; a Polish word of one letter never ends a line.
    if right == "/", text.index(after: index) == text.endIndex || text[text.index(after: index)] == " " { return false }
    let word = text[wordStart..<index]
    return !(word.count == 2 && word.first.map { "aiouwzAIOUWZ".contains($0) } ?? false)
  }
  if left == "-" || left == "/" {
    // Not inside `m-cy` or `zl/mc`: each side must have enough letters to be read.
    guard right.isLetter, text.distance(from: wordStart, to: index) > 3 else { return false }
    return text[index...].prefix(3).allSatisfy { $0.isLetter || $0.isNumber } && text[index...].prefix(3).count == 3
  }
  return isIdeographic(left) || isIdeographic(right)
}

private func isIdeographic(_ character: Character) -> Bool {
  guard let scalar = character.unicodeScalars.first else { return false }
  switch scalar.value {
  case 0x2E80...0x2FDF, 0x3040...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return true
  default: return false
  }
}
