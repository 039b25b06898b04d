import FAInvoice
import Findings
import KSeFIdentifiers

/// Rules on invoices in another currency than the zloty.
extension Rule {
  static let currencies: [Rule] = [
    taxInZloty, exchangeRateMissing, exchangeRateUseless, taxConversion, exchangeRateDay, zlotyTwice,
    advanceExchangeRate, agreedCurrency,
  ]

  private static let taxInZloty = Rule(
    CodeMeaning(
      "currency.tax-in-zloty", .always(.warning),
      title: Sentence("Tax in zloty is missing", pl: "Brak podatku w złotych"),
      explanation: Sentence(
        """
        Polish tax is always stated in zloty, too: for each tax other than 0 (P_14_1 to P_14_4) of an invoice in another \
        currency there is P_14_1W and so on; on an FA_RR for the refund (P_11_2) there is P_11_2W.
        """,
        pl: """
          Polski podatek zawsze podaje się także w złotych: dla każdego podatku innego niż 0 (P_14_1 do P_14_4) faktury w \
          obcej walucie jest P_14_1W itd.; w FA_RR dla zwrotu (P_11_2) jest P_11_2W.
          """),
      remedy: Sentence("Add the tax converted to zloty.", pl: "Dodaj podatek przeliczony na złote."),
      source: LegalSource.act("106e ust. 11"))
  ) { invoice in
    guard invoice.isInForeignCurrency else { return [] }
    var taxes = invoice.domesticTaxes.map { ($0.tax, name: $0.rate.group.taxName, zloty: $0.rate.group.zlotyName) }
    if invoice.schema == .faRR1, let refund = invoice.stated("P_11_2"), !refund.amount.isZero {
      taxes = [(refund, "P_11_2", "P_11_2W")]
    }
    return taxes.compactMap { tax, name, zloty in
      guard !invoice.holds(zloty) else { return nil }
      return Trouble(
        tax.element,
        Sentence(
          "The tax \(name) is \(tax.amount.inEnglish) \(invoice.currency.quoted), but not stated in zloty (\(zloty)).",
          pl:
            "Podatek \(name) to \(tax.amount.inPolish) \(invoice.currency.quoted), ale nie podano go w złotych (\(zloty))."
        ))
    }
  }

  private static let exchangeRateMissing = Rule(
    CodeMeaning(
      "currency.rate-missing", .always(.warning),
      title: Sentence("Exchange rate is missing", pl: "Brak kursu waluty"),
      explanation: Sentence(
        """
        An invoice in another currency with Polish tax states the rate at which the tax was converted: on its lines \
        (KursWaluty), on an advance invoice in KursWalutyZ or by payment (KursWalutyZW). Corrections aren't judged.
        """,
        pl: """
          Faktura w obcej walucie z polskim podatkiem podaje kurs, po którym go przeliczono: w pozycjach (KursWaluty), na \
          fakturze zaliczkowej w KursWalutyZ albo przy płatności (KursWalutyZW). Korekty nie są oceniane.
          """),
      remedy: Sentence("State the exchange rate.", pl: "Podaj kurs waluty."), source: LegalSource.brochure)
  ) { invoice in
    guard invoice.isInForeignCurrency, !invoice.isCorrection, let first = invoice.domesticTaxes.first,
      !invoice.lines.contains(where: { $0.exchangeRate != nil }), !invoice.holds("KursWalutyZ"),
      !invoice.body.all("ZaliczkaCzesciowa").contains(where: { $0["KursWalutyZW"] != nil })
    else { return [] }
    return [
      Trouble(
        invoice.part("KodWaluty") ?? first.tax.element,
        Sentence(
          "The invoice in \(invoice.currency.quoted) has Polish tax, but no line states its exchange rate (KursWaluty).",
          pl:
            "Faktura w \(invoice.currency.quoted) ma polski podatek, ale żadna pozycja nie podaje kursu (KursWaluty)."
        ))
    ]
  }

  private static let exchangeRateUseless = Rule(
    CodeMeaning(
      "currency.rate-useless", .always(.warning),
      title: Sentence("Exchange rate that converts nothing", pl: "Kurs, który niczego nie przelicza"),
      explanation: Sentence(
        """
        An exchange rate (KursWaluty) is above 0, and an invoice in zloty has none, unless it is 1.
        """,
        pl: "Kurs waluty (KursWaluty) jest większy niż 0, a faktura w złotych go nie ma, chyba że wynosi 1."),
      remedy: Sentence("Correct the exchange rate, or leave it out.", pl: "Popraw kurs waluty albo go pomiń."),
      source: LegalSource.brochure)
  ) { invoice in
    let one = ExactDecimal(mantissa: 1, scale: 0)
    return invoice.lines.compactMap { line in
      guard let rate = line.exchangeRate,
        rate <= .zero || invoice.currency == "PLN" && rate != one
      else { return nil }
      return Trouble(
        line.element["KursWaluty"] ?? line.element,
        Sentence(
          "The exchange rate (KursWaluty) is \(rate.plainInEnglish), the invoice in \(invoice.currency.quoted).",
          pl: "Kurs waluty (KursWaluty) to \(rate.plainInPolish), a faktura jest w \(invoice.currency.quoted)."))
    }
  }

  private static let exchangeRateDay = Rule(
    CodeMeaning(
      "currency.rate-day", .always(.info),
      title: Sentence("Day of the exchange rate", pl: "Dzień kursu waluty"),
      explanation: Sentence(
        """
        Tax is converted at the average rate that the National Bank of Poland published on the last working day before \
        the tax point, or before the day of issue where that is earlier. Other rates can be chosen, and rates aren't known \
        to this program: it is said so that somebody looks. Nothing is said of corrections, whose rate is the original's, \
        nor where a period (OkresFa) ended before the day of issue.
        """,
        pl: """
          Podatek przelicza się po średnim kursie NBP z ostatniego dnia roboczego przed powstaniem obowiązku podatkowego \
          albo przed dniem wystawienia, jeśli jest wcześniejszy. Można wybrać inny kurs, a ten program kursów nie zna: mówi \
          o tym, żeby ktoś spojrzał. Nie dotyczy korekt, które mają kurs faktury korygowanej, ani okresu (OkresFa) \
          zakończonego przed dniem wystawienia.
          """),
      remedy: Sentence(
        "Compare the rate with the National Bank's table A of that day.",
        pl: "Porównaj kurs z tabelą A NBP z tego dnia."),
      source: LegalSource.act("31a"))
  ) { invoice in
    guard invoice.isInForeignCurrency, !invoice.isCorrection, !invoice.domesticTaxes.isEmpty,
      let line = invoice.lines.first(where: { $0.exchangeRate != nil }), let rate = line.exchangeRate,
      let element = line.element["KursWaluty"]
    else { return [] }
    let sale = line.element.value("P_6A") ?? invoice.part("P_6")?.value
    guard let day = [sale, invoice.part("P_1")?.value].compactMap({ $0.flatMap(CalendarDate.init(iso:)) }).min() else {
      return []
    }
    // The tax point of what is settled by periods is the period's end, or the day of issue: the file doesn't say which.
    if let end = CalendarDate(iso: invoice.part("OkresFa")?.value("P_6_Do") ?? ""), end < day { return [] }
    return [
      Trouble(
        element,
        Sentence(
          """
          The rate of \(invoice.currency.quoted) is taken as \(rate.plainInEnglish) PLN; the rate of the last working day \
          before \(day.iso) counts.
          """,
          pl:
            """
            Przyjęto kurs \(invoice.currency.quoted) \(rate.plainInPolish) PLN; właściwy jest kurs z ostatniego dnia \
            roboczego przed \(day.printed).
            """
        ))
    ]
  }

  private static let zlotyTwice = Rule(
    CodeMeaning(
      "currency.zloty-twice", .always(.warning),
      title: Sentence("Tax in zloty twice", pl: "Podatek w złotych dwa razy"),
      explanation: Sentence(
        "The fields for converted tax (P_14_1W and so on) belong on invoices in another currency than the zloty.",
        pl: "Pola przeliczonego podatku (P_14_1W itd.) są dla faktur w walucie innej niż złoty."),
      remedy: Sentence("Leave the converted tax out.", pl: "Pomiń przeliczony podatek."), source: LegalSource.brochure)
  ) { invoice in
    guard invoice.currency == "PLN" else { return [] }
    return invoice.rates.compactMap { rate in
      guard let zloty = rate.taxInZloty else { return nil }
      let name = rate.group.zlotyName
      return Trouble(
        zloty.element,
        Sentence(
          "The invoice is in zloty, but states tax converted to zloty (\(name), \(zloty.amount.inEnglish)).",
          pl: "Faktura jest w złotych, a podaje podatek przeliczony na złote (\(name), \(zloty.amount.inPolish))."))
    }
  }

  private static let advanceExchangeRate = Rule(
    CodeMeaning(
      "currency.advance-rate", .always(.warning),
      title: Sentence("Exchange rate of an advance elsewhere", pl: "Kurs zaliczki na innej fakturze"),
      explanation: Sentence(
        "KursWalutyZ is the exchange rate of an advance invoice (ZAL, KOR_ZAL); others state KursWaluty on their lines.",
        pl: "KursWalutyZ to kurs na fakturze zaliczkowej (ZAL, KOR_ZAL); inne podają KursWaluty w pozycjach."),
      remedy: Sentence("Move the exchange rate to the lines.", pl: "Przenieś kurs do pozycji."),
      source: LegalSource.brochure)
  ) { invoice in
    guard let rate = invoice.part("KursWalutyZ"), !invoice.kind.isEmpty, !["ZAL", "KOR_ZAL"].contains(invoice.kind)
    else {
      return []
    }
    return [
      Trouble(
        rate,
        Sentence(
          "The invoice is of the kind \(invoice.kind.quoted), but states the exchange rate of an advance (KursWalutyZ).",
          pl: "Faktura jest rodzaju \(invoice.kind.quoted), a podaje kurs zaliczki (KursWalutyZ)."))
    ]
  }

  private static let agreedCurrency = Rule(
    CodeMeaning(
      "currency.agreed", .always(.warning),
      title: Sentence("Agreed currency is the zloty", pl: "Waluta umowna to złoty"),
      explanation: Sentence(
        "WalutaUmowna is the currency from which amounts in zloty were converted, so it isn't the zloty itself.",
        pl: "WalutaUmowna to waluta, z której przeliczono kwoty w złotych, więc nie jest nią złoty."),
      remedy: Sentence(
        "State the other currency, or leave out rate and currency.", pl: "Podaj inną walutę albo pomiń kurs i walutę."),
      source: LegalSource.brochure)
  ) { invoice in
    guard let agreed = invoice.part("WarunkiTransakcji")?["WalutaUmowna"], agreed.value == "PLN" else { return [] }
    return [
      Trouble(
        agreed,
        Sentence(
          "The agreed currency (WalutaUmowna) is PLN, from which nothing is converted to zloty.",
          pl: "Waluta umowna (WalutaUmowna) to PLN, z której nie przelicza się na złote."))
    ]
  }
}

extension CheckedInvoice {
  var isInForeignCurrency: Bool { !currency.isEmpty && currency != "PLN" }

  /// The Polish taxes other than 0.
  fileprivate var domesticTaxes: [(rate: RateTotal, tax: Stated)] {
    rates.compactMap { rate in
      guard let tax = rate.tax, !tax.amount.isZero, !rate.group.isOneStopShop else { return nil }
      return (rate, tax)
    }
  }
}
