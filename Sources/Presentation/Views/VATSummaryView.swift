import FAInvoice
import InvoiceTemplate

/// The summary of net sales and tax by rate (`P_13_…`, `P_14_…`).
extension Presenter {
  /// A row of the summary before it is printed.
  private struct RateRow {
    let title: String
    let note: Term?
    let net: String?
    let tax: String?
    let taxInZloty: String?
    let gross: String?
  }

  /// What the elements of one rate are called.
  private struct RateNames {
    /// `1` in `P_13_1`.
    let suffix: String
    /// The rates that the element stands for, as lines write them.
    var candidates: [String] = []
    var title: String?
    var note: Term?
    /// Whether there is an element for the tax (`P_14_…`).
    var hasTax = false

    static let all = [
      RateNames(suffix: "1", candidates: ["23", "22"], hasTax: true),
      RateNames(suffix: "2", candidates: ["8", "7"], hasTax: true),
      RateNames(suffix: "3", candidates: ["5"], hasTax: true),
      RateNames(suffix: "4", candidates: ["4", "3"], note: .taxi, hasTax: true),
      RateNames(suffix: "5", title: "OSS", hasTax: true),
      RateNames(suffix: "6_1", title: "0\u{A0}%"),
      RateNames(suffix: "6_2", title: "0\u{A0}% WDT"),
      RateNames(suffix: "6_3", title: "0\u{A0}%", note: .export),
      RateNames(suffix: "7", title: "zw", note: .exempt),
      RateNames(suffix: "8", title: "np I", note: .outsidePoland),
      RateNames(suffix: "9", title: "np II", note: .servicesInUnion),
      RateNames(suffix: "10", title: "oo", note: .reverseCharge),
    ]
  }

  /// The table of rates with its sum; nil where the invoice has no amounts by rate.
  func vatTable(facts: LineFacts) -> Table? {
    var rows: [RateRow] = []
    for names in RateNames.all {
      guard let net = body.take("P_13_\(names.suffix)") else { continue }
      let tax = body.take("P_14_\(names.suffix)")
      let gross = names.hasTax ? tax.flatMap { exactSum([net, $0]) } : net
      rows.append(
        RateRow(
          title: title(names, net: net, tax: tax, facts: facts), note: names.note, net: net, tax: tax,
          taxInZloty: body.take("P_14_\(names.suffix)W"), gross: gross))
    }
    // The margin scheme names sales with tax and shows no tax: the amount is a gross one.
    if let sales = body.take("P_13_11") {
      rows.append(RateRow(title: said(.margin), note: nil, net: nil, tax: nil, taxInZloty: nil, gross: sales))
    }
    return rows.isEmpty ? nil : table(rows)
  }

  private func table(_ rows: [RateRow]) -> Table {
    let columns = [
      Table.Column(label(.rate), width: .rest), Table.Column(label(.net), .trailing),
      Table.Column(label(.vat), .trailing), Table.Column(label(.vatInZloty), .trailing),
      Table.Column(label(.gross), .trailing),
    ]

    func cells(_ title: Table.Cell, _ amounts: [String?]) -> [Table.Cell] {
      [title] + amounts.map { Table.Cell($0.map { printedAmount($0) } ?? "") }
    }
    var printed = rows.map { row in
      Table.Row(
        cells(
          Table.Cell(row.title, secondary: row.note.map(said)), [row.net, row.tax, row.taxInZloty, row.gross]))
    }
    if rows.count > 1 {
      let complete = rows.allSatisfy { $0.gross != nil }
      let sums = [
        exactSum(rows.compactMap(\.net)), exactSum(rows.compactMap(\.tax)), exactSum(rows.compactMap(\.taxInZloty)),
        complete ? exactSum(rows.compactMap(\.gross)) : nil,
      ]
      printed.append(Table.Row(cells(Table.Cell(said(.total)), sums), kind: .total))
    }
    return Table(columns: columns, rows: printed).withoutEmptyColumns
  }

  /// The actual rate: as the lines say, else as tax and net say, else all that the element may mean.
  private func title(_ names: RateNames, net: String, tax: String?, facts: LineFacts) -> String {
    if let title = names.title {
      let special = names.suffix == "5" ? facts.special : []
      return ([title] + special.map(printedPercentage)).joined(separator: " ")
    }
    let seen = facts.among(names.candidates)
    if !seen.isEmpty { return seen.map(printedPercentage).joined(separator: " \(leading(.and)) ") }
    let fitting = names.candidates.filter { fits($0, net: net, tax: tax) }
    let possible = fitting.count == 1 ? fitting : names.candidates
    return possible.map(printedPercentage).joined(separator: " \(leading(.or)) ")
  }

  /// Whether tax is net times rate, give or take a hundredth.
  private func fits(_ rate: String, net: String, tax: String?) -> Bool {
    guard let rate = Int128(rate), let net = ExactDecimal(net), let tax = tax.flatMap(ExactDecimal.init),
      net.scale <= 4, tax.scale <= 4
    else { return false }
    let difference = tax.mantissa(at: 4) * 100 - net.mantissa(at: 4) * rate
    return difference.magnitude <= 100 * 100
  }
}

/// The exact sum of decimal numbers; nil where there are none or one isn't a number.
func exactSum(_ texts: [String]) -> String? {
  guard !texts.isEmpty else { return nil }
  var sum = ExactDecimal(mantissa: 0, scale: 0)
  for text in texts {
    guard let number = ExactDecimal(text) else { return nil }
    sum = sum + number
  }
  return sum.text
}
