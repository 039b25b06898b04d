import FAInvoice
import Findings

/// Rules on the arithmetic of lines.
extension Rule {
  static let lineFigures: [Rule] = [
    netValue, grossValue, lineTax, negativeQuantity, negativePrice,
  ]

  private static let netValue = Rule(
    CodeMeaning(
      "line.net", .always(.warning),
      title: Sentence("Net value of a line", pl: "Wartość netto pozycji"),
      explanation: Sentence(
        """
        The net value (P_11) is quantity (P_8B) times net price (P_9A) less discount (P_10, of the line or of each unit); \
        on an FA_RR P_8 is P_6B times P_7. Accepted are 0.01, and for each unit half of the price's last decimal place, \
        because prices are often rounded for showing. Corrections are judged where they state lines before and after.
        """,
        pl: """
          Wartość netto (P_11) to ilość (P_8B) razy cena netto (P_9A) minus rabat (P_10, od pozycji albo od jednostki); \
          w FA_RR P_8 to P_6B razy P_7. Dopuszcza się 0,01 oraz na każdą jednostkę połowę ostatniego miejsca ceny, bo ceny \
          często są zaokrąglone do pokazania. Korekty są oceniane, gdy mają pozycje przed korektą i po niej.
          """),
      remedy: .correctFigures, source: LegalSource.act("106e ust. 1 pkt 8-11"))
  ) { invoice in
    let isFarmer = invoice.schema == .faRR1
    let names = isFarmer ? (value: "P_8", quantity: "P_6B", price: "P_7") : ("P_11", "P_8B", "P_9A")
    let order = (value: "P_11NettoZ", quantity: "P_8BZ", price: "P_9AZ")
    return invoice.linesToCompute.compactMap { line in
      let trouble = differingValue(line.element, line.quantity, line.netPrice, line.discount, line.net, names)
      // One discount is taken from net figures or from gross ones.
      guard trouble != nil, !isFarmer, line.discount != nil, fits(grossOf: line) else { return trouble }
      return nil
    }
      + invoice.orderLinesToCompute.compactMap { line in
        differingValue(line.element, line.quantity, line.price, nil, line.net, order)
      }
  }

  private static let grossValue = Rule(
    CodeMeaning(
      "line.gross", .always(.warning),
      title: Sentence("Gross value of a line", pl: "Wartość brutto pozycji"),
      explanation: Sentence(
        """
        The gross value (P_11A) is quantity (P_8B) times gross price (P_9B) less discount (P_10), with the tolerance of \
        line.net. On a line with net and gross figures one discount is enough: it fits the ones or the others.
        """,
        pl: """
          Wartość brutto (P_11A) to ilość (P_8B) razy cena brutto (P_9B) minus rabat (P_10), z tolerancją jak w line.net. \
          W pozycji z kwotami netto i brutto rabat pasuje do jednych albo do drugich.
          """),
      remedy: .correctFigures, source: LegalSource.act("106e ust. 7"))
  ) { invoice in
    guard invoice.schema != .faRR1 else { return [] }
    return invoice.linesToCompute.compactMap { line in
      let trouble = differingGross(line)
      guard trouble != nil, line.discount != nil, line.netPrice != nil, line.net != nil else { return trouble }
      let net = differingValue(
        line.element, line.quantity, line.netPrice, line.discount, line.net, ("P_11", "P_8B", "P_9A"))
      return net == nil ? nil : trouble
    }
  }

  private static func differingGross(_ line: CheckedInvoice.Line) -> Trouble? {
    differingValue(line.element, line.quantity, line.grossPrice, line.discount, line.gross, ("P_11A", "P_8B", "P_9B"))
  }

  /// Whether a line states gross figures and they fit each other.
  private static func fits(grossOf line: CheckedInvoice.Line) -> Bool {
    line.quantity != nil && line.grossPrice != nil && line.gross != nil && differingGross(line) == nil
  }

  private static func differingValue(
    _ line: InvoiceElement, _ quantity: ExactDecimal?, _ price: ExactDecimal?, _ discount: ExactDecimal?,
    _ value: ExactDecimal?, _ names: (value: String, quantity: String, price: String)
  ) -> Trouble? {
    guard let quantity, let price, let value, let product = quantity.times(price) else { return nil }
    // Most lines fit at once.
    if discount == nil, product.isWithin(.cent, of: value) { return nil }
    let halfPlace = ExactDecimal(mantissa: 5, scale: max(2, price.scale) + 1)
    guard let slack = quantity.magnitude.times(halfPlace), let perUnit = quantity.times(discount ?? .zero) else {
      return nil
    }
    let tolerance = slack + .cent
    let computed = product - (discount ?? .zero)
    if computed.isWithin(tolerance, of: value) || (product - perUnit).isWithin(tolerance, of: value) { return nil }
    let less = discount.map { (" less \($0.inEnglish) (P_10)", " minus \($0.inPolish) (P_10)") } ?? ("", "")
    return Trouble(
      line[names.value] ?? line,
      Sentence(
        """
        The line's value (\(names.value)) is \(value.inEnglish), but \(quantity.plainInEnglish) (\(names.quantity)) × \
        \(price.inEnglish) (\(names.price))\(less.0) make \(computed.inEnglish).
        """,
        pl: """
          Wartość pozycji (\(names.value)) to \(value.inPolish), a \(quantity.plainInPolish) (\(names.quantity)) × \
          \(price.inPolish) (\(names.price))\(less.1) daje \(computed.inPolish).
          """))
  }

  private static let lineTax = Rule(
    CodeMeaning(
      "line.tax", .always(.warning),
      title: Sentence("Net, tax and gross of a line", pl: "Netto, podatek i brutto pozycji"),
      explanation: Sentence(
        """
        Where a line states two or three of net value (P_11), tax (P_11Vat) and gross value (P_11A), they fit each other \
        and its rate (P_12), but for a rounding of 0.01.
        """,
        pl: """
          Gdy pozycja podaje dwie lub trzy z kwot: netto (P_11), podatek (P_11Vat) i brutto (P_11A), pasują one do siebie \
          i do stawki (P_12) z dokładnością do 0,01.
          """),
      remedy: .correctFigures, source: LegalSource.act("106e ust. 7-10"))
  ) { invoice in
    guard invoice.schema != .faRR1 else { return [] }
    return invoice.lines.compactMap { line in
      // A tax where there is none is another rule's.
      guard let percentage = line.percentage, line.tax == nil || !percentage.isZero else { return nil }
      if let net = line.net, let tax = net.tax(at: percentage) {
        if let stated = line.tax, !stated.isWithin(.cent, of: tax) {
          return differing(line.element, "P_11Vat", stated, computed: tax)
        }
        let gross = net + (line.tax ?? tax)
        if let stated = line.gross, !stated.isWithin(.cent, of: gross) {
          return differing(line.element, "P_11A", stated, computed: gross)
        }
      } else if let gross = line.gross, let stated = line.tax, let tax = gross.taxInside(at: percentage),
        !stated.isWithin(.cent, of: tax)
      {
        return differing(line.element, "P_11Vat", stated, computed: tax)
      }
      return nil
    }
  }

  private static func differing(
    _ line: InvoiceElement, _ name: String, _ stated: ExactDecimal, computed: ExactDecimal
  ) -> Trouble {
    Trouble(
      line[name] ?? line,
      Sentence(
        "The line states \(stated.inEnglish) (\(name)); its other figures make \(computed.inEnglish).",
        pl: "Pozycja podaje \(stated.inPolish) (\(name)), a z jej pozostałych kwot wynika \(computed.inPolish)."))
  }

  private static let negativeQuantity = Rule(
    CodeMeaning(
      "line.negative-quantity", .always(.info),
      title: Sentence("Negative quantity outside a correction", pl: "Ujemna ilość poza korektą"),
      explanation: Sentence(
        """
        A line with a negative quantity (P_8B) is a way to show a discount, a settlement or packaging that comes back; \
        goods sold on another invoice come back on a correction.
        """,
        pl: """
          Pozycja z ujemną ilością (P_8B) bywa sposobem na rabat, rozliczenie albo zwrot opakowań; zwrot towaru \
          sprzedanego na innej fakturze wymaga faktury korygującej.
          """),
      remedy: Sentence(
        "If goods of another invoice come back, issue a correcting invoice (KOR).",
        pl: "Jeśli to zwrot towaru z innej faktury, wystaw fakturę korygującą (KOR)."),
      source: LegalSource.brochure)
  ) { invoice in
    guard !invoice.isCorrection, !invoice.kind.isEmpty else { return [] }
    let name = invoice.schema == .faRR1 ? "P_6B" : "P_8B"
    return invoice.lines.compactMap { line in
      guard let quantity = line.quantity, quantity.isNegative else { return nil }
      return Trouble(
        line.element[name] ?? line.element,
        Sentence(
          "The line sells \(quantity.plainInEnglish) (\(name)), but the invoice corrects nothing.",
          pl: "Pozycja ma ilość \(quantity.plainInPolish) (\(name)), a faktura niczego nie koryguje."))
    }
  }

  private static let negativePrice = Rule(
    CodeMeaning(
      "line.negative-price", .always(.info),
      title: Sentence("Negative price outside a correction", pl: "Ujemna cena poza korektą"),
      explanation: Sentence(
        "A line with a negative price (P_9A, P_9B) is a way to show a discount; the field for discounts is P_10.",
        pl: "Pozycja z ujemną ceną (P_9A, P_9B) bywa sposobem na rabat; polem rabatu jest P_10."),
      remedy: Sentence(
        "Show discounts in P_10 or in the price.", pl: "Pokaż rabat w polu P_10 albo w cenie."),
      source: LegalSource.act("106e ust. 1 pkt 9-10"))
  ) { invoice in
    guard !invoice.isCorrection, !invoice.kind.isEmpty else { return [] }
    return invoice.lines.compactMap { line in
      guard let price = line.netPrice ?? line.grossPrice, price.isNegative else { return nil }
      let name = invoice.schema == .faRR1 ? "P_7" : line.netPrice == nil ? "P_9B" : "P_9A"
      return Trouble(
        line.element[name] ?? line.element,
        Sentence(
          "The price (\(name)) is \(price.inEnglish), but the invoice corrects nothing.",
          pl: "Cena (\(name)) to \(price.inPolish), a faktura niczego nie koryguje."))
    }
  }
}

extension CheckedInvoice {
  /// The lines whose value is quantity times price; on a correction only those that show whole states.
  fileprivate var linesToCompute: [Line] {
    !isCorrection || lines.contains(where: \.isBefore) ? lines : []
  }

  /// The order's lines whose value is quantity times price.
  fileprivate var orderLinesToCompute: [OrderLine] {
    !isCorrection || orderLines.contains(where: \.isBefore) ? orderLines : []
  }
}
