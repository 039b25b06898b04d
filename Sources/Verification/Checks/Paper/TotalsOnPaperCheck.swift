import FAInvoice
import Findings

/// The amounts that the paper shows are those of the signed file.
struct TotalsOnPaperCheck: PaperCheck {
  let name = CheckName.paperTotals
  let title = Sentence("The amounts on the paper", pl: "Kwoty na papierze")
  let proves = Sentence(
    "the total that the page calls the total, and every amount that it says is to be paid, are those of the XML",
    pl: "suma nazwana na stronie sumą i każda kwota do zapłaty są takie jak w XML")
  let cannotProve = Sentence(
    "that lines and amounts in words weren't altered; nor, of a PDF made to deceive, that its fonts draw the digits that they name and no picture or drawing shows others: print and scan it, or look at the page",
    pl:
      "że nie zmieniono pozycji ani kwot słownie; ani że czcionki PDF zrobionego po to, by oszukać, rysują te cyfry, które podają, a żaden obraz ani rysunek nie pokazuje innych: wydrukuj go i zeskanuj albo obejrzyj stronę"
  )

  func answer(_ print: PaperPrint, _ facts: InvoiceFacts) -> (outcome: Outcome, sentence: Sentence) {
    let thing = Sentence("The total", pl: "Suma")
    guard let total = facts.total else { return nothingToCompare(thing) }
    let wanted = [total.asPrinted, facts.currency].filter { !$0.isEmpty }.joined(separator: " ")
    let amounts = print.pages.map(\.amounts)
    var search = TotalSearch(facts: facts, total: total, printed: amounts.joined().flatMap(\.values))
    for (page, amounts) in zip(print.pages, amounts) { search.look(at: page, amounts, of: print) }
    let answer = search.conclusion(of: print).answer(thing, wanted: wanted, mayFail: facts.isPlainSale)
    guard answer.outcome == .passed else { return answer }
    return withRates(answer, facts, amounts: amounts.joined().flatMap(\.values))
  }

  /// The total agrees: do the sums by rate?
  private func withRates(
    _ answer: (outcome: Outcome, sentence: Sentence), _ facts: InvoiceFacts, amounts: [ExactDecimal]
  ) -> (outcome: Outcome, sentence: Sentence) {
    let wanted = facts.rates.flatMap { [$0.net, $0.tax].compactMap { $0 } }.filter { $0 != .zero }
    let printed = Set(amounts)
    let missing = wanted.filter { !printed.contains($0) }
    guard !missing.isEmpty else { return answer }
    let list = missing.prefix(4).map(\.asPrinted).joined(separator: "; ")
    return (
      missing.count == wanted.count ? .remark : .undecided,
      Sentence(
        "\(answer.sentence.english) Of the sums by rate these were not found: \(list).",
        pl: "\(answer.sentence.polish) Z sum według stawek nie znaleziono: \(list).")
    )
  }
}

extension ExactDecimal {
  /// "1 230,00": as Polish documents print it.
  var asPrinted: String {
    let parts = ExactDecimal(mantissa: mantissa(at: max(2, scale)), scale: max(2, scale)).text.split(separator: ".")
    let negative = parts[0].hasPrefix("-")
    let digits = Array(parts[0].drop { $0 == "-" })
    var whole = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { whole.append("\u{A0}") }
      whole.append(digit)
    }
    return (negative ? "-" : "") + whole + "," + (parts.count > 1 ? String(parts[1]) : "00")
  }
}
