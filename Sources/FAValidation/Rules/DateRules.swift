import FAInvoice
import Findings
import KSeFIdentifiers

/// Rules on days that contradict each other or the calendar.
extension Rule {
  static let dates: [Rule] = [
    issuedInFuture, issuedTooEarly, saleDatedTwice, saleDatedOnLines, reversedPeriod, originalLater, dueBeforeIssue,
  ]

  private static let issuedInFuture = Rule(
    CodeMeaning(
      "date.issue-in-future", .always(.refused),
      title: Sentence("Date of issue in the future", pl: "Data wystawienia w przyszłości"),
      explanation: Sentence(
        """
        KSeF refuses an invoice whose date of issue (P_1, on an FA_RR P_4B) is later than the day in Poland on which it \
        arrives. Any day before is taken.
        """,
        pl: """
          KSeF odrzuca fakturę, której data wystawienia (P_1, na FA_RR P_4B) jest późniejsza niż dzień jej przyjęcia \
          w Polsce. Wcześniejszą datę przyjmuje każdą.
          """),
      remedy: Sentence(
        "Correct the date or the computer's clock; or send the invoice on its day.",
        pl: "Popraw datę albo zegar komputera; możesz też wysłać fakturę w dniu, który na niej stoi."),
      source: RuleSource.verification)
  ) { invoice in
    guard let (element, date) = invoice.issue, date > invoice.today else { return [] }
    return [
      Trouble(
        element,
        Sentence(
          "The date of issue is \(date.iso), later than today (\(invoice.today.iso)).",
          pl: "Data wystawienia to \(date.printed), później niż dziś (\(invoice.today.printed))."))
    ]
  }

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
      source: RuleSource.act("106i ust. 7"))
  ) { invoice in
    guard invoice.schema != .faRR1, !invoice.isCorrection, let issue = invoice.issue?.date,
      invoice.body["OkresFa"] == nil
    else { return [] }
    return ([invoice.body["P_6"]] + invoice.lines.map { $0.element["P_6A"] }).compactMap { element in
      guard let element, let sale = CalendarDate(iso: element.value), sale.dayNumber > issue.dayNumber + 60 else {
        return nil
      }
      return Trouble(
        element,
        Sentence(
          "The sale is dated \(sale.iso), more than 60 days after the invoice (\(issue.iso)).",
          pl: "Data sprzedaży to \(sale.printed), ponad 60 dni po wystawieniu faktury (\(issue.printed))."))
    }
  }

  private static let saleDatedTwice = Rule(
    CodeMeaning(
      "date.sale-twice", .always(.warning),
      title: Sentence("Date of sale on the invoice and on lines", pl: "Data sprzedaży na fakturze i w pozycjach"),
      explanation: Sentence(
        """
        One date of sale for the whole invoice stands in P_6 (a period in OkresFa), different dates stand on the lines in \
        P_6A; where both are there, nobody knows which holds. On an FA_RR the same goes for P_4A and P_4AA.
        """,
        pl: """
          Jedna data sprzedaży dla całej faktury stoi w P_6 (okres w OkresFa), różne daty stoją w pozycjach w P_6A; gdy są \
          i tu, i tu, nie wiadomo, która obowiązuje. Na FA_RR to samo dotyczy P_4A i P_4AA.
          """),
      remedy: Sentence(
        "Leave the date in one place: on the invoice if all lines share it, on the lines if they don't.",
        pl: "Zostaw datę w jednym miejscu: na fakturze, gdy jest wspólna, w pozycjach, gdy się różnią."),
      source: "schemat FA(3), P_6, P_6A")
  ) { invoice in
    let (common, onLine) = invoice.saleDateNames
    guard let whole = invoice.body[common] ?? invoice.body["OkresFa"],
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
      source: "schemat FA(3), P_6, P_6A")
  ) { invoice in
    let (common, onLine) = invoice.saleDateNames
    guard !invoice.isCorrection, invoice.lines.count > 1, let first = invoice.lines[0].element[onLine],
      invoice.body[common] == nil, invoice.body["OkresFa"] == nil
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

  private static let reversedPeriod = Rule(
    CodeMeaning(
      "date.period-reversed", .always(.warning),
      title: Sentence("Period that ends before it begins", pl: "Okres, który kończy się przed początkiem"),
      explanation: Sentence(
        "The period of the invoice (OkresFa) runs from P_6_Od to P_6_Do.",
        pl: "Okres, którego dotyczy faktura (OkresFa), biegnie od P_6_Od do P_6_Do."),
      remedy: .correctEntry, source: "schemat FA(3), OkresFa")
  ) { invoice in
    guard let period = invoice.body["OkresFa"], let start = CalendarDate(iso: period.value("P_6_Od") ?? ""),
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

  private static let originalLater = Rule(
    CodeMeaning(
      "date.correction-before-original", .always(.warning),
      title: Sentence("Correction older than what it corrects", pl: "Korekta starsza niż faktura korygowana"),
      explanation: Sentence(
        "A correction is issued on the day of the invoice that it corrects (DataWystFaKorygowanej), or later.",
        pl: "Korektę wystawia się w dniu wystawienia faktury korygowanej (DataWystFaKorygowanej) albo później."),
      remedy: .correctEntry, source: RuleSource.act("106j ust. 1"))
  ) { invoice in
    guard let issue = invoice.issue?.date else { return [] }
    return invoice.body.children.compactMap { child in
      guard child.name == "DaneFaKorygowanej", let element = child["DataWystFaKorygowanej"],
        let original = CalendarDate(iso: element.value), original > issue
      else { return nil }
      return Trouble(
        element,
        Sentence(
          "The corrected invoice is of \(original.iso), later than its correction (\(issue.iso)).",
          pl: "Faktura korygowana jest z \(original.printed), czyli późniejsza niż korekta (\(issue.printed))."))
    }
  }

  private static let dueBeforeIssue = Rule(
    CodeMeaning(
      "date.due-before-issue", .always(.warning),
      title: Sentence("Due before it was issued", pl: "Termin płatności przed wystawieniem"),
      explanation: Sentence(
        "The due date (Termin) of an unpaid invoice lies before its date of issue: the buyer is late from the first day.",
        pl:
          "Termin płatności (Termin) niezapłaconej faktury wypada przed jej wystawieniem: nabywca od razu się spóźnia."),
      remedy: Sentence(
        "Correct the due date, or say that the invoice is paid (Zaplacono).",
        pl: "Popraw termin albo zaznacz, że faktura jest zapłacona (Zaplacono)."),
      source: RuleSource.brochure)
  ) { invoice in
    guard !invoice.isCorrection, let issue = invoice.issue?.date, let payment = invoice.body["Platnosc"],
      !payment.flag("Zaplacono"), payment["ZnacznikZaplatyCzesciowej"] == nil
    else { return [] }
    return payment.children.compactMap { child in
      guard child.name == "TerminPlatnosci", let element = child["Termin"],
        let due = CalendarDate(iso: element.value), due < issue
      else { return nil }
      return Trouble(
        element,
        Sentence(
          "Payment is due on \(due.iso), before the invoice was issued (\(issue.iso)).",
          pl: "Termin płatności to \(due.printed), przed wystawieniem faktury (\(issue.printed))."))
    }
  }
}

extension CheckedInvoice {
  /// The date of issue (`P_1`, on an FA_RR `P_4B`); nil where it is missing or no day.
  fileprivate var issue: (element: InvoiceElement, date: CalendarDate)? {
    guard let element = body[schema == .faRR1 ? "P_4B" : "P_1"], let date = CalendarDate(iso: element.value) else {
      return nil
    }
    return (element, date)
  }

  /// Where the date of sale stands: once for all lines, and on a line.
  fileprivate var saleDateNames: (common: String, onLine: String) {
    schema == .faRR1 ? ("P_4A", "P_4AA") : ("P_6", "P_6A")
  }
}
