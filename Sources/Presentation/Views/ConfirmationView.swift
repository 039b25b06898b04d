import Findings

/// The confirmation of a transaction, which says all that the invoice says and isn't the invoice.
///
/// Source: offline-rules, "Who gets which codes"; point-of-sale, "What may be printed".
extension Presenter {
  /// The head of the confirmation in place of the invoice's own.
  func confirmation(of invoice: Head) -> Head {
    var head = invoice
    head.kind = label(.confirmation)
    head.prominent = .kind
    head.notice = statutoryParagraphs(.notTheInvoice)
    return head
  }

  /// Sentences in the languages of the print, each on lines of its own, and in Polish on every print.
  private func statutoryParagraphs(_ term: Term) -> String {
    let words = label(term)
    let polish = languages.contains(.polish) ? nil : term.polish
    return [words.lead, words.second, polish].compactMap { $0 }.joined(separator: "\n")
  }
}
