import CodeReading

/// A word of a page with what comparisons ask of it; lengths as fractions of the page.
struct PaperWord: Sendable {
  let text: String
  let folded: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// 0 to 100.
  let confidence: Int

  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
  /// Of a character, on the average.
  var characterWidth: Double { (right - left) / Double(max(1, text.unicodeScalars.count)) }

  func overlaps(_ other: PaperWord) -> Bool { left < other.right && other.left < right }
}

/// Where a word is among the lines of its page.
struct WordPlace: Sendable, Hashable {
  let line: Int
  let word: Int
}

/// A page as lines of words, from top to bottom, each from left to right.
struct PaperPage: Sendable {
  /// From 1.
  let number: Int
  let source: PageText.Source
  /// Another invoice's codes stand on the page, too.
  let isShared: Bool
  let lines: [[PaperWord]]

  /// - Parameter page: its words may come in any order; where they stand counts.
  init(_ page: CasePage) {
    self.init(number: page.reading.page, text: page.reading.text, isShared: page.isShared)
  }

  init(number: Int, text: PageText, isShared: Bool = false) {
    self.number = number
    source = text.source
    self.isShared = isShared
    lines = PaperPage.lines(of: text.words.prefix(PaperPage.wordLimit).flatMap(PaperPage.parts))
  }

  /// A page set as small as can be read has a few thousand.
  private static let wordLimit = 20_000

  subscript(place: WordPlace) -> PaperWord { lines[place.line][place.word] }

  /// Where something stands, as said after "page 1, ".
  func region(of place: WordPlace) -> PageRegion {
    let word = self[place]
    return PageRegion(
      centerX: (word.left + word.right) / 2, centerY: word.middle, width: word.right - word.left, height: word.height)
  }

  /// Whether the word stands so near behind the one before it that both are one cell of a table.
  func isContinued(_ place: WordPlace, within characters: Double = 2.2) -> Bool {
    guard place.word + 1 < lines[place.line].count else { return false }
    let (word, next) = (lines[place.line][place.word], lines[place.line][place.word + 1])
    return next.left - word.right <= characters * max(word.characterWidth, next.characterWidth)
  }

  /// A space within a number, in characters: half of one in most type, a whole one where all letters are as wide.
  static let space = 1.2

  /// The first words of the cell that holds a word.
  func cellStart(_ place: WordPlace) -> WordPlace {
    var start = place.word
    while start > 0, isContinued(WordPlace(line: place.line, word: start - 1)) { start -= 1 }
    return WordPlace(line: place.line, word: start)
  }

  /// The words under a stretch of a line, line by line, as long as each is near the one before.
  func below(_ line: Int, left: Double, right: Double, lines count: Int = 3) -> [[WordPlace]] {
    var found: [[WordPlace]] = []
    guard let first = lines[line].first(where: { $0.left < right && left < $0.right }) else { return [] }
    var (bottom, height) = (first.bottom, first.height)
    for index in lines.indices.dropFirst(line + 1) {
      let places = lines[index].indices.filter { lines[index][$0].left < right && left < lines[index][$0].right }
      guard let start = places.first else {
        if let word = lines[index].first, word.top - bottom > 3 * height { return found }
        continue
      }
      let word = lines[index][start]
      guard word.top - bottom <= 2 * max(height, word.height) else { return found }
      found.append(places.map { WordPlace(line: index, word: $0) })
      if found.count == count { return found }
      (bottom, height) = (word.bottom, word.height)
    }
    return found
  }

  /// "NIP:1111111111" is a label and a value.
  private static func parts(_ word: PageWord) -> [PaperWord] {
    let (left, width) = (word.region.centerX - word.region.width / 2, word.region.width)
    func part(_ text: Substring, from start: Int, of count: Int) -> PaperWord {
      let text = String(text)
      return PaperWord(
        text: text, folded: text.folded, left: left + width * Double(start) / Double(max(1, count)),
        right: left + width * Double(start + text.count) / Double(max(1, count)),
        top: word.region.centerY - word.region.height / 2, bottom: word.region.centerY + word.region.height / 2,
        confidence: word.confidence)
    }
    let text = word.text.prefix(longestWord)
    // A URL, which no comparison asks for, isn't taken apart.
    let pieces = text.split(whereSeparator: { $0.isWhitespace })
    guard pieces.count == 1, let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex,
      text[..<colon].contains(where: \.isLetter), !text[text.index(after: colon)...].hasPrefix("//")
    else {
      return pieces.map { piece in
        part(piece, from: text.distance(from: text.startIndex, to: piece.startIndex), of: text.count)
      }
    }
    let value = text.index(after: colon)
    let start = text.distance(from: text.startIndex, to: value)
    return [part(text[..<value], from: 0, of: text.count), part(text[value...], from: start, of: text.count)]
  }

  /// In characters.
  private static let longestWord = 400

  /// Words side by side, however large each is, in lines from top to bottom.
  private static func lines(of words: [PaperWord]) -> [[PaperWord]] {
    var lines: [[PaperWord]] = []
    for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      let open = lines.indices.suffix(4).reversed().first { index in
        let first = lines[index][0]
        return abs(first.middle - word.middle) <= 0.5 * min(first.height, word.height)
      }
      if let open { lines[open].append(word) } else { lines.append([word]) }
    }
    return lines.map { line in line.sorted { $0.left < $1.left } }
  }
}
