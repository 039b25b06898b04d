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
    /// Whether there is an element for the tax.
    var hasTax = false
    /// Whether that tax may be given in zloty too; one of another country isn't.
    var hasTaxInZloty = false
  }

  /// What the elements of one rate are called.
  private struct RateNames {
    /// `1` in `P_13_1`.
    let suffix: String
    /// The rates that the element stands for, as lines write them.
    var candidates: [String] = []
    var title: String?
    /// What the law calls the rate, where figures don't tell it.
    var legalName: Term?
    var note: Term?
    /// Whether there is an element for the tax (`P_14_…`).
    var hasTax = false

    static let all = [
      RateNames(suffix: "1", candidates: ["23", "22"], legalName: .standardRate, hasTax: true),
      RateNames(suffix: "2", candidates: ["8", "7"], legalName: .reducedRate, hasTax: true),
      RateNames(suffix: "3", candidates: ["5"], hasTax: true),
      RateNames(suffix: "4", candidates: ["4", "3"], note: .taxi, hasTax: true),
      RateNames(suffix: "5", title: "OSS", note: .oneStopShop, hasTax: true),
      RateNames(suffix: "6_1", title: "0\u{A0}%"),
      RateNames(suffix: "6_2", title: "0\u{A0}% WDT", note: .intraCommunity),
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
          taxInZloty: body.take("P_14_\(names.suffix)W"), gross: gross, hasTax: names.hasTax,
          hasTaxInZloty: names.hasTax && names.suffix != "5"))
    }
    // The margin scheme names sales with tax and shows no tax: the amount is a gross one.
    if let sales = body.take("P_13_11") {
      rows.append(RateRow(title: said(.margin), note: nil, net: nil, tax: nil, taxInZloty: nil, gross: sales))
    }
    return rows.isEmpty ? nil : table(rows)
  }

  private func table(_ rows: [RateRow]) -> Table {
    // Where no rate asks for many words the columns stand at equal distances: figures are read across.
    let isWordy = rows.contains { row in
      max(row.title.count, row.note.map(said)?.count ?? 0) > Presenter.charactersOfRate
    }
    let columns = [
      Table.Column(label(.rate), width: isWordy ? .rest : .natural), Table.Column(inCurrency(.net), .trailing),
      Table.Column(inCurrency(.vat), .trailing), Table.Column(label(.vatInZloty), .trailing),
      Table.Column(inCurrency(.gross), .trailing),
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
      // A sum of what is known isn't the sum of all.
      let taxedInPoland = rows.filter { row in
        row.hasTaxInZloty && (row.taxInZloty != nil || row.tax.flatMap(ExactDecimal.init)?.mantissa != 0)
      }
      let sums = [
        completeSum(rows.map(\.net)), completeSum(rows.filter(\.hasTax).map(\.tax)),
        completeSum(taxedInPoland.map(\.taxInZloty)),
        completeSum(rows.map(\.gross)),
      ]
      printed.append(Table.Row(cells(Table.Cell(said(.total)), sums), kind: .total))
    }
    return Table(columns: columns, rows: printed).withoutEmptyColumns
  }

  /// "23 % lub 22 %" is a rate, "zwolnione" a note; more are words, which may wrap.
  private static let charactersOfRate = 20

  /// "Net EUR"
  private func inCurrency(_ term: Term) -> Label {
    let title = label(term)
    guard !currency.isEmpty else { return title }
    return Label("\(title.lead)\u{A0}\(currency)", second: title.second.map { "\($0)\u{A0}\(currency)" })
  }

  /// The sum where every part is known.
  private func completeSum(_ parts: [String?]) -> String? {
    parts.contains(nil) ? nil : exactSum(parts.compactMap { $0 })
  }

  /// The actual rate: as the lines say, else as tax and net say, else all that the element may mean. A rate that may be
  /// the wrong one is never named alone.
  private func title(_ names: RateNames, net: String, tax: String?, facts: LineFacts) -> String {
    if let title = names.title {
      let special = names.suffix == "5" ? facts.special : []
      return [title, joined(special, by: .and)].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let fitting = fitting(names.candidates, net: net, tax: tax, roundings: roundings(facts))
    let seen = facts.among(names.candidates)
    // Lines and figures that contradict each other are both heard.
    if !seen.isEmpty, fitting.isEmpty || fitting.contains(where: seen.contains) { return joined(seen, by: .and) }
    if let legalName = names.legalName, [net, tax ?? "0"].allSatisfy({ ExactDecimal($0)?.mantissa == 0 }) {
      return said(legalName)
    }
    return joined(seen.isEmpty && fitting.count == 1 ? fitting : names.candidates, by: .or)
  }

  private func joined(_ rates: [String], by word: Term) -> String {
    rates.map(printedPercentage).joined(separator: " \(leading(word)) ")
  }

  /// The rates that net and tax can speak of: those that they fit to a hundredth for each time that tax was rounded.
  private func fitting(_ rates: [String], net: String, tax: String?, roundings: Int) -> [String] {
    rates.filter { rate in
      distance(from: rate, net: net, tax: tax).map { $0 <= Self.hundredth * Int128(roundings) } ?? false
    }
  }

  /// How often tax may have been rounded before it was added up: for each line, corrected invoice or payment.
  private func roundings(_ facts: LineFacts) -> Int {
    max(1, facts.lines + body.children("DaneFaKorygowanej").count + body.children("ZaliczkaCzesciowa").count)
  }

  /// A hundredth, as `distance` counts.
  private static let hundredth: Int128 = 100 * 100

  /// How far tax is from net times rate, in millionths.
  private func distance(from rate: String, net: String, tax: String?) -> Int128? {
    guard let rate = Int128(rate), let net = ExactDecimal(net), let tax = tax.flatMap(ExactDecimal.init),
      net.scale <= 4, tax.scale <= 4
    else { return nil }
    let difference = tax.mantissa(at: 4) * 100 - net.mantissa(at: 4) * rate
    return difference < 0 ? -difference : difference
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
