import InvoiceTemplate

/// What a correction corrects, and why; what an advance or settlement invoice refers to.
extension Presenter {
  func correctionBlocks() -> [Block] {
    var blocks: [Block] = []
    append(
      .list,
      [
        field(.correctionReason, body.take("PrzyczynaKorekty")),
        field(.correctionEffect, meaning("TypKorekty", in: body, Term.effect)),
        field(.correctedPeriod, body.take("OkresFaKorygowanej")),
        field(.rightNumber, body.take("NrFaKorygowany")),
      ], to: &blocks)

    let corrected = body.groups("DaneFaKorygowanej").map { invoice -> Table.Row in
      let number = ksefNumber(invoice, flag: "NrKSeF", absent: "NrKSeFN", number: "NrKSeFFaKorygowanej")
      return Table.Row([
        Table.Cell(invoice.take("NrFaKorygowanej") ?? ""),
        Table.Cell(invoice.take("DataWystFaKorygowanej").map(printedDate) ?? ""), Table.Cell(number),
      ])
    }
    if !corrected.isEmpty {
      let columns = [
        Table.Column(label(.correctedInvoice), width: .rest), Table.Column(label(.issueDate)),
        Table.Column(label(.ksefNumber)),
      ]
      blocks.append(Table(columns: columns, rows: corrected).block)
    }

    blocks += correctedPartyBlocks()
    return blocks
  }

  /// Earlier advance invoices (`FakturaZaliczkowa`) and payments in parts (`ZaliczkaCzesciowa`).
  func advanceBlocks() -> [Block] {
    var blocks: [Block] = []
    let invoices = body.groups("FakturaZaliczkowa").map { invoice -> Table.Row in
      let number = ksefNumber(invoice, flag: nil, absent: "NrKSeFZN", number: "NrKSeFFaZaliczkowej")
      return Table.Row([Table.Cell(invoice.take("NrFaZaliczkowej") ?? ""), Table.Cell(number)])
    }
    if !invoices.isEmpty {
      let columns = [Table.Column(label(.advanceInvoice), width: .rest), Table.Column(label(.ksefNumber))]
      blocks.append(.heading(label(.advanceInvoices)))
      blocks.append(Table(columns: columns, rows: invoices).block)
    }
    let payments = body.groups("ZaliczkaCzesciowa").map { payment in
      Table.Row([
        Table.Cell(payment.take("P_6Z").map(printedDate) ?? ""),
        Table.Cell(payment.take("P_15Z").map { printedAmount($0, currency) } ?? ""),
        Table.Cell(payment.take("KursWalutyZW").map(printedQuantity) ?? ""),
      ])
    }
    if !payments.isEmpty {
      let columns = [
        Table.Column(label(.paymentReceived), width: .rest),
        Table.Column(label(kind?.isCorrection == true ? .correctionOfAdvance : .amount), .trailing),
        Table.Column(label(.exchangeRate), .trailing),
      ]
      blocks.append(.heading(label(.advancePayments)))
      blocks.append(Table(columns: columns, rows: payments).block)
    }
    return blocks
  }

  /// A KSeF number, or the words that the invoice was issued outside KSeF.
  private func ksefNumber(_ invoice: Group, flag: String?, absent: String, number: String) -> String {
    if let flag { invoice.skip(flag) }
    let isOutside = invoice.flag(absent)
    return invoice.take(number) ?? (isOutside ? said(.outsideKSeF) : "")
  }
}
