import FAInvoice
import Findings

/// Rules on the amounts of a correcting invoice.
extension Rule {
  static let correctedAmounts: [Rule] = [difference]

  private static let difference = Rule(
    CodeMeaning(
      "correction.difference", .always(.warning),
      title: Sentence("Net total isn't the difference that lines show", pl: "Suma netto nie jest różnicą z pozycji"),
      explanation: Sentence(
        """
        A correction's net totals (P_13) are differences: of the lines after the correction and those before it \
        (StanPrzed), or the sum of lines that are differences themselves. A difference of 0.01 for each line is accepted \
        as rounding; nothing is told where a line of the rate has no value. On the correction of a final invoice (KOR_ROZ) \
        the totals may be less than the lines show, by what advances have paid.
        """,
        pl: """
          Sumy netto (P_13) korekty są różnicami: pozycji po korekcie i pozycji przed korektą (StanPrzed) albo sumą \
          pozycji, które same są różnicami. Różnica 0,01 na pozycję uchodzi za zaokrąglenie; reguła milczy, gdy pozycja \
          stawki nie ma wartości. W korekcie faktury rozliczeniowej (KOR_ROZ) sumy mogą być mniejsze niż różnica z pozycji \
          o to, co zapłacono zaliczkami.
          """),
      remedy: Sentence(
        "State differences in the totals, and mark lines of the state before with StanPrzed.",
        pl: "Podaj w sumach różnice, a pozycje sprzed korekty oznacz polem StanPrzed."),
      source: LegalSource.act("106j ust. 2 pkt 5"))
  ) { invoice in
    guard invoice.kind == "KOR" || invoice.kind == "KOR_ROZ", invoice.linesHaveRates else { return [] }
    return invoice.rates.compactMap { rate in
      guard let first = rate.lines.first, rate.net != nil || !invoice.holds(rate.group.netName),
        let sum = invoice.sum(of: rate, \.netValue),
        let difference = invoice.sum(of: rate, { line in line.netValue.map { line.isBefore ? -$0 : $0 } })
      else { return nil }
      let stated = rate.net?.amount ?? .zero
      let tolerance = ExactDecimal.cents(rate.lines.count)
      if stated.isWithin(tolerance, of: difference) || stated.isWithin(tolerance, of: sum) { return nil }
      if invoice.kind == "KOR_ROZ", stated.isBetweenNought(and: difference) { return nil }
      let name = rate.group.netName
      guard let net = rate.net else {
        return Trouble(
          invoice.lines[first].element,
          Sentence(
            "The lines show a difference of \(difference.inEnglish), but the total of their rate (\(name)) is missing.",
            pl: "Pozycje pokazują różnicę \(difference.inPolish), ale brakuje sumy ich stawki (\(name))."))
      }
      return Trouble(
        net.element,
        Sentence(
          "The lines show a difference of \(difference.inEnglish), the total \(name) is \(stated.inEnglish).",
          pl: "Pozycje pokazują różnicę \(difference.inPolish), a suma \(name) to \(stated.inPolish)."))
    }
  }
}

extension ExactDecimal {
  /// Whether it is of another number's sign, or nought, and no larger.
  fileprivate func isBetweenNought(and other: ExactDecimal) -> Bool {
    (isZero || isNegative == other.isNegative) && magnitude <= other.magnitude
  }
}
