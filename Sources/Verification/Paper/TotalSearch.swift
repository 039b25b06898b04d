import FAInvoice

/// Looks on pages for the total and for whatever stands in its place.
struct TotalSearch {
  private var findings: PaperFindings
  private let facts: InvoiceFacts
  private let total: ExactDecimal
  /// All numbers of the print, to see how a number that the XML doesn't know may have come about.
  private let printed: Set<ExactDecimal>
  /// Sums that the XML doesn't know.
  private var strangeSums: [PaperSighting] = []

  init(facts: InvoiceFacts, total: ExactDecimal, printed: [ExactDecimal]) {
    findings = PaperFindings()
    findings.contradictionDecides = true
    self.facts = facts
    self.total = total
    self.printed = Set(printed)
  }

  /// What was found on all pages.
  ///
  /// A sum that the XML doesn't know may be of weights or of a page; where the total is nowhere, it stands in its place.
  func conclusion(of print: PaperPrint) -> PaperFindings {
    var findings = findings
    if print.isWhole, findings.agreeing.isEmpty, findings.unlabelled.isEmpty {
      findings.contradicting += strangeSums
    } else {
      findings.doubtful += strangeSums
    }
    return findings
  }

  mutating func look(at page: PaperPage, _ amounts: [PrintedAmount], of print: PaperPrint) {
    let labels = page.labels
    let places = amounts.map { (first: $0.first, last: $0.last) }
    func sighting(_ amount: PrintedAmount, label: PrintedLabel? = nil) -> PaperSighting {
      PaperSighting(
        print, page, at: amount.first, amount.text, label: label.map(page.text), confidence: amount.confidence)
    }
    var labelled: Set<WordPlace> = []
    for label in labels where label.kind == .amountDue {
      guard let (index, reach) = page.value(of: label, among: places, labels: labels) else { continue }
      let amount = amounts[index]
      labelled.insert(amount.first)
      let seen = sighting(amount, label: label)
      if amount.means(total) {
        findings.agreeing.append(seen)
      } else if amount.means(oneOf: facts.dueAmounts) || isConversion(amount) || isCount(amount, reach) {
        continue
      } else if reach == .loose || !amount.isMoney || isKnown(amount) || isSumWithAnother(amount)
        || mayBeForeign(amount)
      {
        findings.doubtful.append(seen)
      } else {
        findings.contradicting.append(seen)
      }
    }
    for label in labels where label.kind == .sum {
      let places = Set(page.places(rightOf: label))
      let row = amounts.filter { places.contains($0.first) && $0.isMoney }
      for amount in row where labelled.insert(amount.first).inserted {
        if amount.means(total) {
          findings.agreeing.append(sighting(amount, label: label))
        } else if !isKnown(amount) {
          strangeSums.append(sighting(amount, label: label))
        }
      }
    }
    for amount in amounts where !labelled.contains(amount.first) {
      if amount.means(total) {
        findings.unlabelled.append(sighting(amount))
      } else if amount.hasCents, !isKnown(amount), isNearly(amount) || standsAmongSums(amount, amounts) {
        findings.doubtful.append(sighting(amount))
      }
    }
  }

  private func isKnown(_ amount: PrintedAmount) -> Bool {
    amount.means(oneOf: facts.knownAmounts) || isForeign(amount)
  }

  private func isForeign(_ amount: PrintedAmount) -> Bool {
    amount.currency.map { !facts.currency.isEmpty && $0 != facts.currency } ?? false
  }

  /// What the invoice comes to in zloty, or one in zloty in another currency; the latter the XML has to know.
  private func isConversion(_ amount: PrintedAmount) -> Bool {
    isForeign(amount) && (facts.currency != "PLN" || amount.means(oneOf: facts.knownAmounts))
  }

  /// "Do zapłaty: 14 dni"; but whoever writes 9230 or 9 230,- means money.
  private func isCount(_ amount: PrintedAmount, _ reach: LabelReach) -> Bool {
    !amount.isMoney && (reach == .loose || amount.text.count(where: \.isNumber) < 3)
  }

  /// On an invoice in euro an amount without a currency may be its value in zloty.
  private func mayBeForeign(_ amount: PrintedAmount) -> Bool { amount.currency == nil && facts.currency != "PLN" }

  /// The total and another number of the print make it up: an earlier balance, a payment that the XML doesn't know.
  private func isSumWithAnother(_ amount: PrintedAmount) -> Bool {
    amount.values.contains { value in
      let difference = value - total
      return printed.contains(difference.magnitude) || printed.contains(-difference.magnitude)
    }
  }

  /// One digit away from the total or from a sum by rate.
  private func isNearly(_ amount: PrintedAmount) -> Bool {
    let digits = amount.text.filter(\.isNumber)
    let sums = [total] + facts.rates.flatMap { [$0.net, $0.tax].compactMap { $0 } }
    return digits.utf8.count >= 3 && sums.contains { differences($0.asPrinted.filter(\.isNumber), digits) == 1 }
  }

  /// In a row behind two of the sums of one rate, where a third would be the sum of both; what stands before them may be
  /// a price.
  private func standsAmongSums(_ amount: PrintedAmount, _ amounts: [PrintedAmount]) -> Bool {
    let row = amounts.filter { $0.first.line == amount.first.line && $0.first.word < amount.first.word }
    return facts.rates.contains { rate in
      guard let tax = rate.tax, tax != .zero else { return false }
      return row.contains { $0.means(rate.net) } && row.contains { $0.means(tax) }
    }
  }
}
