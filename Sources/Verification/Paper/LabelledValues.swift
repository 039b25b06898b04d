/// How a value stands to the label that seems to speak of it.
enum LabelReach: Sendable, Comparable {
  /// Beside it after other words, which may make it another's.
  case loose
  /// Right beside it or under it, with nothing but fillers between.
  case direct
}

extension PaperPage {
  /// The value that a label speaks of: the first on its right, or else under it.
  ///
  /// - Parameters:
  ///   - values: places on this page, in the order of lines and words.
  ///   - labels: all of this page: another one between label and value has the value.
  /// - Returns: the index among `values`.
  func value(
    of label: PrintedLabel, among values: [(first: WordPlace, last: Int)], labels: [PrintedLabel],
    looksBelow: Bool = true
  ) -> (index: Int, reach: LabelReach)? {
    let right = valueOnTheRight(of: label, among: values, labels: labels)
    if let right, right.reach == .direct { return right }
    let under = looksBelow ? valueBelow(label, among: values, labels: labels) : nil
    return under.map { ($0, .direct) } ?? right
  }

  private func valueOnTheRight(
    of label: PrintedLabel, among values: [(first: WordPlace, last: Int)], labels: [PrintedLabel]
  ) -> (index: Int, reach: LabelReach)? {
    let line = label.first.line
    guard
      let index = values.firstIndex(where: { $0.first.line == line && $0.first.word > label.last })
    else { return nil }
    var word = label.last + 1
    var reach = LabelReach.direct
    while word < values[index].first.word {
      if let next = labels.first(where: { $0.first == WordPlace(line: line, word: word) }) {
        // The same label in a second language.
        guard next.kind == label.kind else { return nil }
        word = next.last + 1
        continue
      }
      if !isFiller(lines[line][word]) { reach = .loose }
      word += 1
    }
    return (index, reach)
  }

  private func valueBelow(
    _ label: PrintedLabel, among values: [(first: WordPlace, last: Int)], labels: [PrintedLabel]
  ) -> Int? {
    let line = label.first.line
    let (left, right) = (self[label.first].left, lines[line][label.last].right)
    for places in below(line, left: left, right: right) {
      if let index = values.firstIndex(where: { value in
        places.contains { $0.line == value.first.line && (value.first.word...value.last).contains($0.word) }
      }) {
        return index
      }
      // Only the label's own second language may stand between.
      guard let start = places.first,
        labels.contains(where: {
          $0.kind == label.kind && $0.first.line == start.line && ($0.first.word...$0.last).contains(start.word)
        })
      else { return nil }
    }
    return nil
  }

  /// Words that may stand between a label and its value: punctuation, a currency, "w dniu".
  private func isFiller(_ word: PaperWord) -> Bool {
    word.folded.isEmpty || currencySign(word.text) != nil || fillers.contains(word.folded)
  }
}

private let fillers: Set<String> = [
  "nr", "no", "numer", "number", "dnia", "dn", "w", "dniu", "z", "kwota", "faktury", "faktura", "vat", "dokumentu",
  "brutto", "ogolem", "razem", "on", "am", "the", "invoice", "lacznie", "suma", "r", "pl", "ue", "i", "total",
]
