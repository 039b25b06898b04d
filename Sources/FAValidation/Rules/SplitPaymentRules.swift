import FAInvoice
import Findings

/// Rules on the split payment mechanism (mechanizm podzielonej płatności, `P_18A`).
extension Rule {
  static let splitPayment: [Rule] = [splitPaymentMissing, splitPaymentLikely]

  private static let splitPaymentMissing = Rule(
    CodeMeaning(
      "split-payment.mark-missing", .always(.warning),
      title: Sentence("Split payment without its words", pl: "Podzielona płatność bez adnotacji"),
      explanation: Sentence(
        """
        An invoice to a taxpayer over 15,000 zloty with a good or service of annex 15 (P_12_Zal_15) says "mechanizm \
        podzielonej płatności" (P_18A is 1); otherwise the seller is fined. An amount in another currency is converted by \
        the rate on the invoice.
        """,
        pl: """
          Faktura dla podatnika powyżej 15 000 zł z towarem lub usługą z załącznika nr 15 (P_12_Zal_15) zawiera wyrazy \
          „mechanizm podzielonej płatności” (P_18A ma 1); inaczej sprzedawcy grozi sankcja. Kwotę w walucie obcej \
          przelicza się po kursie z faktury.
          """),
      remedy: Sentence(
        "Set P_18A to 1.", pl: "Ustaw P_18A na 1."), source: LegalSource.act("106e ust. 1 pkt 18a"))
  ) { invoice in
    guard let mark = invoice.unsplitMark, let total = invoice.totalOverSplitLimit, let line = invoice.annexLine else {
      return []
    }
    return [
      Trouble(
        mark,
        Sentence(
          "The invoice is for \(total.inEnglish) \(invoice.currency) and has a line of annex 15 (\(line.name)), but P_18A says no.",
          pl:
            "Faktura opiewa na \(total.inPolish) \(invoice.currency) i ma pozycję z załącznika nr 15 (\(line.name)), ale P_18A mówi, że nie."
        ))
    ]
  }

  private static let splitPaymentLikely = Rule(
    CodeMeaning(
      "split-payment.look", .always(.info),
      title: Sentence("Split payment may be due", pl: "Możliwa podzielona płatność"),
      explanation: Sentence(
        """
        An invoice to a taxpayer over 15,000 zloty has a good whose GTU mark (02 fuel, 05 waste, 06 electronics, 07 \
        vehicles and parts, 08 metals) covers goods of annex 15 and others; whether it is one of them isn't in the file.
        """,
        pl: """
          Faktura dla podatnika powyżej 15 000 zł ma towar z oznaczeniem GTU (02 paliwa, 05 odpady, 06 elektronika, 07 \
          pojazdy i części, 08 metale), które obejmuje towary z załącznika nr 15, ale nie tylko; z pliku nie wynika, czy \
          to jeden z nich.
          """),
      remedy: Sentence(
        "If the good is in annex 15, set P_18A to 1.", pl: "Jeśli towar jest w załączniku nr 15, ustaw P_18A na 1."),
      source: LegalSource.act("106e ust. 1 pkt 18a"))
  ) { invoice in
    guard let mark = invoice.unsplitMark, let total = invoice.totalOverSplitLimit, invoice.annexLine == nil,
      let hint = invoice.lines.lazy.compactMap({ $0.element["GTU"] }).first(where: { Self.hints.contains($0.value) })
    else { return [] }
    return [
      Trouble(
        mark,
        Sentence(
          "The invoice is for \(total.inEnglish) \(invoice.currency) and has a line marked \(hint.quoted): is it a good of annex 15?",
          pl:
            "Faktura opiewa na \(total.inPolish) \(invoice.currency) i ma pozycję \(hint.quoted): czy to towar z załącznika nr 15?"
        ))
    ]
  }

  private static let hints: Set<String> = ["GTU_02", "GTU_05", "GTU_06", "GTU_07", "GTU_08"]
}

extension CheckedInvoice {
  /// `P_18A` where it says no on an invoice to a taxpayer that is no correction.
  fileprivate var unsplitMark: InvoiceElement? {
    guard !isCorrection, buyer?.value("NIP") != nil, let mark = part("Adnotacje")?["P_18A"], mark.value == "2" else {
      return nil
    }
    return mark
  }

  /// The total where it is over 15,000 zloty; nil also where its rate isn't known.
  fileprivate var totalOverSplitLimit: ExactDecimal? {
    guard let total = stated("P_15")?.amount else { return nil }
    let rate = currency == "PLN" ? ExactDecimal(mantissa: 1, scale: 0) : exchangeRate
    guard let rate, let inZloty = total.times(rate),
      let limit = ExactDecimal(mantissa: 15_000, scale: 0).times(units(ofRate: rate)), inZloty > limit
    else { return nil }
    return total
  }

  /// The rate of the invoice or of its first line.
  private var exchangeRate: ExactDecimal? { part("KursWalutyZ")?.amount ?? lines.first?.exchangeRate }

  /// The mark of annex 15 on a line of the invoice or of the order.
  fileprivate var annexLine: InvoiceElement? {
    for line in lines {
      if let mark = line.element["P_12_Zal_15"], mark.value == "1" { return mark }
    }
    for line in orderLines {
      if let mark = line.element["P_12Z_Zal_15"], mark.value == "1" { return mark }
    }
    return nil
  }
}
