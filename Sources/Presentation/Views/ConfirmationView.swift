import InvoiceTemplate

/// The confirmation of a transaction, which says all that the invoice says and isn't the invoice.
///
/// Source: offline-rules, "Who gets which codes"; point-of-sale, "What may be printed".
extension Presenter {
  /// The head of the confirmation in place of the invoice's own.
  func confirmation(of invoice: Head) -> Head {
    var head = invoice
    head.kind = label(.confirmation)
    head.prominent = .kind
    head.notice = statutoryLines(.notTheInvoice)
    return head
  }
}
