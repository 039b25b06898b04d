import FAInvoice
import Findings

/// Rules on the tax by rate (`P_14_…`).
extension Rule {
  static let taxes: [Rule] = [taxAmount, missingForeignTax, taxOfUntaxedLine]

  private static let taxAmount = Rule(
    CodeMeaning(
      "vat.amount", .always(.warning),
      title: Sentence("Tax doesn't fit the net total", pl: "Podatek nie pasuje do sumy netto"),
      explanation: Sentence(
        """
        The tax of a rate (P_14) is its net total (P_13) times the rate, or the sum of the taxes of its lines, or the tax \
        inside its gross values; 0.01 is accepted, which the Ministry's examples need, and 0.01 for each two lines that \
        state neither tax nor gross value, since it may have been rounded by line. On advance, final and correcting \
        invoices each line and each document referred to may add 0.01, since its tax was rounded before.
        """,
        pl: """
          Podatek stawki (P_14) to suma netto (P_13) razy stawka, suma podatku z pozycji albo podatek zawarty w wartościach \
          brutto; różnica 0,01 jest przyjmowana, bo mają ją przykłady Ministerstwa, a także 0,01 na każde dwie pozycje bez \
          podatku i wartości brutto, bo podatek mógł być zaokrąglony w pozycjach. Na fakturach zaliczkowych, \
          rozliczeniowych i korygujących każda pozycja i każdy przywołany dokument może dodać 0,01, bo podatek był już \
          zaokrąglony.
          """),
      remedy: .correctFigures, source: LegalSource.act("106e ust. 1 pkt 14 oraz ust. 7-10"))
  ) { invoice in
    guard invoice.schema != .faRR1, !invoice.kind.isEmpty else { return [] }
    return invoice.rates.compactMap { rate in
      guard let net = rate.net, let tax = rate.tax else { return nil }
      // Corrections may mend the tax alone.
      if invoice.isCorrection, net.amount.isZero || tax.amount.isZero { return nil }
      let computed = invoice.computedTaxes(of: rate, net: net.amount)
      let tolerance = ExactDecimal.cents(invoice.roundings(of: rate))
      // Sums of taxes that were rounded by line leave nothing more to round.
      let sumTolerance = invoice.kind == "VAT" || invoice.kind == "UPR" ? .cent : tolerance
      guard let (taxed, percentage) = computed.first,
        !computed.contains(where: { computed in
          computed.tax.isWithin(computed.percentage == nil ? sumTolerance : tolerance, of: tax.amount)
        })
      else { return nil }
      let (name, base) = (rate.group.taxName, rate.group.netName)
      guard let percentage else {
        return Trouble(
          tax.element,
          Sentence(
            "The tax \(name) is \(tax.amount.inEnglish), the taxes of its lines make \(taxed.inEnglish).",
            pl: "Podatek \(name) to \(tax.amount.inPolish), a podatek z jego pozycji daje \(taxed.inPolish)."))
      }
      return Trouble(
        tax.element,
        Sentence(
          """
          The tax \(name) is \(tax.amount.inEnglish), but \(percentage.plainInEnglish)% of \(net.amount.inEnglish) \
          (\(base)) make \(taxed.inEnglish).
          """,
          pl: """
            Podatek \(name) to \(tax.amount.inPolish), a \(percentage.plainInPolish)% z \(net.amount.inPolish) (\(base)) \
            daje \(taxed.inPolish).
            """))
    }
  }

  private static let missingForeignTax = Rule(
    CodeMeaning(
      "vat.one-stop-shop", .always(.warning),
      title: Sentence("Tax of the one-stop shop is missing", pl: "Brak podatku w procedurze OSS"),
      explanation: Sentence(
        "Lines name a rate of another country's tax (P_12_XII), but the sum of that tax (P_14_5) is missing.",
        pl: "Pozycje mają stawkę podatku innego kraju (P_12_XII), ale brakuje sumy tego podatku (P_14_5)."),
      remedy: .correctFigures, source: LegalSource.brochure)
  ) { invoice in
    guard invoice.kind == "VAT" else { return [] }
    return invoice.rates.compactMap { rate in
      guard rate.group.isOneStopShop, let net = rate.net, !net.amount.isZero, !invoice.holds(rate.group.taxName),
        let line = rate.lines.first(where: { !(invoice.lines[$0].foreignRate ?? .zero).isZero })
      else { return nil }
      let percentage = invoice.lines[line].foreignRate ?? .zero
      return Trouble(
        net.element,
        Sentence(
          """
          Sales of \(net.amount.inEnglish) (P_13_5) are taxed at \(percentage.plainInEnglish)% in another country, but \
          the tax (P_14_5) is missing.
          """,
          pl: """
            Sprzedaż \(net.amount.inPolish) (P_13_5) ma stawkę \(percentage.plainInPolish)% innego kraju, ale brakuje \
            podatku (P_14_5).
            """))
    }
  }

  private static let taxOfUntaxedLine = Rule(
    CodeMeaning(
      "vat.untaxed-line", .always(.warning),
      title: Sentence("Tax on a line that has none", pl: "Podatek w pozycji bez podatku"),
      explanation: Sentence(
        "A line of exempt sales, of reverse charge, of a rate of 0 or outside Poland (P_12) states a tax (P_11Vat).",
        pl: "Pozycja zwolniona, z odwrotnym obciążeniem, ze stawką 0 albo poza krajem (P_12) podaje podatek (P_11Vat)."),
      remedy: .correctFigures, source: LegalSource.brochure)
  ) { invoice in
    guard invoice.schema != .faRR1 else { return [] }
    return invoice.lines.compactMap { line in
      guard let tax = line.tax, !tax.isZero, let percentage = line.percentage, percentage.isZero else { return nil }
      let rate = (line.rate ?? "").quoted
      return Trouble(
        line.element["P_11Vat"] ?? line.element,
        Sentence(
          "The line's rate is \(rate), but it states a tax (P_11Vat) of \(tax.inEnglish).",
          pl: "Stawka pozycji to \(rate), ale podaje ona podatek (P_11Vat) \(tax.inPolish)."))
    }
  }
}

extension CheckedInvoice {
  /// How often the tax of a rate may have been rounded before it was added up.
  func roundings(of rate: RateTotal) -> Int {
    guard kind == "VAT" || kind == "UPR" else { return 1 + rate.lines.count + referredDocuments }
    // A till that rounds by line, from gross prices that it doesn't show, is off by half a hundredth a line.
    let isHidden = rate.lines.allSatisfy { lines[$0].tax == nil && lines[$0].gross == nil }
    return isHidden ? 1 + rate.lines.count / 2 : 1
  }

  /// What the tax of a rate may be, the likeliest first, and the rate in per cent where it is one rate's.
  func computedTaxes(
    of rate: RateTotal, net: ExactDecimal
  ) -> [(tax: ExactDecimal, percentage: ExactDecimal?)] {
    var percentages: [ExactDecimal] = []
    var seen: Set<ExactDecimal> = []
    for index in rate.lines {
      guard let percentage = lines[index].percentage, percentages.last != percentage else { continue }
      if seen.insert(percentage).inserted { percentages.append(percentage) }
    }
    if percentages.isEmpty { percentages = rate.group.rates.compactMap(ExactDecimal.init) }
    // One total may hold lines of two rates: their taxes are then added.
    let isOneRate = rate.lines.isEmpty || percentages.count == 1
    var taxes: [(tax: ExactDecimal, percentage: ExactDecimal?)] = []
    if isOneRate { taxes = percentages.compactMap { rate in net.tax(at: rate).map { ($0, rate) } } }
    guard !isCorrection, kind != "ROZ", !rate.lines.isEmpty else { return taxes }
    if let sum = sum(of: rate, \.taxValue) { taxes.append((sum, nil)) }
    if let sum = sum(of: rate, { line in line.percentage.flatMap { line.gross?.taxInside(at: $0) } }) {
      taxes.append((sum, nil))
    }
    if isOneRate, let gross = sum(of: rate, \.gross), let percentage = percentages.first,
      let tax = gross.taxInside(at: percentage)
    {
      taxes.append((tax, percentage))
    }
    if !isOneRate, percentages.count <= CheckedInvoice.mostRates {
      let parts = percentages.map { percentage in
        sum(of: rate) { $0.percentage == percentage ? $0.netValue : .zero }.flatMap { $0.tax(at: percentage) }
      }
      if !parts.contains(nil) { taxes.append((parts.compactMap { $0 }.reduce(.zero, +), nil)) }
    }
    return taxes
  }

  /// A total that holds more rates than this is judged by its lines alone.
  private static var mostRates: Int { 30 }
}
