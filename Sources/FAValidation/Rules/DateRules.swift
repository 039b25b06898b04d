import FAInvoice
import Findings
import KSeFIdentifiers

/// Rules on the date of issue, and on days that contradict it.
extension Rule {
  static let dates: [Rule] = [issuedInFuture, originalLater]

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
          w Polsce. Każdą wcześniejszą datę przyjmuje.
          """),
      remedy: Sentence(
        "Correct the date or the computer's clock; or send the invoice on its day.",
        pl: "Popraw datę albo zegar komputera; możesz też wysłać fakturę w dniu, który na niej stoi."),
      source: LegalSource.verification)
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

  private static let originalLater = Rule(
    CodeMeaning(
      "date.correction-before-original", .always(.warning),
      title: Sentence("Correction older than what it corrects", pl: "Korekta starsza niż faktura korygowana"),
      explanation: Sentence(
        "A correction is issued on the day of the invoice that it corrects (DataWystFaKorygowanej), or later.",
        pl: "Korektę wystawia się w dniu wystawienia faktury korygowanej (DataWystFaKorygowanej) albo później."),
      remedy: .correctEntry, source: LegalSource.act("106j ust. 1"))
  ) { invoice in
    guard invoice.part("DaneFaKorygowanej") != nil, let issue = invoice.issue?.date else { return [] }
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
}

extension CheckedInvoice {
  /// The date of issue (`P_1`, on an FA_RR `P_4B`); nil where it is missing or no day.
  var issue: (element: InvoiceElement, date: CalendarDate)? {
    guard let element = part(schema == .faRR1 ? "P_4B" : "P_1"), let date = CalendarDate(iso: element.value) else {
      return nil
    }
    return (element, date)
  }
}
