import FAInvoice
import InvoiceTemplate

/// VAT summary, total, payment and annotations.
extension Presenter {
  /// Payment and annotations on the left; the sums, the amount due and what is paid of it on the right.
  func summaryBlocks(facts: LineFacts) -> [Block] {
    let left = paymentBlocks() + annotationBlocks()
    let sums = names.isFarmer ? farmerSums() : vatTable(facts: facts)
    let isWide = sums.map { $0.charactersAcross > Presenter.charactersOfHalfAPage } ?? false
    let table = sums.map { [Block.table($0)] } ?? []
    let right = (isWide ? [] : table) + rateOfExchange(facts) + totalBlocks()
    var blocks = isWide ? table : []
    if right.isEmpty {
      blocks += left
    } else {
      blocks.append(.columns([left, right], shares: [0.48, 0.52]))
    }
    return blocks + paymentDocumentBlocks() + newVehicleBlocks()
  }

  /// Sums with more characters across than this would be broken inside their digits in half of a page.
  private static let charactersOfHalfAPage = 44

  /// The sums of an FA_RR: value, refund and total, in zloty too where the invoice is in another currency.
  private func farmerSums() -> Table? {
    let lines: [(term: Term, name: String)] = [(.productsValue, "P_11_1"), (.flatRateRefund, "P_11_2")]
    let rows = lines.compactMap { line -> (Term, String, String?)? in
      body.take(line.name).map { (line.term, $0, body.take(line.name + "W")) }
    }
    guard !rows.isEmpty else { return nil }
    let inZloty = rows.contains { $0.2 != nil }
    var columns = [
      Table.Column(Label(""), width: .rest),
      Table.Column(currency.isEmpty ? label(.amount) : Label(currency), .trailing),
    ]
    if inZloty { columns.append(Table.Column(Label("PLN"), .trailing)) }
    return Table(
      columns: columns,
      rows: rows.map { term, amount, zloty in
        var cells = [Table.Cell(said(term)), Table.Cell(printedAmount(amount))]
        if inZloty { cells.append(Table.Cell(zloty.map { printedAmount($0) } ?? "")) }
        return Table.Row(cells)
      })
  }

  /// The invoice's exchange rate and the one that all lines share.
  private func rateOfExchange(_ facts: LineFacts) -> [Block] {
    // Beside the rate before a correction it stands with the amounts.
    let whole = body.has("KursWalutyZK") ? nil : body.take("KursWalutyZ").map(printedQuantity)
    var blocks: [Block] = []
    append(
      .facts,
      [
        field(.exchangeRate, whole),
        field(whole == nil ? .exchangeRate : .exchangeRateOfLines, facts.shared[.exchangeRate].map(printedQuantity)),
      ], to: &blocks)
    return blocks
  }

  /// The total, what was before a correction, the settlement, and the one amount that is to be found first.
  private func totalBlocks() -> [Block] {
    let written = body.take(names.total)
    var blocks = correctedTotalBlocks(correction: written)
    let total = written.map { printedAmount($0, currency) }
    // Amounts carry the currency; it counts as said once the total does.
    if total != nil { _ = body.take("KodWaluty") }
    let ending = PaymentState(of: body.group("Platnosc"))
    let settlement = body.group("Rozliczenie")
    let due = settlement?.take("DoZaplaty")
    let toSettle = settlement?.take("DoRozliczenia")
    let isSettled = due != nil || toSettle != nil
    // With charges and deductions but without their result, nobody knows what is due.
    let asksForTotal = ending == .open && settlement == nil && !totalCountsPayments
    if let settlement {
      blocks += settlementBlocks(settlement, total: isSettled ? field(plainTotalTitle, total) : nil)
    }
    if isSettled {
      if let due {
        blocks.append(
          .amountDue(
            label: label(ending == .open ? .amountDue : .dueAfterSettlement), amount: printedAmount(due, currency)))
      }
      if let toSettle { blocks.append(.amountDue(label: label(.toSettle), amount: printedAmount(toSettle, currency))) }
    } else if let total {
      let title = asksForTotal ? kind?.totalTitle ?? .totalAmount : plainTotalTitle
      blocks.append(.amountDue(label: label(title), amount: total))
    }
    switch ending {
    case .open: break
    case .paid(let day): blocks.append(.text(day.map { "\(said(.paidOn)) \($0)" } ?? said(.paid), .strong))
    case .paidInPart: blocks.append(.text(said(.paidInPart), .strong))
    case .paidInParts: blocks.append(.text(said(.paidInParts), .strong))
    }
    blocks += partialPaymentBlocks(ending)
    append(
      .list,
      [
        field(.inZloty, body.take("P_12_1W").map { printedAmount($0, "PLN") }),
        field(.inWords, body.take("P_12_2")),
      ], to: &blocks)
    return blocks
  }

  /// A settlement invoice that documents payments received before delivery, too, counts them in its total.
  ///
  /// Source: XSD element `ZaliczkaCzesciowa`.
  var totalCountsPayments: Bool { kind == .settlement && body.has("ZaliczkaCzesciowa") }

  /// What the total is called where it asks nobody to pay.
  private var plainTotalTitle: Term {
    guard let kind else { return .totalAmount }
    return kind.totalTitle == .amountDue || kind.totalTitle == .remainsDue ? .totalAmount : kind.totalTitle
  }

}
