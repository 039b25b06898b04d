import Findings

/// A print that says it was issued in a total failure of KSeF has no codes.
///
/// Source: verification-codes, "When which code is printed"; offline-rules, art. 106ng.
struct TotalFailureCheck: CaptionCheck {
  let name = CheckName.printedTotalFailure
  let title = Sentence("A total failure and codes", pl: "Awaria całkowita a kody")
  let proves = Sentence(
    "the page with codes doesn't claim to be issued in a total failure, in which invoices have none",
    pl: "strona z kodami nie podaje, że wystawiono ją w awarii całkowitej, w której faktury kodów nie mają")
  let cannotProve = Sentence(
    "in which mode the invoice was issued",
    pl: "w jakim trybie wystawiono fakturę")

  func concerns(_ file: CaseFile) -> Bool { file.prints.contains { !$0.pages.isEmpty } }

  /// Only a print that says so is spoken of.
  func answers(in file: CaseFile) -> [CheckResult] {
    file.prints.flatMap { print in print.pages.compactMap { answer($0, of: print) } }
  }

  private func answer(_ page: PaperPage, of print: PaperPrint) -> CheckResult? {
    let claims = TotalFailureCheck.phrases.flatMap { phrase in page.places(of: phrase, spelling: \.folded) }
    guard let claim = claims.first else { return nil }
    // A mention within a text, such as terms of sale, isn't a claim.
    let isClaim = claims.contains { page.cellLength($0.first) <= TotalFailureCheck.wordsOfClaim }
    let seen = PaperSighting(
      print, page, at: claim.first, page[claim.first].text, label: nil, confidence: claim.confidence)
    return CheckResult(
      name, isClaim && seen.isCertain ? .failed : .undecided,
      Sentence(
        "The print speaks of a total failure of KSeF (\(seen.place.english)): an invoice issued in it has no codes.",
        pl: "Wydruk mówi o awarii całkowitej KSeF (\(seen.place.polish)): wystawiona w niej faktura nie ma kodów."))
  }

  /// "Faktura wystawiona w czasie awarii całkowitej KSeF (art. 106ng ustawy o VAT)".
  private static let wordsOfClaim = 12
  private static let phrases = [
    "awariacalkowita", "awariicalkowitej", "calkowitaawaria", "calkowitejawarii", "106ng", "totalfailure",
  ]
}

extension PaperPage {
  /// How many words the cell of a word has.
  func cellLength(_ place: WordPlace) -> Int {
    let start = cellStart(place)
    var end = start
    while isContinued(end) { end = WordPlace(line: end.line, word: end.word + 1) }
    return end.word - start.word + 1
  }
}
