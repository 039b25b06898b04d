import Findings

/// The invoice's number on the paper is the XML's.
struct NumberOnPaperCheck: PaperCheck {
  let name = CheckName.paperNumber
  let title = Sentence("The invoice's number on the paper", pl: "Numer faktury na papierze")
  let proves = Sentence(
    "the invoice's number of the XML stands on the page, and none that is almost alike",
    pl: "na stronie jest numer faktury z XML, a nie ma bardzo podobnego")
  let cannotProve = Sentence(
    "that it is printed as the number of this invoice and not of another",
    pl: "że podano go jako numer tej faktury, a nie innej")

  func answer(_ print: PaperPrint, _ facts: InvoiceFacts) -> (outcome: Outcome, sentence: Sentence) {
    let thing = Sentence("The invoice's number", pl: "Numer faktury")
    guard let number = facts.number else { return nothingToCompare(thing) }
    let wanted = String(number.solid.bare)
    var findings = PaperFindings()
    findings.needsNoLabel = wanted.unicodeScalars.count >= NumberOnPaperCheck.distinctive
    for page in print.pages { look(at: page, of: print, wanted, facts, &findings) }
    return findings.answer(thing, wanted: number, mayFail: facts.isPlainSale)
  }

  /// In characters: shorter ones stand on a page for other reasons, as "3/5" does.
  private static let distinctive = 5

  private func look(
    at page: PaperPage, of print: PaperPrint, _ wanted: String, _ facts: InvoiceFacts,
    _ findings: inout PaperFindings
  ) {
    func sighting(_ place: WordPlace, _ confidence: Int, label: PrintedLabel? = nil) -> PaperSighting {
      PaperSighting(
        print, page, at: place, page[place].number, label: label.map(page.text), confidence: confidence)
    }
    let labels = page.labels
    let found = page.places(of: wanted, spelling: \.number).filter { !goesOn($0, page) }
    for text in found { findings.unlabelled.append(sighting(text.first, text.confidence)) }
    for label in labels where label.kind == .documentNumber {
      guard let (place, reach) = numberBeside(label, labels, page) else { continue }
      if let text = found.first(where: { $0.first == place }) {
        findings.agreeing.append(sighting(place, text.confidence, label: label))
      } else if isOthers(page[place].number, facts) {
        continue
      } else if reach == .direct, !isPart(page[place].folded, of: wanted.folded) {
        findings.contradicting.append(sighting(place, page[place].confidence, label: label))
      } else {
        findings.doubtful.append(sighting(place, page[place].confidence, label: label))
      }
    }
    guard findings.needsNoLabel else { return }
    for (line, words) in page.lines.enumerated() {
      for (index, word) in words.enumerated() where isNearly(word.number, wanted) && !isOthers(word.number, facts) {
        findings.doubtful.append(sighting(WordPlace(line: line, word: index), word.confidence))
      }
    }
  }

  /// What stands where a number is announced: the first word with a digit on the right or below.
  private func numberBeside(
    _ label: PrintedLabel, _ labels: [PrintedLabel], _ page: PaperPage
  ) -> (WordPlace, LabelReach)? {
    let line = label.first.line
    var values: [(first: WordPlace, last: Int)] = []
    for index in max(0, line - 3)..<min(line + 6, page.lines.count) {
      for (word, text) in page.lines[index].enumerated() where text.text.hasDigit && !text.text.contains("://") {
        let start = numberStart(WordPlace(line: index, word: word), page, after: index == line ? label.last : -1)
        values.append((first: start, last: word))
      }
    }
    return page.value(of: label, among: values, labels: labels).map { (values[$0.index].first, $0.reach) }
  }

  /// "FV" of "FV 12/2026": capitals right before the digits belong to the number.
  private func numberStart(_ place: WordPlace, _ page: PaperPage, after: Int) -> WordPlace {
    let words = page.lines[place.line]
    var start = place.word
    while start - 1 > after, page.isContinued(WordPlace(line: place.line, word: start - 1), within: PaperPage.space) {
      let text = words[start - 1].text.solid
      guard (1...6).contains(text.unicodeScalars.count), words[start - 1].text == text, !text.hasSuffix(":"),
        text.contains(where: \.isLetter)
      else { break }
      start -= 1
    }
    return WordPlace(line: place.line, word: start)
  }

  /// The number goes on behind its end: "FV/12" of "FV/12 /2026".
  private func goesOn(_ text: PrintedText, _ page: PaperPage) -> Bool {
    guard page.isContinued(text.last, within: PaperPage.space) else { return false }
    let next = page.lines[text.last.line][text.last.word + 1].text
    return next.unicodeScalars.count > 1 && (next.hasPrefix("/") || next.hasPrefix("-")) && next.hasDigit
  }

  private func isOthers(_ number: String, _ facts: InvoiceFacts) -> Bool {
    facts.knownNumbers.contains(number) && number != facts.number?.solid
  }

  /// The same letters and digits with other signs between them, or some of them.
  private func isPart(_ number: String, of wanted: String) -> Bool {
    !number.isEmpty && (wanted.hasPrefix(number) || number.hasPrefix(wanted))
  }

  private func isNearly(_ number: String, _ wanted: String) -> Bool {
    guard number != wanted, let count = differences(number, wanted), count <= 2 else { return false }
    // Only letters and digits may differ; a date written with other signs is no such number.
    return zip(number, wanted).allSatisfy { $0 == $1 || (($0.isLetter || $0.isNumber) && ($1.isLetter || $1.isNumber)) }
  }
}
