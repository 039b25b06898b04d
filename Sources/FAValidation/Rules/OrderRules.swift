import FAInvoice
import Findings

/// Rules on the order and the payments of an advance invoice (`Zamowienie`, `ZaliczkaCzesciowa`).
extension Rule {
  static let orders: [Rule] = [orderMissing, orderValue, orderTax, advanceAboveOrder, advanceParts]

  private static let orderMissing = Rule(
    CodeMeaning(
      "order.missing", .always(.warning),
      title: Sentence("Advance invoice without its order", pl: "Faktura zaliczkowa bez zamówienia"),
      explanation: Sentence(
        """
        An advance invoice (ZAL) shows what the payment is for: the goods or services ordered, their value and tax \
        (Zamowienie).
        """,
        pl: """
          Faktura zaliczkowa (ZAL) pokazuje, na co przyjęto zapłatę: zamówione towary lub usługi, ich wartość i podatek \
          (Zamowienie).
          """),
      remedy: Sentence(
        "State the order in Zamowienie, or issue an ordinary invoice (VAT).",
        pl: "Podaj zamówienie w części Zamowienie albo wystaw zwykłą fakturę (VAT)."),
      source: LegalSource.act("106f ust. 1 pkt 4"))
  ) { invoice in
    guard invoice.kind == "ZAL", !invoice.holds("Zamowienie"), let kind = invoice.part("RodzajFaktury") else {
      return []
    }
    return [
      Trouble(
        kind,
        Sentence(
          "The invoice documents an advance payment (ZAL) but doesn't show the order (Zamowienie).",
          pl: "Faktura dokumentuje zaliczkę (ZAL), ale nie pokazuje zamówienia (Zamowienie)."))
    ]
  }

  private static let orderValue = Rule(
    CodeMeaning(
      "order.value", .always(.warning),
      title: Sentence("Value of the order", pl: "Wartość zamówienia"),
      explanation: Sentence(
        """
        The order's value (WartoscZamowienia) is the sum of its lines with tax (P_11NettoZ and P_11VatZ); on a correction \
        that of the lines after it, or a difference. A difference of 0.01 for each line is accepted as rounding.
        """,
        pl: """
          Wartość zamówienia (WartoscZamowienia) jest sumą jego pozycji z podatkiem (P_11NettoZ i P_11VatZ); w korekcie \
          sumą pozycji po korekcie albo różnicą. Różnica 0,01 na pozycję uchodzi za zaokrąglenie.
          """),
      remedy: .correctFigures, source: LegalSource.act("106f ust. 1 pkt 4"))
  ) { invoice in
    // An order of which only the state before is shown leaves open what its value is.
    guard let stated = invoice.orderValue, invoice.orderLines.contains(where: { !$0.isBefore }),
      let gross = invoice.orderSums
    else { return [] }
    let tolerance = ExactDecimal.cents(invoice.orderLines.count)
    let fitting =
      invoice.isCorrection ? [gross.after, gross.after + gross.before, gross.after - gross.before] : [gross.after]
    guard !fitting.contains(where: { $0.isWithin(tolerance, of: stated.amount) }) else { return [] }
    return [
      Trouble(
        stated.element,
        Sentence(
          """
          The order's value (WartoscZamowienia) is \(stated.amount.inEnglish), its lines with tax make \
          \(gross.after.inEnglish).
          """,
          pl: """
            Wartość zamówienia (WartoscZamowienia) to \(stated.amount.inPolish), a jego pozycje z podatkiem dają \
            \(gross.after.inPolish).
            """))
    ]
  }

  private static let orderTax = Rule(
    CodeMeaning(
      "order.tax", .always(.warning),
      title: Sentence("Tax of an order's line", pl: "Podatek pozycji zamówienia"),
      explanation: Sentence(
        "The tax of an order's line (P_11VatZ) is its net value (P_11NettoZ) times its rate (P_12Z), but for 0.01.",
        pl:
          "Podatek pozycji zamówienia (P_11VatZ) to jej wartość netto (P_11NettoZ) razy stawka (P_12Z), z różnicą do 0,01."
      ),
      remedy: .correctFigures, source: LegalSource.act("106f ust. 1 pkt 4"))
  ) { invoice in
    invoice.orderLines.compactMap { line in
      guard let net = line.net, let tax = line.tax, let percentage = line.percentage,
        let computed = net.tax(at: percentage), !tax.isWithin(.cent, of: computed)
      else { return nil }
      return Trouble(
        line.element["P_11VatZ"] ?? line.element,
        Sentence(
          """
          The tax of the order's line (P_11VatZ) is \(tax.inEnglish), but \(percentage.plainInEnglish)% of \
          \(net.inEnglish) make \(computed.inEnglish).
          """,
          pl: """
            Podatek pozycji zamówienia (P_11VatZ) to \(tax.inPolish), a \(percentage.plainInPolish)% z \(net.inPolish) \
            daje \(computed.inPolish).
            """))
    }
  }

  private static let advanceAboveOrder = Rule(
    CodeMeaning(
      "order.advance", .always(.warning),
      title: Sentence("Advance payment above the order", pl: "Zaliczka wyższa niż zamówienie"),
      explanation: Sentence(
        "The payment that an advance invoice documents (P_15) is not higher than the order (WartoscZamowienia).",
        pl: "Zapłata, którą dokumentuje faktura zaliczkowa (P_15), nie przekracza zamówienia (WartoscZamowienia)."),
      remedy: .correctFigures, source: LegalSource.act("106f ust. 1"))
  ) { invoice in
    guard invoice.kind == "ZAL", let payment = invoice.stated("P_15"), let order = invoice.orderValue,
      order.amount + .cent < payment.amount
    else { return [] }
    return [
      Trouble(
        payment.element,
        Sentence(
          "The payment (P_15) is \(payment.amount.inEnglish), the whole order only \(order.amount.inEnglish).",
          pl: "Zapłata (P_15) to \(payment.amount.inPolish), a całe zamówienie tylko \(order.amount.inPolish)."))
    ]
  }

  private static let advanceParts = Rule(
    CodeMeaning(
      "advance.parts", .always(.warning),
      title: Sentence("Advance payments and total", pl: "Zaliczki i należność ogółem"),
      explanation: Sentence(
        """
        The payments that an invoice documents one by one (P_15Z) are parts of its total (P_15): on an advance invoice \
        they make it up, on others they are not more. Corrections aren't judged.
        """,
        pl: """
          Płatności wykazane osobno (P_15Z) składają się na należność ogółem (P_15): na fakturze zaliczkowej są jej równe, \
          na innych nie wyższe. Korekty nie są oceniane.
          """),
      remedy: .correctFigures, source: LegalSource.brochure)
  ) { invoice in
    guard !invoice.isCorrection, let total = invoice.stated("P_15"), invoice.holds("ZaliczkaCzesciowa") else {
      return []
    }
    let parts = invoice.body.all("ZaliczkaCzesciowa").map { $0.amount("P_15Z") }
    guard !parts.contains(nil) else { return [] }
    let sum = parts.compactMap { $0 }.reduce(.zero, +)
    guard total.amount < sum || invoice.kind == "ZAL" && sum != total.amount else { return [] }
    return [
      Trouble(
        total.element,
        Sentence(
          "The total (P_15) is \(total.amount.inEnglish), the payments in it (P_15Z) make \(sum.inEnglish).",
          pl: "Należność ogółem (P_15) to \(total.amount.inPolish), a płatności w niej (P_15Z) dają \(sum.inPolish)."))
    ]
  }
}

extension CheckedInvoice {
  /// The order's value (`WartoscZamowienia`).
  var orderValue: Stated? { part("Zamowienie")?["WartoscZamowienia"].flatMap(Stated.init) }

  /// The sums of the order's lines with tax; nil where a line doesn't say its part.
  var orderSums: (before: ExactDecimal, after: ExactDecimal)? {
    var (before, after) = (ExactDecimal.zero, ExactDecimal.zero)
    for line in orderLines {
      guard let net = line.net, let tax = line.tax ?? line.percentage.flatMap({ net.tax(at: $0) }) else { return nil }
      if line.isBefore { before = before + net + tax } else { after = after + net + tax }
    }
    return (before, after)
  }
}
