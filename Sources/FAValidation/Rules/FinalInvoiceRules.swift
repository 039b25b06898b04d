import FAInvoice
import Findings

/// Rules on the invoice that settles advances (`RodzajFaktury` ROZ).
extension Rule {
  static let finalInvoices: [Rule] = [advanceInvoiceMissing, moreThanOrdered]

  private static let advanceInvoiceMissing = Rule(
    CodeMeaning(
      "final.advance-missing", .always(.warning),
      title: Sentence("Final invoice without advance invoices", pl: "Faktura rozliczeniowa bez zaliczkowych"),
      explanation: Sentence(
        "A final invoice (ROZ) names the advance invoices whose payments it settles (FakturaZaliczkowa).",
        pl: "Faktura rozliczeniowa (ROZ) wymienia faktury zaliczkowe, które rozlicza (FakturaZaliczkowa)."),
      remedy: Sentence(
        "Name the advance invoices, or issue an ordinary invoice (VAT).",
        pl: "Wymień faktury zaliczkowe albo wystaw zwykłą fakturę (VAT)."),
      source: LegalSource.act("106f ust. 3"))
  ) { invoice in
    guard invoice.kind == "ROZ", !invoice.holds("FakturaZaliczkowa"), let kind = invoice.part("RodzajFaktury") else {
      return []
    }
    return [
      Trouble(
        kind,
        Sentence(
          "The invoice settles advances (ROZ) but names no advance invoice (FakturaZaliczkowa).",
          pl: "Faktura rozlicza zaliczki (ROZ), ale nie wymienia żadnej faktury zaliczkowej (FakturaZaliczkowa)."))
    ]
  }

  private static let moreThanOrdered = Rule(
    CodeMeaning(
      "final.above-lines", .always(.warning),
      title: Sentence("Final invoice asks for more than its lines", pl: "Rozliczenie wyższe niż pozycje"),
      explanation: Sentence(
        """
        The lines of a final invoice (ROZ) show the whole order, its net totals (P_13) what is left after the advances; \
        no total is higher than the lines of its rate. A difference of 0.01 for each line is accepted as rounding.
        """,
        pl: """
          Pozycje faktury rozliczeniowej (ROZ) pokazują całe zamówienie, a sumy netto (P_13) to, co zostało po zaliczkach; \
          żadna suma nie jest wyższa niż pozycje jej stawki. Różnica 0,01 na pozycję uchodzi za zaokrąglenie.
          """),
      remedy: .correctFigures, source: LegalSource.act("106f ust. 3"))
  ) { invoice in
    guard invoice.kind == "ROZ", invoice.linesHaveRates, !invoice.lines.isEmpty else { return [] }
    return invoice.rates.compactMap { rate in
      guard let net = rate.net, !net.amount.isNegative, let sum = invoice.sum(of: rate, \.netValue),
        sum + .cents(max(1, rate.lines.count)) < net.amount
      else { return nil }
      let name = rate.group.netName
      return Trouble(
        net.element,
        Sentence(
          "The total \(name) is \(net.amount.inEnglish), the lines of its rate make only \(sum.inEnglish).",
          pl: "Suma \(name) to \(net.amount.inPolish), a pozycje z jej stawką dają tylko \(sum.inPolish)."))
    }
  }
}
