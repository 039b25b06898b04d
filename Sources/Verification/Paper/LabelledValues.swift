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
    var reach = LabelReach.direct
    var passed: WordPlace?
    for place in places(rightOf: label) {
      if let passed, place.line == passed.line, place.word <= passed.word { continue }
      if let index = values.firstIndex(where: { $0.first == place }) { return (index, reach) }
      if let next = labels.first(where: { $0.first == place }) {
        // The same label in a second language.
        guard next.kind == label.kind else { return nil }
        passed = WordPlace(line: place.line, word: next.last)
      } else if !isFiller(self[place]) {
        reach = .loose
      }
    }
    return nil
  }

  /// The words beside a label, from left to right; larger or smaller ones stand a little higher or lower.
  func places(rightOf label: PrintedLabel) -> [WordPlace] {
    let (first, last) = (self[label.first], lines[label.first.line][label.last])
    var places: [WordPlace] = []
    for line in max(0, label.first.line - 3)...min(lines.count - 1, label.first.line + 3) {
      for (index, word) in lines[line].enumerated() where word.left >= last.right - last.characterWidth / 2 {
        let isBeside =
          word.middle > first.top && word.middle < first.bottom || first.middle > word.top && first.middle < word.bottom
        if isBeside, line != label.first.line || index > label.last {
          places.append(WordPlace(line: line, word: index))
        }
      }
    }
    return places.sorted { self[$0].left < self[$1].left }
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
