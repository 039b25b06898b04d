import FAInvoice

/// A number as it may stand on paper: "1 230,00", "1.230,00 zł", "(123,00)".
struct PrintedAmount: Sendable {
  let first: WordPlace
  /// The number's last word.
  let last: Int
  /// The number as printed.
  let text: String
  /// What it may mean: "1.230" is one thousand two hundred and thirty, or one and a bit.
  let values: [ExactDecimal]
  /// Written with cents: money and not, say, a count of days.
  let hasCents: Bool
  /// The currency glued to it or beside it.
  let currency: String?
  /// Of its least certain word.
  let confidence: Int

  /// It looks like money.
  var isMoney: Bool { hasCents || currency != nil }

  func means(_ value: ExactDecimal) -> Bool { values.contains(value) }

  func means(oneOf known: Set<ExactDecimal>) -> Bool { values.contains(where: known.contains) }
}

extension PaperPage {
  /// Every number that may be an amount, in the order of lines and words. Percentages aren't.
  var amounts: [PrintedAmount] {
    lines.indices.flatMap { line in
      var amounts: [PrintedAmount] = []
      var word = 0
      while word < lines[line].count {
        if let amount = amount(at: WordPlace(line: line, word: word)) {
          amounts.append(amount)
          word = amount.last
        }
        word += 1
      }
      return amounts
    }
  }

  private func amount(at place: WordPlace) -> PrintedAmount? {
    let words = lines[place.line]
    guard var spelling = AmountSpelling(words[place.word].text) else { return nil }
    var last = place.word
    // A sign that stands alone, or a currency before the number.
    if !spelling.hasDigits {
      guard place.word + 1 < words.count, isContinued(place, within: PaperPage.space),
        let number = AmountSpelling(words[place.word + 1].text), number.hasDigits, spelling.isSign
      else { return nil }
      spelling = AmountSpelling(joining: spelling, number)
      last += 1
    }
    // Thousands apart by a space.
    while spelling.mayContinue, last + 1 < words.count,
      isContinued(WordPlace(line: place.line, word: last), within: PaperPage.space),
      let next = AmountSpelling(words[last + 1].text), next.isContinuation
    {
      spelling = AmountSpelling(joining: spelling, next)
      last += 1
    }
    guard let values = spelling.values else { return nil }
    let next = last + 1 < words.count ? words[last + 1].text : ""
    guard !next.hasPrefix("%"), !next.hasPrefix("‰") else { return nil }
    let before = place.word > 0 ? words[place.word - 1].text : ""
    let currency = spelling.currency ?? currencySign(next) ?? currencySign(before)
    return PrintedAmount(
      first: place, last: last,
      text: words[place.word...last].map(\.text).joined(separator: " "), values: values, hasCents: spelling.hasCents,
      currency: currency, confidence: words[place.word...last].map(\.confidence).min() ?? 0)
  }
}

/// "PLN" of "zł", "PLN:", "EUR)"; nil for what is no currency.
func currencySign(_ text: String) -> String? {
  let signs = ["ZŁ": "PLN", "ZL": "PLN", "€": "EUR", "$": "USD", "£": "GBP", "KČ": "CZK", "₴": "UAH"]
  let bare = String(text.uppercased().drop { "([:;,.".contains($0) }.prefix { !")]:;,.".contains($0) })
  return signs[bare] ?? (knownCurrencies.contains(bare) ? bare : nil)
}

private let knownCurrencies: Set<String> = [
  "PLN", "EUR", "USD", "GBP", "CHF", "CZK", "DKK", "NOK", "SEK", "HUF", "RON", "BGN", "UAH", "JPY", "CNY", "CAD", "AUD",
  "TRY", "ISK", "RSD", "MDL", "GEL", "AED", "ILS", "KRW", "INR", "MXN", "ZAR", "HKD", "SGD", "NZD", "THB", "XDR",
]

/// A word taken apart into sign, digits and currency.
private struct AmountSpelling {
  private(set) var isNegative = false
  /// Digits with the separators between them.
  private(set) var number = ""
  private(set) var currency: String?
  /// A bracket or a currency closed the number: no more digits follow.
  private var isClosed = false
  /// The word has more before its digits than a continuation may.
  private var hasHead = false

  var hasDigits: Bool { !number.isEmpty }
  var isSign: Bool { number.isEmpty && (isNegative || currency != nil) }

  /// One to three digits: thousands that go on in the next word.
  var mayContinue: Bool {
    guard !isClosed, let group = number.split(separator: " ").last else { return false }
    return String(group).isDigits && group.count <= 3
  }

  /// Three digits, with or without cents behind them.
  var isContinuation: Bool {
    guard !hasHead, !isNegative, number.utf8.prefix(3).allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    let rest = number.dropFirst(3)
    return number.utf8.count >= 3 && (rest.isEmpty || rest.first == "," || rest.first == ".")
  }

  init(joining left: AmountSpelling, _ right: AmountSpelling) {
    self = left
    isNegative = left.isNegative || right.isNegative
    number = left.number.isEmpty ? right.number : left.number + " " + right.number
    currency = left.currency ?? right.currency
    isClosed = right.isClosed
  }

  /// Nil for a word that is no part of an amount.
  init?(_ word: String) {
    guard word.utf8.count <= 60 else { return nil }
    var text = Substring(word)
    if let only = currencySign(word), !word.hasDigit {
      currency = only
      return
    }
    // What stands before the digits: a bracket, a sign, a currency.
    let head = text.prefix { !$0.isASCIIDigit }
    text = text.dropFirst(head.count)
    let tail = text.reversed().prefix { !$0.isASCIIDigit }.count
    let end = String(text.suffix(tail))
    number = String(text.dropLast(tail))
    for character in head {
      if character == "(" || character.unicodeScalars.allSatisfy(\.isDash) { isNegative = true }
    }
    hasHead = !head.isEmpty
    let letters = head.filter { $0 != "(" && $0 != "+" && !$0.unicodeScalars.allSatisfy(\.isDash) }
    if !letters.isEmpty {
      guard let sign = currencySign(String(letters)) else { return nil }
      currency = sign
    }
    if number.isEmpty {
      guard isNegative, word.unicodeScalars.allSatisfy(\.isDash) else { return nil }
      return
    }
    guard !end.contains("%"), !end.contains("/") else { return nil }
    let rest = end.filter { !"),.;:*-–—−".contains($0) }
    if !rest.isEmpty {
      guard let sign = currencySign(rest) else { return nil }
      currency = sign
    }
    if end.first.map({ "-–−".contains($0) }) == true { isNegative = true }
    if head.contains("("), !end.contains(")") { isNegative = false }
    isClosed = !end.isEmpty
    // Spaces that don't break, and apostrophes, part thousands.
    number = String(
      number.map { $0.isWhitespace || $0 == "'" || $0 == "’" ? " " : $0 })
    guard number.allSatisfy({ $0.isASCIIDigit || $0 == " " || $0 == "," || $0 == "." }) else { return nil }
  }

  /// Two digits or more behind a comma or point.
  var hasCents: Bool {
    guard let separator = number.lastIndex(where: { $0 == "," || $0 == "." }) else { return false }
    return number[number.index(after: separator)...].utf8.count == 2
  }

  /// The numbers that the spelling may mean; nil where it is none.
  var values: [ExactDecimal]? {
    let separators = number.filter { $0 == "," || $0 == "." }
    guard let last = number.lastIndex(where: { $0 == "," || $0 == "." }) else {
      return reading(whole: number[...], fraction: "").map { [$0] }
    }
    let (whole, fraction) = (number[..<last], number[number.index(after: last)...])
    guard !fraction.contains(" ") else { return nil }
    var values: [ExactDecimal] = []
    // Only thousands: all separators are alike, and three digits follow each.
    if Set(separators).count == 1, fraction.utf8.count == 3, let value = reading(whole: number[...], fraction: "") {
      values.append(value)
    }
    if separators.count == 1 || !whole.contains(number[last]), let value = reading(whole: whole, fraction: fraction) {
      values.append(value)
    }
    return values.isEmpty ? nil : values
  }

  private func reading(whole: Substring, fraction: Substring) -> ExactDecimal? {
    let groups = whole.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "," || $0 == "." }
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.count == 1 || (1...3).contains(groups[0].utf8.count)
    else { return nil }
    let digits = groups.joined()
    guard digits.isDigits else { return nil }
    return ExactDecimal((isNegative ? "-" : "") + digits + (fraction.isEmpty ? "" : "." + fraction))
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
