import FAInvoice
import Findings

/// Rules on what an invoice declares of itself (`Adnotacje`) and what its lines and totals show.
///
/// Corrections are left out: their lines show only what changed.
extension Rule {
  static let annotations: [Rule] = [
    reverseChargeUnmarked, reverseChargeUnused, exemptionUnmarked, exemptionUnused, marginUnmarked, marginUnused,
  ]

  private static let reverseChargeUnmarked = Rule(
    CodeMeaning(
      "reverse-charge.mark-missing", .always(.warning),
      title: Sentence("Reverse charge without its words", pl: "Odwrotne obciążenie bez adnotacji"),
      explanation: Sentence(
        "Where the buyer settles the tax (rate oo, P_13_10), the invoice says \"odwrotne obciążenie\" (P_18 is 1).",
        pl:
          "Gdy podatek rozlicza nabywca (stawka oo, P_13_10), faktura zawiera wyrazy „odwrotne obciążenie” (P_18 ma 1)."
      ),
      remedy: Sentence(
        "Set P_18 to 1, or correct the rate of tax.", pl: "Ustaw P_18 na 1 albo popraw stawkę podatku."),
      source: LegalSource.act("106e ust. 1 pkt 18"))
  ) { invoice in
    guard let annotations = invoice.judgedAnnotations, let mark = annotations["P_18"], mark.value == "2",
      let sale = invoice.sale(at: ["oo"], in: ["P_13_10"])
    else { return [] }
    return [
      Trouble(
        mark,
        Sentence(
          "The invoice has a sale under reverse charge (\(sale.shown)), but P_18 says no.",
          pl: "Na fakturze jest sprzedaż z odwrotnym obciążeniem (\(sale.shown)), ale P_18 mówi, że nie ma."))
    ]
  }

  private static let reverseChargeUnused = Rule(
    CodeMeaning(
      "reverse-charge.no-sale", .always(.warning),
      title: Sentence("Reverse charge without such a sale", pl: "Odwrotne obciążenie bez takiej sprzedaży"),
      explanation: Sentence(
        """
        P_18 is 1, but no line and no total tells of a sale whose tax the buyer settles: rates oo, np I, np II; P_13_8, \
        P_13_9, P_13_10. Simplified triangular transactions (P_23) aren't judged.
        """,
        pl: """
          P_18 ma wartość 1, ale żadna pozycja ani suma nie mówi o sprzedaży, którą rozlicza nabywca: stawki oo, np I, \
          np II; P_13_8, P_13_9, P_13_10. Nie dotyczy uproszczonej procedury trójstronnej (P_23).
          """),
      remedy: Sentence(
        "Set P_18 to 2, or correct the rate of tax.", pl: "Ustaw P_18 na 2 albo popraw stawkę podatku."),
      source: LegalSource.act("106e ust. 1 pkt 18"))
  ) { invoice in
    guard let annotations = invoice.judgedAnnotations, let mark = annotations["P_18"], mark.value == "1",
      !annotations.flag("P_23"), invoice.sale(at: ["oo", "np I", "np II"], in: ["P_13_8", "P_13_9", "P_13_10"]) == nil
    else { return [] }
    return [
      Trouble(
        mark,
        Sentence(
          "The invoice says \"odwrotne obciążenie\" (P_18), but nothing on it is sold that way.",
          pl: "Faktura ma adnotację „odwrotne obciążenie” (P_18), ale nic na niej nie jest tak sprzedane."))
    ]
  }

  private static let exemptionUnmarked = Rule(
    CodeMeaning(
      "exemption.basis-missing", .always(.warning),
      title: Sentence("Exempt sale without its legal basis", pl: "Sprzedaż zwolniona bez podstawy prawnej"),
      explanation: Sentence(
        "A sale exempt from tax (rate zw, P_13_7) is marked by P_19, and one of P_19A, P_19B, P_19C names the provision.",
        pl:
          "Sprzedaż zwolnioną (stawka zw, P_13_7) oznacza się przez P_19, a jedno z P_19A, P_19B, P_19C podaje przepis."
      ),
      remedy: Sentence(
        "Set P_19 to 1 and name the provision, or correct the rate of tax.",
        pl: "Ustaw P_19 na 1 i podaj przepis albo popraw stawkę podatku."),
      source: LegalSource.act("106e ust. 1 pkt 19"))
  ) { invoice in
    guard let exemption = invoice.judgedAnnotations?["Zwolnienie"], !exemption.flag("P_19"),
      let sale = invoice.sale(at: ["zw"], in: ["P_13_7"])
    else { return [] }
    return [
      Trouble(
        exemption,
        Sentence(
          "The invoice has a sale exempt from tax (\(sale.shown)), but no provision is named (P_19).",
          pl: "Na fakturze jest sprzedaż zwolniona od podatku (\(sale.shown)), ale nie podano przepisu (P_19)."))
    ]
  }

  private static let exemptionUnused = Rule(
    CodeMeaning(
      "exemption.no-sale", .always(.warning),
      title: Sentence("Legal basis without an exempt sale", pl: "Podstawa zwolnienia bez sprzedaży zwolnionej"),
      explanation: Sentence(
        "P_19 names a provision that exempts from tax, but no line (zw) and no total (P_13_7) tells of such a sale.",
        pl:
          "P_19 podaje przepis zwalniający od podatku, ale żadna pozycja (zw) ani suma (P_13_7) nie mówi o takiej sprzedaży."
      ),
      remedy: Sentence(
        "Set P_19N instead, or correct the rate of tax.", pl: "Ustaw P_19N albo popraw stawkę podatku."),
      source: LegalSource.act("106e ust. 1 pkt 19"))
  ) { invoice in
    guard let exemption = invoice.judgedAnnotations?["Zwolnienie"], let mark = exemption["P_19"], mark.value == "1",
      invoice.sale(at: ["zw"], in: ["P_13_7"]) == nil
    else { return [] }
    return [
      Trouble(
        mark,
        Sentence(
          "The invoice names a provision that exempts from tax (P_19), but nothing on it is exempt.",
          pl: "Faktura podaje przepis zwalniający od podatku (P_19), ale nic na niej nie jest zwolnione."))
    ]
  }

  private static let marginUnmarked = Rule(
    CodeMeaning(
      "margin.mark-missing", .always(.warning),
      title: Sentence("Margin scheme without its words", pl: "Procedura marży bez adnotacji"),
      explanation: Sentence(
        "Where P_13_11 has a sale under the margin scheme, PMarzy says which scheme it is.",
        pl: "Gdy w P_13_11 jest sprzedaż w procedurze marży, PMarzy mówi, która to procedura."),
      remedy: Sentence(
        "Set P_PMarzy and the scheme, or put the sale into the total of its rate.",
        pl: "Ustaw P_PMarzy i rodzaj procedury albo przenieś sprzedaż do sumy właściwej stawki."),
      source: LegalSource.act("106e ust. 2 i 3"))
  ) { invoice in
    guard let margin = invoice.judgedAnnotations?["PMarzy"], !margin.flag("P_PMarzy"),
      let sale = invoice.sale(at: [], in: ["P_13_11"])
    else { return [] }
    return [
      Trouble(
        margin,
        Sentence(
          "The invoice has a sale under the margin scheme (\(sale.shown)), but PMarzy says that it has none.",
          pl: "Na fakturze jest sprzedaż w procedurze marży (\(sale.shown)), ale PMarzy mówi, że jej nie ma."))
    ]
  }

  private static let marginUnused = Rule(
    CodeMeaning(
      "margin.no-sale", .always(.warning),
      title: Sentence("Margin scheme without its total", pl: "Procedura marży bez sumy"),
      explanation: Sentence(
        """
        An invoice under the margin scheme (P_PMarzy) has its sales in P_13_11; only a final invoice (ROZ) may have nothing \
        left there.
        """,
        pl: """
          Faktura w procedurze marży (P_PMarzy) wykazuje sprzedaż w P_13_11; tylko na fakturze rozliczeniowej (ROZ) może \
          tam już nic nie zostać.
          """),
      remedy: Sentence(
        "State the sales in P_13_11, or set P_PMarzyN.", pl: "Wykaż sprzedaż w P_13_11 albo ustaw P_PMarzyN."),
      source: LegalSource.schema("P_13_11"))
  ) { invoice in
    guard invoice.kind != "ROZ", let mark = invoice.judgedAnnotations?["PMarzy"]?["P_PMarzy"], mark.value == "1",
      invoice.sale(at: [], in: ["P_13_11"]) == nil
    else { return [] }
    return [
      Trouble(
        mark,
        Sentence(
          "The invoice is under the margin scheme (P_PMarzy), but P_13_11 has no sales.",
          pl: "Faktura jest w procedurze marży (P_PMarzy), ale P_13_11 nie wykazuje sprzedaży."))
    ]
  }
}

extension CheckedInvoice {
  /// The annotations of an invoice whose lines or totals show all that was sold: none of corrections, none of simplified
  /// invoices, which may leave both out.
  fileprivate var judgedAnnotations: InvoiceElement? {
    isCorrection || kind == "UPR" ? nil : part("Adnotacje")
  }
}

extension InvoiceElement {
  /// A name and its value: `P_13_7 100.00`.
  fileprivate var shown: String { "\(name) \(quoted)" }
}
