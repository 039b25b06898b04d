/// Where a name or a number was found on a page.
struct PrintedText: Sendable {
  let first: WordPlace
  let last: WordPlace
  /// Of its least certain word.
  let confidence: Int
}

extension PaperPage {
  /// Everywhere that a text stands in whole words, however it is broken over words and lines.
  ///
  /// - Parameters:
  ///   - wanted: in the spelling that `spelling` gives words.
  ///   - spelling: what of a word counts; words of which nothing counts are passed over.
  func places(of wanted: String, spelling: (PaperWord) -> String) -> [PrintedText] {
    let wanted = Array(wanted.unicodeScalars)
    guard !wanted.isEmpty else { return [] }
    var found: [PrintedText] = []
    for (line, words) in lines.enumerated() {
      for word in words.indices {
        let start = WordPlace(line: line, word: word)
        let spelled = spelling(words[word])
        guard spelled.unicodeScalars.first == wanted[0] else { continue }
        if let text = walk(from: start, wanted, spelling) { found.append(text) }
      }
    }
    return found
  }

  /// Whether the text begins at a place.
  func stands(_ wanted: String, at place: WordPlace, spelling: (PaperWord) -> String) -> Bool {
    walk(from: place, Array(wanted.unicodeScalars), spelling) != nil
  }

  private func walk(
    from start: WordPlace, _ wanted: [Unicode.Scalar], _ spelling: (PaperWord) -> String
  ) -> PrintedText? {
    var (place, taken, confidence) = (start, 0, 100)
    var cell = cellStart(start)
    while true {
      let scalars = Array(spelling(self[place]).unicodeScalars)
      let isLastOfCell = !isContinued(place)
      let rest = wanted[taken...]
      if rest.starts(with: scalars) {
        taken += scalars.count
      } else if isLastOfCell, let dash = scalars.last, dash.isDash, rest.starts(with: scalars.dropLast()) {
        // A hyphen that only the line's end asked for.
        taken += scalars.count - 1
      } else {
        return nil
      }
      if !scalars.isEmpty { confidence = min(confidence, self[place].confidence) }
      if taken == wanted.count { return PrintedText(first: start, last: place, confidence: confidence) }
      if !isLastOfCell {
        place = WordPlace(line: place.line, word: place.word + 1)
      } else {
        // The line below, from the beginning of its cell.
        let edge = self[cell]
        guard let next = below(place.line, left: edge.left, right: self[place].right, lines: 1).first?.first,
          !isBrokenByGap(next)
        else { return nil }
        place = next
        cell = next
      }
    }
  }

  /// The word has another of its cell before it: no line begins there.
  private func isBrokenByGap(_ place: WordPlace) -> Bool {
    place.word > 0 && isContinued(WordPlace(line: place.line, word: place.word - 1))
  }
}

extension PaperWord {
  /// The word as part of a number: capitals, one kind of dash, no quotation marks or stops around it.
  var number: String { String(text.solid.bare) }
}
