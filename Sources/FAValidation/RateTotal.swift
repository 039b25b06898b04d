import FAInvoice

/// What the law sums up apart from the rest: the sales of one rate of tax.
struct RateGroup: Sendable {
  /// `6_1` in `P_13_6_1`.
  let suffix: String
  /// The rates as lines write them (`P_12`).
  let rates: [String]
  /// Whether an element for the tax belongs to the total (`P_14_…`).
  let isTaxed: Bool

  /// Net sales (`P_13_1`).
  var netName: String { "P_13_\(suffix)" }
  /// The tax (`P_14_1`).
  var taxName: String { "P_14_\(suffix)" }
  /// The tax in zloty, where the invoice is in another currency (`P_14_1W`).
  var zlotyName: String { "P_14_\(suffix)W" }

  private init(_ suffix: String, _ rates: [String], isTaxed: Bool = false) {
    self.suffix = suffix
    self.rates = rates
    self.isTaxed = isTaxed
  }

  /// In the order of the structure. FA(2) writes `0` and `np` where FA(3) tells the kinds apart.
  ///
  /// Source: XSD of FA(3), `Fa/P_13_1` to `P_13_11` and `TStawkaPodatku`.
  static let all = [
    RateGroup("1", ["23", "22"], isTaxed: true), RateGroup("2", ["8", "7"], isTaxed: true),
    RateGroup("3", ["5"], isTaxed: true), RateGroup("4", ["4", "3"], isTaxed: true),
    RateGroup("5", [], isTaxed: true), RateGroup("6_1", ["0 KR", "0"]), RateGroup("6_2", ["0 WDT", "0"]),
    RateGroup("6_3", ["0 EX", "0"]), RateGroup("7", ["zw"]), RateGroup("8", ["np I", "np"]),
    RateGroup("9", ["np II", "np"]), RateGroup("10", ["oo"]), RateGroup("11", []),
  ]

  /// Sales under the one-stop shop, taxed in another country (`P_13_5`).
  var isOneStopShop: Bool { suffix == "5" }
  /// Sales under the margin scheme (`P_13_11`), a gross amount.
  var isMargin: Bool { suffix == "11" }

  /// The rate in per cent of what isn't taxed.
  static let untaxed = ExactDecimal.zero
}

/// What an invoice says of the sales of one rate: the totals, and the lines that belong to them.
struct RateTotal {
  let group: RateGroup
  /// Net sales (`P_13_…`).
  let net: CheckedInvoice.Stated?
  /// The tax (`P_14_…`).
  let tax: CheckedInvoice.Stated?
  /// The tax in zloty (`P_14_…W`).
  let taxInZloty: CheckedInvoice.Stated?
  /// The positions of its lines among all.
  private(set) var lines: [Int] = []

  /// All totals and their lines, and whether each line found the one it belongs to.
  static func all(
    of lines: [CheckedInvoice.Line], stated: (String) -> CheckedInvoice.Stated?
  ) -> (totals: [RateTotal], isComplete: Bool) {
    var totals = RateGroup.all.map { group in
      RateTotal(
        group: group, net: stated(group.netName), tax: group.isTaxed ? stated(group.taxName) : nil,
        taxInZloty: group.isTaxed ? stated(group.zlotyName) : nil)
    }
    var known: [String: Int?] = [:]
    var isComplete = true
    for (index, line) in lines.enumerated() {
      let rate = line.foreignRate == nil ? line.rate ?? "" : RateTotal.foreign
      let found = known[rate] ?? position(of: rate, among: totals)
      known[rate] = .some(found)
      if let found { totals[found].lines.append(index) } else { isComplete = false }
    }
    return (totals, isComplete)
  }

  /// Stands for any rate of another country.
  private static let foreign = "P_12_XII"

  /// The total that a rate belongs to; nil where it can be several or none.
  private static func position(of rate: String, among totals: [RateTotal]) -> Int? {
    switch rate {
    case foreign: return totals.firstIndex { $0.group.isOneStopShop }
    // Only sales under the margin scheme may keep silent about their rate.
    case "": return totals.firstIndex { $0.group.isMargin && $0.net != nil }
    default:
      let fitting = totals.indices.filter { totals[$0].group.rates.contains(rate) }
      if fitting.count == 1 { return fitting[0] }
      let stated = fitting.filter { totals[$0].net != nil }
      return stated.count == 1 ? stated[0] : nil
    }
  }
}
