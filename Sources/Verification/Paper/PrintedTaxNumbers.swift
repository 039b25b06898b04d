/// Ten digits that are or may be a NIP.
struct PrintedTaxNumber: Sendable {
  let first: WordPlace
  /// The ten digits.
  let digits: String
  /// As printed.
  let text: String
  /// "NIP" beside or above it.
  let label: PrintedLabel?
  let confidence: Int
}

extension PaperPage {
  /// All numbers of ten digits, however they are grouped, with the label that calls them a tax number.
  var taxNumbers: [PrintedTaxNumber] {
    let labels = labels.filter { $0.kind == .taxNumber }
    let all = self.labels
    let numbers = lines.indices.flatMap(numbers)
    let places = numbers.map { (first: $0.first, last: $0.last) }
    var owners: [Int: PrintedLabel] = [:]
    for label in labels {
      if let (index, reach) = value(of: label, among: places, labels: all), reach == .direct { owners[index] = label }
    }
    return numbers.enumerated().map { index, number in
      PrintedTaxNumber(
        first: number.first, digits: number.digits, text: number.text, label: owners[index],
        confidence: number.confidence)
    }
  }

  private struct Digits {
    let first: WordPlace
    let last: Int
    let digits: String
    let text: String
    let confidence: Int
  }

  private func numbers(in line: Int) -> [Digits] {
    let words = lines[line]
    var found: [Digits] = []
    var word = 0
    while word < words.count {
      if let number = number(at: WordPlace(line: line, word: word)) {
        found.append(number)
        word = number.last
      }
      word += 1
    }
    return found
  }

  /// Groups of digits side by side that come to ten; "PL" may stand before them.
  private func number(at place: WordPlace) -> Digits? {
    let words = lines[place.line]
    // Digits before it make it part of a longer number, such as an account's.
    if place.word > 0, group(words[place.word - 1].text) != nil,
      isContinued(WordPlace(line: place.line, word: place.word - 1), within: PaperPage.space)
    {
      return nil
    }
    var digits = ""
    var last = place.word
    while true {
      guard let more = group(words[last].text) else { return nil }
      digits += more
      guard digits.utf8.count <= 10 else { return nil }
      let goesOn = isContinued(WordPlace(line: place.line, word: last), within: PaperPage.space)
      if digits.utf8.count == 10 {
        guard !goesOn || group(words[last + 1].text) == nil else { return nil }
        let text = words[place.word...last].map(\.text).joined(separator: " ")
        return Digits(
          first: place, last: last, digits: digits, text: text,
          confidence: words[place.word...last].map(\.confidence).min() ?? 0)
      }
      guard goesOn else { return nil }
      last += 1
    }
  }

  /// The digits of a word that has no more than digits, dashes and the country's letters.
  private func group(_ word: String) -> String? {
    guard word.utf8.count <= 20 else { return nil }
    var text = word.number
    if text.hasPrefix("PL") { text = String(text.dropFirst(2)) }
    if text.isEmpty { return word.uppercased() == "PL" ? "" : nil }
    let digits = text.filter { $0 != "-" }
    // A date is no group of a tax number.
    return digits.isDigits && !(text.contains("-") && digits.utf8.count == 8) ? digits : nil
  }
}

extension String {
  fileprivate var number: String { String(solid.bare) }
}
