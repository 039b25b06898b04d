/// A Polish bank account as a print shows it: 26 digits, however they are grouped, whose check digits fit.
///
/// Source: ISO 7064 (MOD 97-10), as IBANs use it.
struct PrintedAccount: Sendable {
  let first: WordPlace
  /// The 26 digits.
  let digits: String
  let confidence: Int
}

extension PaperPage {
  /// All accounts, in the order of lines and words.
  var accounts: [PrintedAccount] {
    lines.indices.flatMap { line in
      lines[line].indices.compactMap { account(at: WordPlace(line: line, word: $0)) }
    }
  }

  /// An account that begins with a word.
  private func account(at place: WordPlace) -> PrintedAccount? {
    let words = lines[place.line]
    var (digits, last, confidence) = ("", place.word, 100)
    while last < words.count, last == place.word || isContinued(WordPlace(line: place.line, word: last - 1)) {
      var text = words[last].number.filter { $0 != "-" }
      if last == place.word, text.hasPrefix("PL") { text = String(text.dropFirst(2)) }
      guard text.isDigits, digits.utf8.count + text.utf8.count <= 26 else { break }
      digits += text
      confidence = min(confidence, words[last].confidence)
      last += 1
    }
    guard digits.isAccount else { return nil }
    return PrintedAccount(first: place, digits: digits, confidence: confidence)
  }
}

extension String {
  /// 26 digits that leave 1 when read as an IBAN of Poland.
  var isAccount: Bool {
    guard utf8.count == 26, isDigits else { return false }
    // P is 25 and L is 21; they and the check digits go to the end.
    let text = dropFirst(2) + "2521" + prefix(2)
    return text.utf8.reduce(0) { ($0 * 10 + Int($1 - 0x30)) % 97 } == 1
  }
}
