import Findings

/// The bank account on the paper is the XML's (`NrRB`): whoever forges an invoice wants to be paid himself.
struct AccountOnPaperCheck: PaperCheck {
  let name = CheckName.paperAccount
  let title = Sentence("The bank account on the paper", pl: "Rachunek bankowy na papierze")
  let proves = Sentence(
    "an account that the XML names stands on the page, where any Polish account does",
    pl: "jeśli na stronie jest polski rachunek bankowy, to także taki, który wymienia XML")
  let cannotProve = Sentence(
    "whose the account is, or that the payment's other words weren't altered",
    pl: "czyj jest rachunek ani że nie zmieniono innych słów o płatności")

  /// Nothing is said of prints on which no account stands, or none can be read.
  func results(in file: CaseFile) -> [CheckResult] {
    guard let facts = file.invoice?.facts else { return [] }
    return file.prints.filter { print in print.pages.contains { !$0.accounts.isEmpty } }.map { print in
      let answer = print.tempered(answer(print, facts))
      return CheckResult(name, answer.outcome, answer.sentence)
    }
  }

  func answer(_ print: PaperPrint, _ facts: InvoiceFacts) -> (outcome: Outcome, sentence: Sentence) {
    let seen = print.pages.flatMap { page in
      page.accounts.map { account in
        (
          account.digits,
          PaperSighting(print, page, at: account.first, account.digits, label: nil, confidence: account.confidence)
        )
      }
    }
    let own = seen.first { facts.accounts.contains($0.0) }
    let strange = seen.first { !facts.accounts.contains($0.0) }
    guard let (digits, place) = strange else {
      guard let own else { return nothingToCompare(Sentence("The bank account", pl: "Rachunek bankowy")) }
      return (
        .passed,
        Sentence(
          "The bank account \(own.0) is on the paper as in the XML: \(own.1.place.english).",
          pl: "Rachunek bankowy \(own.0) na papierze jak w XML: \(own.1.place.polish).")
      )
    }
    // Sellers print accounts of theirs that the XML doesn't name; but not another in its place.
    guard own == nil, !facts.accounts.isEmpty else {
      return (
        .remark,
        Sentence(
          "The bank account \(digits) is on the paper (\(place.place.english)), and the XML doesn't name it: make sure that it is the seller's before you pay.",
          pl:
            "Rachunek bankowy \(digits) jest na papierze (\(place.place.polish)), a nie ma go w XML: przed zapłatą upewnij się, że należy do sprzedawcy."
        )
      )
    }
    return (
      place.isCertain ? .failed : .undecided,
      Sentence(
        "The bank account on the paper is \(digits) (\(place.place.english)), and none that the XML names is there.",
        pl: "Rachunek bankowy na papierze to \(digits) (\(place.place.polish)), a żadnego z wymienionych w XML nie ma.")
    )
  }
}
