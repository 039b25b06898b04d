import FAInvoice

extension CheckedInvoice {
  /// A line, its figures read once.
  struct Line {
    let element: InvoiceElement
    /// The number of the line (`NrWierszaFa`).
    private(set) var number: String?
    /// The rate of tax as it is written (`P_12`; of an FA_RR `P_9`).
    private(set) var rate: String?
    /// The rate of another country's tax in per cent (`P_12_XII`).
    private(set) var foreignRate: ExactDecimal?
    /// How many (`P_8B`; of an FA_RR `P_6B`).
    private(set) var quantity: ExactDecimal?
    /// The net price of one (`P_9A`; of an FA_RR `P_7`).
    private(set) var netPrice: ExactDecimal?
    /// The gross price of one (`P_9B`).
    private(set) var grossPrice: ExactDecimal?
    /// The discount (`P_10`).
    private(set) var discount: ExactDecimal?
    /// The net value (`P_11`; of an FA_RR `P_8`).
    private(set) var net: ExactDecimal?
    /// The gross value (`P_11A`; of an FA_RR `P_11`).
    private(set) var gross: ExactDecimal?
    /// The tax (`P_11Vat`; of an FA_RR the flat-rate refund `P_10`).
    private(set) var tax: ExactDecimal?
    /// The rate at which tax was converted to zloty (`KursWaluty`).
    private(set) var exchangeRate: ExactDecimal?
    /// Whether it states how the line was before a correction (`StanPrzed`).
    private(set) var isBefore = false

    /// Reads a line of FA(3) or FA(2).
    init(_ element: InvoiceElement) {
      self.element = element
      for child in element.children {
        switch child.name {
        case "P_12": rate = child.value
        case "P_12_XII": foreignRate = child.amount
        case "P_8B": quantity = child.amount
        case "P_9A": netPrice = child.amount
        case "P_9B": grossPrice = child.amount
        case "P_10": discount = child.amount
        case "P_11": net = child.amount
        case "P_11A": gross = child.amount
        case "P_11Vat": tax = child.amount
        default: readShared(child)
        }
      }
    }

    /// Reads a line of an FA_RR.
    init(farmer element: InvoiceElement) {
      self.element = element
      for child in element.children {
        switch child.name {
        case "P_6B": quantity = child.amount
        case "P_7": netPrice = child.amount
        case "P_8": net = child.amount
        case "P_9": rate = child.value
        case "P_10": tax = child.amount
        case "P_11": gross = child.amount
        default: readShared(child)
        }
      }
    }

    private mutating func readShared(_ child: InvoiceElement) {
      switch child.name {
      case "NrWierszaFa": number = child.value
      case "KursWaluty": exchangeRate = child.amount
      case "StanPrzed": isBefore = child.value == "1"
      default: break
      }
    }
  }
}

extension CheckedInvoice.Line {
  /// The rate in per cent: nought where none is charged, nil where it isn't known.
  var percentage: ExactDecimal? {
    if let foreignRate { return foreignRate }
    guard let rate, !rate.isEmpty else { return nil }
    return ExactDecimal(rate) ?? RateGroup.untaxed
  }

  /// What the line adds to the net total of its rate: its net value, or its gross value without the tax in it; nil where
  /// it has neither.
  var netValue: ExactDecimal? {
    if let net { return net }
    guard let gross else { return nil }
    // Sales under the margin scheme state no rate, and their total is a gross one.
    guard let percentage else { return gross }
    return (tax ?? gross.taxInside(at: percentage)).map { gross - $0 }
  }

  /// What the line adds to the tax of its rate, as it states it or computed and rounded for this line alone.
  var taxValue: ExactDecimal? {
    if let tax { return tax }
    guard let percentage else { return nil }
    return net.flatMap { $0.tax(at: percentage) } ?? gross.flatMap { $0.taxInside(at: percentage) }
  }
}

extension ExactDecimal {
  /// The tax on this net amount at a rate in per cent, rounded to two decimals.
  func tax(at percentage: ExactDecimal) -> ExactDecimal? {
    guard let whole = ExactDecimal.whole(at: percentage.scale) else { return nil }
    return scaled(by: percentage.mantissa, over: whole, decimals: 2)
  }

  /// The tax inside this gross amount at a rate in per cent, rounded to two decimals.
  func taxInside(at percentage: ExactDecimal) -> ExactDecimal? {
    guard percentage.mantissa >= 0, let whole = ExactDecimal.whole(at: percentage.scale) else { return nil }
    return scaled(by: percentage.mantissa, over: whole + percentage.mantissa, decimals: 2)
  }

  /// A hundred per cent as a mantissa of so many decimals; nil for more than a number that is read can have.
  private static func whole(at scale: Int) -> Int128? {
    scale <= 10 ? ExactDecimal(mantissa: 100, scale: 0).mantissa(at: scale) : nil
  }

  /// A hundredth of the currency.
  static let cent = ExactDecimal(mantissa: 1, scale: 2)

  /// So many hundredths.
  static func cents(_ count: Int) -> ExactDecimal { ExactDecimal(mantissa: Int128(count), scale: 2) }

  /// Whether another number is no farther away than this.
  func isWithin(_ tolerance: ExactDecimal, of other: ExactDecimal) -> Bool { (self - other).magnitude <= tolerance }

  var isZero: Bool { mantissa == 0 }
  var isNegative: Bool { mantissa < 0 }
}
