import FAInvoice
import Findings
import KSeFIdentifiers

/// Rules on how and when an invoice is paid (`Platnosc`).
extension Rule {
  static let payments: [Rule] = [paidInParts, paidAfterIssue, dueBeforeIssue, transferWithoutAccount, paymentLink]

  private static let paidInParts = Rule(
    CodeMeaning(
      "payment.parts", .always(.warning),
      title: Sentence("Part payments contradict the total", pl: "Zapłaty częściowe nie zgadzają się z należnością"),
      explanation: Sentence(
        """
        Part payments (KwotaZaplatyCzesciowej) are less than what is to be paid where the invoice is paid in part \
        (ZnacznikZaplatyCzesciowej 1), and make it up where it is paid in full (2). To be paid is P_15 or DoZaplaty: \
        either will do. Corrections aren't judged.
        """,
        pl: """
          Zapłaty częściowe (KwotaZaplatyCzesciowej) są mniejsze niż należność, gdy zapłacono w części \
          (ZnacznikZaplatyCzesciowej 1), i równe jej, gdy zapłacono w całości (2). Należnością jest P_15 albo DoZaplaty: \
          wystarczy jedna z nich. Korekty nie są oceniane.
          """),
      remedy: .correctFigures, source: LegalSource.brochure)
  ) { invoice in
    guard !invoice.isCorrection, let payment = invoice.part("Platnosc"),
      let marker = payment["ZnacznikZaplatyCzesciowej"], payment["ZaplataCzesciowa"] != nil,
      let paid = payment.sum(of: "ZaplataCzesciowa", "KwotaZaplatyCzesciowej"),
      let total = invoice.stated(invoice.totalName)?.amount
    else { return [] }
    let due = [total, invoice.part("Rozliczenie")?.amount("DoZaplaty")].compactMap { $0 }
    let said = (english: "The payments make \(paid.inEnglish)", polish: "Zapłacono razem \(paid.inPolish)")
    switch marker.value {
    case "1" where !due.contains(where: { paid < $0 }):
      return [
        Trouble(
          marker,
          Sentence(
            "\(said.english), the total is \(total.inEnglish), but the invoice is marked as paid in part.",
            pl: "\(said.polish), należność to \(total.inPolish), a faktura jest oznaczona jako zapłacona w części."))
      ]
    case "2" where !due.contains(paid):
      return [
        Trouble(
          marker,
          Sentence(
            "\(said.english), the total is \(total.inEnglish), but the invoice is marked as paid in full.",
            pl: "\(said.polish), należność to \(total.inPolish), a faktura jest oznaczona jako zapłacona w całości."))
      ]
    default: return []
    }
  }

  private static let paidAfterIssue = Rule(
    CodeMeaning(
      "payment.after-issue", .always(.info),
      title: Sentence("Paid after the day of issue", pl: "Zapłata po dniu wystawienia"),
      explanation: Sentence(
        """
        The day of payment (DataZaplaty, DataZaplatyCzesciowej) is stated where payment was made before issue (P_1). A \
        later day is possible where the invoice is sent some days after P_1, but often a mistake.
        """,
        pl: """
          Datę zapłaty (DataZaplaty, DataZaplatyCzesciowej) podaje się, gdy zapłacono do dnia wystawienia (P_1). Późniejsza \
          jest możliwa, gdy fakturę wysyła się kilka dni po P_1, ale często jest pomyłką.
          """),
      remedy: Sentence("Correct the day, or leave the payment out.", pl: "Popraw datę albo pomiń zapłatę."),
      source: LegalSource.brochure)
  ) { invoice in
    guard let payment = invoice.part("Platnosc"), let issue = invoice.issue?.date else { return [] }
    let days =
      [payment["DataZaplaty"]] + payment.all("ZaplataCzesciowa").map { $0["DataZaplatyCzesciowej"] }
    return days.compactMap { element in
      guard let element, let day = CalendarDate(iso: element.value), issue < day else { return nil }
      return Trouble(
        element,
        Sentence(
          "The invoice of \(issue.iso) says that it was paid on \(day.iso).",
          pl: "Faktura z \(issue.printed) podaje, że zapłacono ją \(day.printed)."))
    }
  }

  private static let dueBeforeIssue = Rule(
    CodeMeaning(
      "payment.due-before-issue", .always(.info),
      title: Sentence("Due before the day of issue", pl: "Termin płatności przed wystawieniem"),
      explanation: Sentence(
        """
        A due date (Termin) before the day of issue is possible, where the contract says so, but often a mistake. \
        Invoices that are paid aren't judged.
        """,
        pl: """
          Termin płatności (Termin) przed dniem wystawienia bywa możliwy, gdy tak mówi umowa, ale często jest pomyłką. \
          Faktury zapłacone nie są oceniane.
          """),
      remedy: Sentence("Compare the due date with the contract.", pl: "Porównaj termin z umową."),
      source: LegalSource.brochure)
  ) { invoice in
    guard let payment = invoice.part("Platnosc"), let issue = invoice.issue?.date, !payment.flag("Zaplacono"),
      payment.value("ZnacznikZaplatyCzesciowej") != "2"
    else { return [] }
    return payment.all("TerminPlatnosci").compactMap { term in
      guard let element = term["Termin"], let day = CalendarDate(iso: element.value), day < issue else { return nil }
      return Trouble(
        element,
        Sentence(
          "The due date \(day.iso) is before the day of issue, \(issue.iso).",
          pl: "Termin płatności \(day.printed) jest przed dniem wystawienia, \(issue.printed)."))
    }
  }

  private static let transferWithoutAccount = Rule(
    CodeMeaning(
      "payment.no-account", .always(.info),
      title: Sentence("Bank transfer without an account", pl: "Przelew bez rachunku"),
      explanation: Sentence(
        """
        The invoice is to be paid by bank transfer but names no account to pay to. Advance invoices (ZAL) aren't judged: \
        they document a payment that was made.
        """,
        pl: """
          Formą płatności jest przelew, ale faktura nie podaje rachunku do zapłaty. Nie dotyczy faktur zaliczkowych (ZAL), \
          które dokumentują otrzymaną zapłatę.
          """),
      remedy: Sentence("Name the account (RachunekBankowy).", pl: "Podaj rachunek (RachunekBankowy)."),
      source: LegalSource.brochure)
  ) { invoice in
    guard invoice.schema != .faRR1, !invoice.isCorrection, invoice.kind != "ZAL",
      let payment = invoice.part("Platnosc"),
      let form = payment["FormaPlatnosci"], form.value == "6", !payment.flag("Zaplacono"),
      payment.value("ZnacznikZaplatyCzesciowej") != "2", payment["RachunekBankowy"] == nil,
      payment["RachunekBankowyFaktora"] == nil, payment["LinkDoPlatnosci"] == nil,
      let total = invoice.stated("P_15"), .zero < total.amount
    else { return [] }
    return [
      Trouble(
        form,
        Sentence(
          "The invoice is to be paid by bank transfer, but names no account.",
          pl: "Faktura ma być zapłacona przelewem, ale nie podaje rachunku."))
    ]
  }

  private static let paymentLink = Rule(
    CodeMeaning(
      "payment.link", .always(.warning),
      title: Sentence("Payment link of another payment", pl: "Link do innej płatności"),
      explanation: Sentence(
        "The identifier in the payment link (LinkDoPlatnosci) is the one that the invoice states (IPKSeF).",
        pl: "Identyfikator w linku do płatności (LinkDoPlatnosci) jest tym, który podaje faktura (IPKSeF)."),
      remedy: Sentence("Make the link anew.", pl: "Utwórz link na nowo."), source: LegalSource.brochure)
  ) { invoice in
    guard let payment = invoice.part("Platnosc"), let stated = payment.value("IPKSeF"),
      let element = payment["LinkDoPlatnosci"], let linked = identifier(in: element.value), linked != stated
    else { return [] }
    return [
      Trouble(
        element,
        Sentence(
          "The payment link is for \(linked.quoted), but the invoice states \(stated.quoted) (IPKSeF).",
          pl: "Link do płatności dotyczy \(linked.quoted), a faktura podaje \(stated.quoted) (IPKSeF)."))
    ]
  }

  /// The value of `IPKSeF` in a link's query, at most as long as one may be; nil where there is none.
  private static func identifier(in link: String) -> String? {
    let query = link.utf8.prefix { $0 != UInt8(ascii: "#") }.drop { $0 != UInt8(ascii: "?") }.dropFirst()
    for parameter in query.split(separator: UInt8(ascii: "&")) where parameter.starts(with: "IPKSeF=".utf8) {
      return String(decoding: parameter.dropFirst(7).prefix(20), as: UTF8.self)
    }
    return nil
  }
}
