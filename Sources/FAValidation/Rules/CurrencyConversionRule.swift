import FAInvoice
import Findings

/// The rule on the tax in zloty of an invoice in another currency.
extension Rule {
  static let taxConversion = Rule(
    CodeMeaning(
      "currency.conversion", .always(.warning),
      title: Sentence("Tax in zloty doesn't fit the exchange rate", pl: "Podatek w złotych nie pasuje do kursu"),
      explanation: Sentence(
        """
        The tax in zloty (P_14_1W and so on) is the tax of each line times its exchange rate (KursWaluty), on an advance \
        invoice the tax times KursWalutyZ. Accepted are 0.01 and half a hundredth of the currency for each line, at its \
        rate, and rates for a hundred or ten thousand units where the National Bank quotes such. Told of ordinary \
        invoices (VAT) where every line of the rate has an exchange rate, and of advance invoices (ZAL) for one payment.
        """,
        pl: """
          Podatek w złotych (P_14_1W itd.) to podatek każdej pozycji razy jej kurs (KursWaluty), a na fakturze \
          zaliczkowej podatek razy KursWalutyZ. Dopuszcza się 0,01 oraz na każdą pozycję pół setnej waluty po jej kursie, \
          a także kurs za sto lub dziesięć tysięcy jednostek, jeśli tak podaje go NBP. Dotyczy zwykłych faktur (VAT), w \
          których każda pozycja stawki ma kurs, i zaliczkowych (ZAL) z jedną zapłatą.
          """),
      remedy: .correctFigures, source: LegalSource.act("31a i 106e ust. 11"))
  ) { invoice in
    guard invoice.isInForeignCurrency else { return [] }
    return invoice.rates.compactMap { rate in
      guard let zloty = rate.taxInZloty, !rate.group.isOneStopShop,
        let (converted, slack) = invoice.convertedTax(of: rate),
        !zloty.amount.isWithin(slack, of: converted), !invoice.isQuoted(zloty.amount, for: converted, within: slack)
      else { return nil }
      let name = rate.group.zlotyName
      return Trouble(
        zloty.element,
        Sentence(
          """
          The tax in zloty (\(name)) is \(zloty.amount.inEnglish), the exchange rate on the invoice makes it \
          \(converted.inEnglish).
          """,
          pl: """
            Podatek w złotych (\(name)) to \(zloty.amount.inPolish), a po kursie z faktury wynosi \(converted.inPolish).
            """))
    }
  }
}

extension CheckedInvoice {
  /// The tax of a rate in zloty by the exchange rates that the invoice states, and how far off it may be; nil where they
  /// don't tell it.
  fileprivate func convertedTax(of rate: RateTotal) -> (tax: ExactDecimal, slack: ExactDecimal)? {
    guard let tax = rate.tax else { return nil }
    let halfCent = ExactDecimal(mantissa: 5, scale: 3)
    switch kind {
    case "VAT":
      guard linesHaveRates, !rate.lines.isEmpty, let sum = sum(of: rate, { $0.taxInZloty }),
        let slack = self.sum(of: rate, { $0.exchangeRate.flatMap { $0.magnitude.times(halfCent, decimals: 6) } })
      else { return nil }
      return (sum, slack + .cents(rate.lines.count))
    case "ZAL":
      guard !holds("ZaliczkaCzesciowa"), let exchangeRate = part("KursWalutyZ")?.amount,
        let converted = tax.amount.times(exchangeRate),
        let slack = exchangeRate.magnitude.times(halfCent, decimals: 6)
      else { return nil }
      return (converted, slack + .cent)
    default: return nil
    }
  }

  /// How many units of the currency the National Bank quotes a rate for.
  ///
  /// Source: NBP, table A of average rates.
  private var quotedUnits: Int128 {
    switch currency {
    case "CLP", "HUF", "INR", "ISK", "JPY", "KRW": 100
    case "IDR": 10_000
    default: 1
    }
  }

  /// How many units a rate on the invoice is for: no currency that is quoted by the hundred is worth a tenth of a zloty.
  func units(ofRate rate: ExactDecimal) -> ExactDecimal {
    ExactDecimal(mantissa: rate < ExactDecimal(mantissa: 1, scale: 1) ? 1 : quotedUnits, scale: 0)
  }

  /// Whether zloty are what a sum comes to where its rates are those of many units.
  fileprivate func isQuoted(_ zloty: ExactDecimal, for sum: ExactDecimal, within slack: ExactDecimal) -> Bool {
    let units = ExactDecimal(mantissa: quotedUnits, scale: 0)
    guard let whole = zloty.times(units), let rounding = ExactDecimal.cent.times(units) else { return false }
    return quotedUnits > 1 && whole.isWithin(slack + rounding, of: sum)
  }
}

extension CheckedInvoice.Line {
  /// The line's tax converted to zloty; nil where tax or exchange rate isn't known.
  fileprivate var taxInZloty: ExactDecimal? {
    exchangeRate.flatMap { rate in taxValue.flatMap { $0.times(rate) } }
  }
}
