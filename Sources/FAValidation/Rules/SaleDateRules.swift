import FAInvoice
import Findings
import KSeFIdentifiers

/// Rules on when was sold: a day or a period for the whole invoice, or days on its lines.
extension Rule {
  static let saleDates: [Rule] = [
    issuedTooEarly, saleDatedTwice, saleDatedOnLines, saleDateNeedless, reversedPeriod,
  ]

  private static let issuedTooEarly = Rule(
    CodeMeaning(
      "date.issued-too-early", .always(.warning),
      title: Sentence("Issued more than 60 days before the sale", pl: "Wystawiona ponad 60 dni przed sprzedażą"),
      explanation: Sentence(
        """
        An invoice may not be issued earlier than the 60th day before the delivery, the service or the advance payment. \
        Invoices that state a period (OkresFa) aren't judged by it.
        """,
        pl: """
          Faktury nie wystawia się wcześniej niż 60. dnia przed dostawą, wykonaniem usługi lub otrzymaniem zaliczki. \
          Zasada ta nie dotyczy faktur z podanym okresem (OkresFa).
          """),
      remedy: Sentence(
        "Look at both dates: the year or the month may be mistyped.",
        pl: "Sprawdź obie daty: może pomylono rok albo miesiąc."),
      source: LegalSource.act("106i ust. 7"))
  ) { invoice in
    guard invoice.schema != .faRR1, !invoice.isCorrection, let issue = invoice.issue?.date,
      invoice.part("OkresFa") == nil
    else { return [] }
    for element in [invoice.part("P_6")] + invoice.lines.map({ $0.element["P_6A"] }) {
      guard let element, let sale = CalendarDate(iso: element.value), sale.dayNumber > issue.dayNumber + 60 else {
        continue
      }
      return [
        Trouble(
          element,
          Sentence(
            "The sale is dated \(sale.iso), more than 60 days after the invoice (\(issue.iso)).",
            pl: "Data sprzedaży to \(sale.printed), ponad 60 dni po wystawieniu faktury (\(issue.printed))."))
      ]
    }
    return []
  }

  private static let saleDatedTwice = Rule(
    CodeMeaning(
      "date.sale-twice", .always(.warning),
      title: Sentence("Date of sale on the invoice and on lines", pl: "Data sprzedaży na fakturze i w pozycjach"),
      explanation: Sentence(
        """
        One date of sale for the whole invoice stands in P_6, different dates stand on the lines in P_6A; where both are \
        there, nobody knows which holds. The same goes for a period (OkresFa) and P_6A, on an FA_RR for P_4A and P_4AA.
        """,
        pl: """
          Jedna data sprzedaży dla całej faktury stoi w P_6, różne daty stoją w pozycjach w P_6A; gdy są i tu, i tu, nie \
          wiadomo, która obowiązuje. To samo dotyczy okresu (OkresFa) i P_6A, a na FA_RR P_4A i P_4AA.
          """),
      remedy: Sentence(
        "Leave the date in one place: on the invoice if all lines share it, on the lines if they don't.",
        pl: "Zostaw datę w jednym miejscu: na fakturze, gdy jest wspólna, w pozycjach, gdy się różnią."),
      source: LegalSource.schema("P_6, P_6A"))
  ) { invoice in
    let (common, onLine) = invoice.saleDateNames
    guard let whole = invoice.part(common) ?? invoice.part("OkresFa"),
      let line = invoice.lines.first(where: { $0.element[onLine] != nil })?.element[onLine]
    else { return [] }
    return [
      Trouble(
        line,
        Sentence(
          "The date of sale stands on the invoice (\(whole.name)) and on lines (\(onLine)) as well.",
          pl: "Data sprzedaży stoi na fakturze (\(whole.name)), a zarazem w pozycjach (\(onLine))."))
    ]
  }

  private static let saleDatedOnLines = Rule(
    CodeMeaning(
      "date.sale-on-lines", .always(.info),
      title: Sentence("The same date of sale on every line", pl: "Ta sama data sprzedaży w każdej pozycji"),
      explanation: Sentence(
        """
        Dates of sale stand on the lines (P_6A, on an FA_RR P_4AA) where they differ. One date that all lines share \
        belongs to the invoice (P_6, on an FA_RR P_4A).
        """,
        pl: """
          Daty sprzedaży stoją w pozycjach (P_6A, na FA_RR P_4AA), gdy się różnią. Jedna data wspólna dla wszystkich \
          pozycji należy do faktury (P_6, na FA_RR P_4A).
          """),
      remedy: Sentence(
        "Put the date on the invoice and leave it out of the lines.", pl: "Podaj datę raz, na fakturze, bez pozycji."),
      source: LegalSource.schema("P_6, P_6A"))
  ) { invoice in
    let (common, onLine) = invoice.saleDateNames
    guard !invoice.isCorrection, invoice.lines.count > 1, let first = invoice.lines[0].element[onLine],
      invoice.part(common) == nil, invoice.part("OkresFa") == nil
    else { return [] }
    let date = first.value
    guard invoice.lines.dropFirst().allSatisfy({ $0.element[onLine]?.value == date }) else { return [] }
    return [
      Trouble(
        first,
        Sentence(
          "All \(invoice.lines.count) lines have the same date of sale (\(first.quoted)): it belongs in \(common).",
          pl:
            "Wszystkie pozycje (\(invoice.lines.count)) mają tę samą datę sprzedaży (\(first.quoted)): jej miejsce to \(common)."
        ))
    ]
  }

  private static let saleDateNeedless = Rule(
    CodeMeaning(
      "date.sale-is-issue", .always(.info),
      title: Sentence("Date of sale that needn't be there", pl: "Zbędna data sprzedaży"),
      explanation: Sentence(
        "The date of sale (P_6) is stated where it differs from the date of issue (P_1); here they are the same.",
        pl: "Datę sprzedaży (P_6) podaje się, gdy różni się od daty wystawienia (P_1); tu są takie same."),
      remedy: Sentence("P_6 may be left out.", pl: "P_6 można pominąć."),
      source: LegalSource.act("106e ust. 1 pkt 6"))
  ) { invoice in
    guard invoice.schema != .faRR1, !invoice.isCorrection, let issue = invoice.issue?.date,
      let element = invoice.part("P_6"), CalendarDate(iso: element.value) == issue
    else { return [] }
    return [
      Trouble(
        element,
        Sentence(
          "The date of sale is the date of issue (\(issue.iso)) and needn't be stated.",
          pl: "Data sprzedaży jest datą wystawienia (\(issue.printed)) i nie trzeba jej podawać."))
    ]
  }

  private static let reversedPeriod = Rule(
    CodeMeaning(
      "date.period-reversed", .always(.warning),
      title: Sentence("Period that ends before it begins", pl: "Okres, który kończy się przed początkiem"),
      explanation: Sentence(
        "The period of the invoice (OkresFa) runs from P_6_Od to P_6_Do.",
        pl: "Okres, którego dotyczy faktura (OkresFa), biegnie od P_6_Od do P_6_Do."),
      remedy: .correctEntry, source: LegalSource.schema("OkresFa"))
  ) { invoice in
    guard let period = invoice.part("OkresFa"), let start = CalendarDate(iso: period.value("P_6_Od") ?? ""),
      let end = CalendarDate(iso: period.value("P_6_Do") ?? ""), end < start
    else { return [] }
    return [
      Trouble(
        period,
        Sentence(
          "The period of the invoice ends on \(end.iso), before it begins (\(start.iso)).",
          pl: "Okres faktury kończy się \(end.printed), przed swoim początkiem (\(start.printed))."))
    ]
  }
}

extension CheckedInvoice {
  /// Where the date of sale stands: once for all lines, and on a line.
  fileprivate var saleDateNames: (common: String, onLine: String) {
    schema == .faRR1 ? ("P_4A", "P_4AA") : ("P_6", "P_6A")
  }
}
