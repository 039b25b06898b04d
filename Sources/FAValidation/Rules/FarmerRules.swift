import FAInvoice
import Findings

/// Rules on the arithmetic of an invoice for a flat-rate farmer's products (FA_RR).
extension Rule {
  static let farmers: [Rule] = [refund, farmerLineTotal, farmerSums, farmerTotal]

  private static let law = LegalSource.act("116 ust. 2")

  private static let refund = Rule(
    CodeMeaning(
      "farmer.refund", .always(.warning),
      title: Sentence("Flat-rate refund of a line", pl: "Zryczałtowany zwrot podatku pozycji"),
      explanation: Sentence(
        "The refund (P_10) is the value (P_8) times the rate (P_9), but for a rounding of 0.01.",
        pl: "Zwrot podatku (P_10) to wartość (P_8) razy stawka (P_9), z dokładnością do 0,01."),
      remedy: .correctFigures, source: law)
  ) { invoice in
    guard invoice.schema == .faRR1 else { return [] }
    return invoice.lines.compactMap { line in
      guard let value = line.net, let refund = line.tax, let rate = line.rate.flatMap(ExactDecimal.init),
        let computed = value.tax(at: rate), !refund.isWithin(.cent, of: computed)
      else { return nil }
      return Trouble(
        line.element["P_10"] ?? line.element,
        Sentence(
          """
          The refund (P_10) is \(refund.inEnglish), but \(rate.plainInEnglish)% of \(value.inEnglish) (P_8) make \
          \(computed.inEnglish).
          """,
          pl: """
            Zwrot podatku (P_10) to \(refund.inPolish), a \(rate.plainInPolish)% z \(value.inPolish) (P_8) daje \
            \(computed.inPolish).
            """))
    }
  }

  private static let farmerLineTotal = Rule(
    CodeMeaning(
      "farmer.line-total", .always(.warning),
      title: Sentence("Line's value with refund", pl: "Wartość pozycji ze zwrotem podatku"),
      explanation: Sentence(
        "The value with refund (P_11) is the value (P_8) and the refund (P_10), exactly.",
        pl: "Wartość ze zwrotem (P_11) to wartość (P_8) i zwrot podatku (P_10), co do grosza."),
      remedy: .correctFigures, source: law)
  ) { invoice in
    guard invoice.schema == .faRR1 else { return [] }
    return invoice.lines.compactMap { line in
      guard let value = line.net, let refund = line.tax, let gross = line.gross, gross != value + refund else {
        return nil
      }
      let sum = value + refund
      return Trouble(
        line.element["P_11"] ?? line.element,
        Sentence(
          "The value with refund (P_11) is \(gross.inEnglish), value and refund make \(sum.inEnglish).",
          pl: "Wartość ze zwrotem (P_11) to \(gross.inPolish), a wartość i zwrot dają \(sum.inPolish)."))
    }
  }

  private static let farmerSums = Rule(
    CodeMeaning(
      "farmer.sums", .always(.warning),
      title: Sentence("Sums of values and refunds", pl: "Sumy wartości i zwrotów podatku"),
      explanation: Sentence(
        """
        P_11_1 is the sum of the lines' values (P_8) and P_11_2 that of their refunds (P_10); on a correction the sum of \
        differences, or after less before. A difference of 0.01 for each line is accepted as rounding.
        """,
        pl: """
          P_11_1 jest sumą wartości pozycji (P_8), a P_11_2 sumą zwrotów (P_10); w korekcie sumą różnic albo różnicą stanu \
          po i przed. Różnica 0,01 na pozycję uchodzi za zaokrąglenie.
          """),
      remedy: .correctFigures, source: law)
  ) { invoice in
    guard invoice.schema == .faRR1, !invoice.lines.isEmpty else { return [] }
    let figures: [(name: String, figure: (CheckedInvoice.Line) -> ExactDecimal?)] = [
      ("P_11_1", { $0.net }), ("P_11_2", { $0.tax }),
    ]
    return figures.compactMap { name, figure in
      guard let stated = invoice.stated(name) else { return nil }
      var (before, after) = (ExactDecimal.zero, ExactDecimal.zero)
      for line in invoice.lines {
        guard let part = figure(line) else { return nil }
        if line.isBefore { before = before + part } else { after = after + part }
      }
      let tolerance = ExactDecimal.cents(invoice.lines.count)
      let fitting = invoice.isCorrection ? [after - before, after + before] : [after + before]
      guard !fitting.contains(where: { $0.isWithin(tolerance, of: stated.amount) }) else { return nil }
      return Trouble(
        stated.element,
        Sentence(
          "The sum \(name) is \(stated.amount.inEnglish), the lines make \(fitting[0].inEnglish).",
          pl: "Suma \(name) to \(stated.amount.inPolish), a pozycje dają \(fitting[0].inPolish)."))
    }
  }

  private static let farmerTotal = Rule(
    CodeMeaning(
      "farmer.total", .always(.warning),
      title: Sentence("Total with refund", pl: "Należność ze zwrotem podatku"),
      explanation: Sentence(
        "The total to pay (P_12_1) is the sum of values (P_11_1) and refunds (P_11_2), exactly.",
        pl: "Należność ogółem (P_12_1) to suma wartości (P_11_1) i zwrotów podatku (P_11_2), co do grosza."),
      remedy: .correctFigures, source: law)
  ) { invoice in
    guard invoice.schema == .faRR1, let total = invoice.stated("P_12_1"), let values = invoice.stated("P_11_1"),
      let refunds = invoice.stated("P_11_2"), total.amount != values.amount + refunds.amount
    else { return [] }
    let sum = values.amount + refunds.amount
    return [
      Trouble(
        total.element,
        Sentence(
          "The total to pay (P_12_1) is \(total.amount.inEnglish), values and refunds make \(sum.inEnglish).",
          pl: "Należność ogółem (P_12_1) to \(total.amount.inPolish), a wartości i zwroty dają \(sum.inPolish)."))
    ]
  }
}
