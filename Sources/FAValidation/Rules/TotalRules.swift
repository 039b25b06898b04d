import FAInvoice
import Findings

/// Rules on the total to pay and on the net totals by rate (`P_15`, `P_13_…`).
extension Rule {
  static let totals: [Rule] = [totalToPay, roundedTotal, negativeTotal, netTotal, missingTotal]

  private static let totalToPay = Rule(
    CodeMeaning(
      "sum.total", .always(.warning),
      title: Sentence("Total to pay and sums by rate differ", pl: "Należność ogółem nie zgadza się z sumami stawek"),
      explanation: Sentence(
        """
        The total to pay (P_15) is the sum of all net totals (P_13) and taxes (P_14). A difference of 0.01 is told as \
        sum.total-rounding. Invoices with sales under the margin scheme aren't judged.
        """,
        pl: """
          Należność ogółem (P_15) jest sumą wszystkich sum netto (P_13) i kwot podatku (P_14). Różnicę 0,01 zgłasza \
          sum.total-rounding. Faktury ze sprzedażą w procedurze marży nie są oceniane.
          """),
      remedy: .correctFigures, source: LegalSource.act("106e ust. 1 pkt 13-15"))
  ) { differingTotal($0) { $0 > .cent } }

  private static let roundedTotal = Rule(
    CodeMeaning(
      "sum.total-rounding", .always(.info),
      title: Sentence("Total to pay is off by a rounding", pl: "Należność ogółem różni się o zaokrąglenie"),
      explanation: Sentence(
        """
        The total to pay (P_15) differs by 0.01 from the sums of net and tax, as happens where amounts are rounded \
        separately; the Ministry's first example of an FA(3) does so, too.
        """,
        pl: """
          Należność ogółem (P_15) różni się o 0,01 od sumy netto i podatku, jak bywa, gdy kwoty zaokrągla się osobno; \
          tak jest też w pierwszym przykładzie FA(3) Ministerstwa.
          """),
      remedy: Sentence(
        "Nothing has to be done; a program that rounds once shows equal sums.",
        pl: "Nie trzeba nic robić; program, który zaokrągla raz, pokaże równe sumy."),
      source: LegalSource.brochure)
  ) { differingTotal($0) { $0 <= .cent && !$0.isZero } }

  private static func differingTotal(
    _ invoice: CheckedInvoice, isTold: (ExactDecimal) -> Bool
  ) -> [Trouble] {
    guard let total = invoice.stated("P_15"), invoice.rates.contains(where: { $0.net != nil }),
      !invoice.rates.contains(where: { $0.group.isMargin && $0.net != nil })
    else { return [] }
    let sum = invoice.rates.reduce(ExactDecimal.zero) { sum, rate in
      sum + (rate.net?.amount ?? .zero) + (rate.tax?.amount ?? .zero)
    }
    guard isTold((total.amount - sum).magnitude) else { return [] }
    return [
      Trouble(
        total.element,
        Sentence(
          "The total to pay (P_15) is \(total.amount.inEnglish), the sums of net and tax make \(sum.inEnglish).",
          pl: "Należność ogółem (P_15) to \(total.amount.inPolish), a sumy netto i podatku dają \(sum.inPolish)."))
    ]
  }

  private static let negativeTotal = Rule(
    CodeMeaning(
      "sum.negative", .always(.warning),
      title: Sentence("Negative total outside a correction", pl: "Ujemna należność poza korektą"),
      explanation: Sentence(
        "Money is given back with a correcting invoice (KOR); other kinds have a total to pay (P_15) of 0 or more.",
        pl: "Pieniądze zwraca się fakturą korygującą (KOR); inne rodzaje mają należność (P_15) równą 0 lub wyższą."),
      remedy: Sentence(
        "Issue a correcting invoice, or correct the amounts.", pl: "Wystaw fakturę korygującą albo popraw kwoty."),
      source: LegalSource.act("106j ust. 1"))
  ) { invoice in
    guard !invoice.isCorrection, !invoice.kind.isEmpty,
      let total = invoice.stated(invoice.totalName), total.amount.isNegative
    else { return [] }
    return [
      Trouble(
        total.element,
        Sentence(
          "The total to pay (\(invoice.totalName)) is \(total.amount.inEnglish), but the invoice corrects nothing.",
          pl: "Należność ogółem (\(invoice.totalName)) to \(total.amount.inPolish), a faktura niczego nie koryguje."))
    ]
  }

  private static let netTotal = Rule(
    CodeMeaning(
      "sum.net", .always(.warning),
      title: Sentence("Lines and net total of a rate differ", pl: "Pozycje nie zgadzają się z sumą netto stawki"),
      explanation: Sentence(
        """
        The net total of a rate (P_13) is the sum of its lines: of net values (P_11), or of gross values (P_11A) without \
        the tax in them. A difference of 0.01 for each line is accepted as rounding. Told of ordinary invoices (VAT) of \
        which every line states its rate.
        """,
        pl: """
          Suma netto stawki (P_13) jest sumą jej pozycji: wartości netto (P_11) albo wartości brutto (P_11A) bez zawartego \
          w nich podatku. Różnica 0,01 na pozycję uchodzi za zaokrąglenie. Dotyczy zwykłych faktur (VAT), w których każda \
          pozycja ma stawkę.
          """),
      remedy: .correctFigures, source: LegalSource.act("106e ust. 1 pkt 13"))
  ) { invoice in
    guard invoice.kind == "VAT", invoice.linesHaveRates, !invoice.lines.isEmpty else { return [] }
    return invoice.rates.compactMap { rate in
      guard let stated = rate.net, let sum = invoice.sum(of: rate, \.netValue) else { return nil }
      let tolerance = ExactDecimal.cents(max(1, rate.lines.count))
      guard !stated.amount.isWithin(tolerance, of: sum) else { return nil }
      let name = rate.group.netName
      return Trouble(
        stated.element,
        Sentence(
          "The total \(name) is \(stated.amount.inEnglish), the lines of its rate make \(sum.inEnglish).",
          pl: "Suma \(name) to \(stated.amount.inPolish), a pozycje z jej stawką dają \(sum.inPolish)."))
    }
  }

  private static let missingTotal = Rule(
    CodeMeaning(
      "sum.missing", .always(.warning),
      title: Sentence("Net total of a rate is missing", pl: "Brak sumy netto stawki"),
      explanation: Sentence(
        """
        Every rate that lines have (P_12, P_12_XII) has its net total: P_13_1 for 23 %, P_13_7 for exempt sales, and so \
        on. Lines that cancel each other need none.
        """,
        pl: """
          Każda stawka z pozycji (P_12, P_12_XII) ma swoją sumę netto: P_13_1 dla 23%, P_13_7 dla zwolnionych itd. Pozycje, \
          które się znoszą, jej nie wymagają.
          """),
      remedy: .correctFigures, source: LegalSource.act("106e ust. 1 pkt 13"))
  ) { invoice in
    guard invoice.kind == "VAT" else { return [] }
    return invoice.rates.compactMap { rate in
      guard rate.net == nil, !invoice.holds(rate.group.netName),
        let first = rate.lines.first(where: { !(invoice.lines[$0].netValue ?? .zero).isZero }),
        invoice.sum(of: rate, \.netValue)?.isZero != true
      else { return nil }
      let line = invoice.lines[first].element
      let name = rate.group.netName
      let taxRate = line.value("P_12_XII").map { "\($0.quoted)% (P_12_XII)" } ?? line.value("P_12")?.quoted ?? ""
      return Trouble(
        line["P_12"] ?? line["P_12_XII"] ?? line,
        Sentence(
          "A line has the rate \(taxRate), but the total of that rate (\(name)) is missing.",
          pl: "Pozycja ma stawkę \(taxRate), ale brakuje sumy tej stawki (\(name))."))
    }
  }
}

extension CheckedInvoice {
  /// The element of the total to pay: `P_15`, on an FA_RR `P_12_1`.
  var totalName: String { schema == .faRR1 ? "P_12_1" : "P_15" }

  /// Whether the body holds an element of this name, whatever it says.
  func holds(_ name: String) -> Bool { part(name) != nil }

  /// The sum of one figure of a rate's lines; nil where one of them doesn't have it.
  func sum(of rate: RateTotal, _ figure: (Line) -> ExactDecimal?) -> ExactDecimal? {
    var sum = ExactDecimal.zero
    for index in rate.lines {
      guard let part = figure(lines[index]) else { return nil }
      sum = sum + part
    }
    return sum
  }
}
