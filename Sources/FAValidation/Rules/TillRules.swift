import FAInvoice
import Findings

/// Rules on invoices of the till: the simplified invoice (`RodzajFaktury` UPR), and the invoice to a receipt (`FP`).
extension Rule {
  static let tillInvoices: [Rule] = [simplifiedAmount, simplifiedBuyer, simplifiedTax, receipt]

  private static let simplifiedAmount = Rule(
    CodeMeaning(
      "simplified.amount", .always(.warning),
      title: Sentence("Too much for a simplified invoice", pl: "Za dużo na fakturę uproszczoną"),
      explanation: Sentence(
        "A simplified invoice (UPR) is for at most 450 zloty gross, or 100 euro where it is in euro.",
        pl: "Fakturę uproszczoną (UPR) wystawia się do 450 zł brutto albo do 100 euro, gdy jest w euro."),
      remedy: Sentence(
        "Issue an ordinary invoice (VAT).", pl: "Wystaw zwykłą fakturę (VAT)."),
      source: LegalSource.act("106e ust. 5 pkt 3"))
  ) { invoice in
    let limit: Int128
    switch invoice.currency {
    case "PLN": limit = 450
    case "EUR": limit = 100
    default: return []
    }
    guard invoice.kind == "UPR", let total = invoice.stated("P_15"),
      total.amount > ExactDecimal(mantissa: limit, scale: 0)
    else { return [] }
    return [
      Trouble(
        total.element,
        Sentence(
          "The simplified invoice is for \(total.amount.inEnglish) \(invoice.currency), more than \(limit).",
          pl: "Faktura uproszczona opiewa na \(total.amount.inPolish) \(invoice.currency), ponad \(limit)."))
    ]
  }

  private static let simplifiedBuyer = Rule(
    CodeMeaning(
      "simplified.buyer-nip", .always(.warning),
      title: Sentence("Simplified invoice without the buyer's NIP", pl: "Faktura uproszczona bez NIP nabywcy"),
      explanation: Sentence(
        "A simplified invoice (UPR) may leave the buyer's name and address out, but never the NIP.",
        pl: "Faktura uproszczona (UPR) może pominąć nazwę i adres nabywcy, ale nie jego NIP."),
      remedy: Sentence(
        "Fill in the buyer's NIP, or issue an ordinary invoice (VAT).",
        pl: "Podaj NIP nabywcy albo wystaw zwykłą fakturę (VAT)."),
      source: LegalSource.act("106e ust. 5 pkt 3"))
  ) { invoice in
    guard invoice.kind == "UPR", let buyer = invoice.buyer, buyer["NIP"] == nil else { return [] }
    return [
      Trouble(
        buyer,
        Sentence(
          "The simplified invoice doesn't state the buyer's NIP.",
          pl: "Na fakturze uproszczonej brak NIP nabywcy."))
    ]
  }

  private static let simplifiedTax = Rule(
    CodeMeaning(
      "simplified.tax-unknown", .always(.warning),
      title: Sentence("Simplified invoice that leaves the tax open", pl: "Faktura uproszczona bez danych o podatku"),
      explanation: Sentence(
        """
        A simplified invoice (UPR) lets the tax be known in one of two ways: by net totals and taxes (P_13, P_14), or by \
        the rates of its lines (P_12) beside the total to pay.
        """,
        pl: """
          Faktura uproszczona (UPR) pozwala ustalić podatek na jeden z dwóch sposobów: z sum netto i kwot podatku (P_13, \
          P_14) albo ze stawek w pozycjach (P_12) obok należności ogółem.
          """),
      remedy: Sentence(
        "State the totals by rate, or the rates of the lines.", pl: "Podaj sumy według stawek albo stawki w pozycjach."),
      source: LegalSource.act("106e ust. 5 pkt 3"))
  ) { invoice in
    guard invoice.kind == "UPR", let kind = invoice.part("RodzajFaktury"),
      !invoice.rates.contains(where: { invoice.holds($0.group.netName) }),
      !invoice.lines.contains(where: { $0.rate != nil || $0.foreignRate != nil })
    else { return [] }
    return [
      Trouble(
        kind,
        Sentence(
          "The simplified invoice states neither totals by rate (P_13) nor rates on its lines (P_12).",
          pl: "Faktura uproszczona nie podaje ani sum według stawek (P_13), ani stawek w pozycjach (P_12)."))
    ]
  }

  private static let receipt = Rule(
    CodeMeaning(
      "receipt.mark-missing", .always(.info),
      title: Sentence("Receipt named without the mark FP", pl: "Paragon bez znacznika FP"),
      explanation: Sentence(
        """
        A note (DodatkowyOpis) names a receipt of the till. An invoice issued to a receipt is marked FP 1, so that its sale \
        isn't counted twice.
        """,
        pl: """
          Dodatkowy opis (DodatkowyOpis) wymienia paragon. Fakturę do paragonu oznacza się znacznikiem FP 1, żeby \
          sprzedaży nie ująć dwa razy.
          """),
      remedy: Sentence(
        "If the invoice is issued to a receipt, set FP to 1.", pl: "Jeśli to faktura do paragonu, ustaw FP na 1."),
      source: LegalSource.act("109 ust. 3d"))
  ) { invoice in
    guard invoice.schema != .faRR1, !invoice.isCorrection, invoice.part("FP") == nil,
      invoice.part("DodatkowyOpis") != nil
    else {
      return []
    }
    for note in invoice.body.children where note.name == "DodatkowyOpis" {
      guard let key = note["Klucz"], key.value.lowercased().contains("paragon"),
        note["Wartosc"]?.value.contains(where: \.isNumber) == true
      else { continue }
      return [
        Trouble(
          key,
          Sentence(
            "A note names a receipt (\(key.quoted)), but the invoice isn't marked as one to a receipt (FP).",
            pl: "Dodatkowy opis wymienia paragon (\(key.quoted)), ale faktura nie ma znacznika FP."))
      ]
    }
    return []
  }
}
