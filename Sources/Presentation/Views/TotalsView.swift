import InvoiceTemplate

/// What leads to the amount: the one before a correction, charges and deductions.
extension Presenter {
  /// The amount before a correction (`P_15ZK`), the correction (`P_15`), and the amount after it, which the invoice
  /// doesn't name: it is computed, and says so. With their exchange rates where the one before is given. On a document
  /// that corrects nothing `P_15` is no correction, and nothing is computed.
  func correctedTotalBlocks(correction: String?) -> [Block] {
    let before = body.take("P_15ZK")
    let rateBefore = body.take("KursWalutyZK").map(printedQuantity)
    guard before != nil || rateBefore != nil else { return [] }
    let rateAfter = rateBefore == nil ? nil : body.take("KursWalutyZ").map(printedQuantity)
    let correction = kind?.isCorrection == true ? correction : nil
    let after = [before, correction].compactMap { $0 }
    let amountAfter = after.count == 2 ? exactSum(after) : nil
    let states: [(Term, String?, String?)] = [
      (.beforeCorrection, before, rateBefore), (.correctionItself, correction, nil),
      (amountAfter == nil ? .afterCorrection : .afterCorrectionComputed, amountAfter, rateAfter),
    ]
    let columns = [
      Table.Column(label(kind?.amountTitle ?? .totalAmount), width: .rest),
      Table.Column(label(.exchangeRate), .trailing), Table.Column(label(.amount), .trailing),
    ]
    let rows = states.filter { $0.1 != nil || $0.2 != nil }.map { state, amount, rate in
      Table.Row([
        Table.Cell(said(state)), Table.Cell(rate ?? ""),
        Table.Cell(amount.map { printedAmount($0, currency) } ?? ""),
      ])
    }
    return [.table(Table(columns: columns, rows: rows).withoutEmptyColumns)]
  }

  /// From the invoice's total over charges and deductions (`Rozliczenie`) to what is left to pay.
  func settlementBlocks(_ settlement: Group, total: Field?) -> [Block] {
    let money = { (text: String) in printedAmount(text, currency) }
    var rows: [Table.Row] = []
    if let total { rows.append(Table.Row([Table.Cell(total.label?.text ?? ""), Table.Cell(total.value)])) }
    for (name, sum, heading, title) in [
      ("Obciazenia", "SumaObciazen", Term.chargesHeading, Term.charges),
      ("Odliczenia", "SumaOdliczen", .deductionsHeading, .deductions),
    ] {
      let items = settlement.groups(name).map { item in
        Table.Row([Table.Cell(item.take("Powod") ?? ""), Table.Cell(item.take("Kwota").map(money) ?? "")])
      }
      if !items.isEmpty { rows += [Table.Row([Table.Cell(said(heading))], kind: .group)] + items }
      if let total = settlement.take(sum) {
        rows.append(Table.Row([Table.Cell(said(title)), Table.Cell(money(total))], kind: .total))
      }
    }
    guard !rows.isEmpty else { return [] }
    let columns = [Table.Column(label(.settlement), width: .rest), Table.Column(label(.amount), .trailing)]
    return [.table(Table(columns: columns, rows: rows))]
  }
}
