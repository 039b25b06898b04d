import Findings
import KSeFIdentifiers

/// The day of issue on the paper is the XML's.
struct DateOnPaperCheck: PaperCheck {
  let name = CheckName.paperDate
  let title = Sentence("The date of issue on the paper", pl: "Data wystawienia na papierze")
  let proves = Sentence(
    "the day that the page calls the day of issue is that of the XML",
    pl: "dzień nazwany na stronie datą wystawienia jest taki jak w XML")
  let cannotProve = Sentence(
    "that dates of delivery and payment weren't altered",
    pl: "że nie zmieniono dat dostawy ani płatności")

  func answer(_ print: PaperPrint, _ facts: InvoiceFacts) -> (outcome: Outcome, sentence: Sentence) {
    let thing = Sentence("The date of issue", pl: "Data wystawienia")
    guard let wanted = facts.issueDate else { return nothingToCompare(thing) }
    var findings = PaperFindings()
    for page in print.pages { look(at: page, of: print, wanted, facts, &findings) }
    return findings.answer(thing, wanted: wanted.printed, mayFail: true)
  }

  private func look(
    at page: PaperPage, of print: PaperPrint, _ wanted: CalendarDate, _ facts: InvoiceFacts,
    _ findings: inout PaperFindings
  ) {
    let dates = page.dates
    let labels = page.labels
    let places = dates.map { (first: $0.first, last: $0.last) }
    var labelled: Set<WordPlace> = []
    for label in labels where label.kind == .issueDate {
      guard let (index, reach) = page.value(of: label, among: places, labels: labels) else { continue }
      let date = dates[index]
      labelled.insert(date.first)
      let seen = PaperSighting(
        print, page, at: date.first, date.text, label: page.text(of: label), confidence: date.confidence)
      if date.values.contains(wanted) {
        findings.agreeing.append(seen)
      } else if date.values.contains(where: facts.knownDates.contains) {
        // A column of corrected invoices, or a day of delivery under a common head.
        continue
      } else if reach == .direct {
        findings.contradicting.append(seen)
      } else {
        findings.doubtful.append(seen)
      }
    }
    for date in dates where date.values.contains(wanted) && !labelled.contains(date.first) {
      let seen = PaperSighting(print, page, at: date.first, date.text, label: nil, confidence: date.confidence)
      if followsPlace(date, on: page) { findings.agreeing.append(seen) } else { findings.unlabelled.append(seen) }
    }
  }

  /// "Przykładowo, 2 marca 2026", "Przykładowo, dnia 2 marca 2026", alone in its cell.
  private func followsPlace(_ date: PrintedDate, on page: PaperPage) -> Bool {
    let line = page.lines[date.first.line]
    let start = page.cellStart(date.first).word
    var before = date.first.word - 1
    if before >= start, ["dnia", "dn"].contains(line[before].folded) { before -= 1 }
    guard before >= start, before - start < 4, line[before].text.hasSuffix(",") else { return false }
    return !line[start...before].contains { $0.text.hasDigit }
  }
}
