import Findings

/// A party on the paper is the XML's: its name and its tax number.
struct PartyOnPaperCheck: PaperCheck {
  let name: CheckName
  let title: Sentence
  let proves: Sentence
  let cannotProve = Sentence(
    "that addresses, bank accounts and telephone numbers weren't altered",
    pl: "że nie zmieniono adresów, rachunków bankowych ani telefonów")
  private let isSeller: Bool

  static let seller = PartyOnPaperCheck(isSeller: true)
  static let buyer = PartyOnPaperCheck(isSeller: false)

  private init(isSeller: Bool) {
    self.isSeller = isSeller
    name = isSeller ? .paperSeller : .paperBuyer
    title =
      isSeller
      ? Sentence("The seller on the paper", pl: "Sprzedawca na papierze")
      : Sentence("The buyer on the paper", pl: "Nabywca na papierze")
    proves =
      isSeller
      ? Sentence(
        "the seller's name and NIP stand on the page as in the XML, and no strange NIP in their place",
        pl: "nazwa i NIP sprzedawcy są na stronie jak w XML, a na ich miejscu nie ma obcego NIP")
      : Sentence(
        "the buyer's name and tax number stand on the page as in the XML, and no strange one in their place",
        pl: "nazwa i numer podatkowy nabywcy są na stronie jak w XML, a na ich miejscu nie ma obcego")
  }

  func answer(_ print: PaperPrint, _ facts: InvoiceFacts) -> (outcome: Outcome, sentence: Sentence) {
    let party = isSeller ? facts.seller : facts.buyer
    let answers = [
      party.identifier.map { identifierAnswer($0, party, print, facts) },
      party.name.map { nameAnswer($0, print) },
    ].compactMap { $0 }
    guard let worst = answers.first(where: { $0.outcome == .failed }) ?? answers.first(where: { $0.outcome != .passed })
    else {
      guard !answers.isEmpty else { return nothingToCompare(words) }
      return (
        .passed,
        Sentence(
          answers.map(\.sentence.english).joined(separator: " "),
          pl: answers.map(\.sentence.polish).joined(separator: " "))
      )
    }
    return worst
  }

  private var words: Sentence {
    isSeller ? Sentence("The seller", pl: "Sprzedawca") : Sentence("The buyer", pl: "Nabywca")
  }

  // MARK: - Tax number

  private func identifierAnswer(
    _ identifier: String, _ party: InvoiceFacts.Party, _ print: PaperPrint, _ facts: InvoiceFacts
  ) -> (outcome: Outcome, sentence: Sentence) {
    let thing =
      isSeller
      ? Sentence("The seller's NIP", pl: "NIP sprzedawcy")
      : Sentence("The buyer's tax number", pl: "Numer podatkowy nabywcy")
    var findings = PaperFindings()
    findings.needsNoLabel = true
    for page in print.pages {
      let roles = PartyRoles(page, facts)
      for number in page.taxNumbers {
        let seen = PaperSighting(
          print, page, at: number.first, number.text, label: number.label.map(page.text), confidence: number.confidence)
        if number.digits == identifier {
          findings.unlabelled.append(seen)
        } else if facts.knownIdentifiers.contains(number.digits) {
          continue
        } else if differences(number.digits, identifier).map({ $0 <= 2 }) ?? false {
          findings.contradicting.append(seen)
        } else if number.label != nil {
          switch roles.role(of: number.first) {
          case .seller where isSeller, .buyer where !isSeller: findings.contradicting.append(seen)
          case nil: findings.doubtful.append(seen)
          default: continue
          }
        }
      }
      guard !party.hasNIP else { continue }
      for text in page.places(of: identifier.folded, spelling: \.folded) {
        findings.unlabelled.append(
          PaperSighting(print, page, at: text.first, identifier, label: nil, confidence: text.confidence))
      }
      for place in nearly(identifier, facts, page) {
        findings.doubtful.append(
          PaperSighting(print, page, at: place, page[place].text, label: nil, confidence: page[place].confidence))
      }
    }
    return findings.answer(thing, wanted: identifier, mayFail: party.hasNIP)
  }

  /// Words that are a foreign number, with or without its country, but for a character or two.
  private func nearly(_ identifier: String, _ facts: InvoiceFacts, _ page: PaperPage) -> [WordPlace] {
    let spellings = [identifier.folded, String(identifier.folded.dropFirst(2))].filter { $0.count >= 6 && $0.hasDigit }
    var places: [WordPlace] = []
    for (line, words) in page.lines.enumerated() {
      for (index, word) in words.enumerated() where !facts.knownIdentifiers.contains(word.number) {
        if spellings.contains(where: { (1...2).contains(differences(word.folded, $0) ?? 0) }) {
          places.append(WordPlace(line: line, word: index))
        }
      }
    }
    return places
  }

  // MARK: - Name

  private func nameAnswer(_ name: String, _ print: PaperPrint) -> (outcome: Outcome, sentence: Sentence) {
    let thing =
      isSeller
      ? Sentence("The seller's name", pl: "Nazwa sprzedawcy") : Sentence("The buyer's name", pl: "Nazwa nabywcy")
    let spellings = CompanyName(name).spellings
    var findings = PaperFindings()
    findings.needsNoLabel = true
    var headings = 0
    var underHeading = 0
    for page in print.pages {
      let found = spellings.flatMap { page.places(of: $0, spelling: \.folded) }
      let own = page.labels.filter { $0.kind == (isSeller ? .seller : .buyer) }
      headings += own.count
      for text in found {
        if own.contains(where: { page.heads($0, text.first) }) { underHeading += 1 }
        findings.unlabelled.append(
          PaperSighting(print, page, at: text.first, name, label: nil, confidence: text.confidence))
      }
    }
    if headings > 0, underHeading == 0, let elsewhere = findings.unlabelled.first {
      return (
        .undecided,
        Sentence(
          "\(thing.english) \(name.shortened(to: 80)) is on the paper (\(elsewhere.place.english)), but not where the page"
            + " names the party: look at the page.",
          pl:
            "\(thing.polish) \(name.shortened(to: 80)) na papierze (\(elsewhere.place.polish)), ale nie tam, gdzie strona"
            + " podaje tę stronę transakcji: obejrzyj stronę.")
      )
    }
    return findings.answer(thing, wanted: name, mayFail: false)
  }
}
