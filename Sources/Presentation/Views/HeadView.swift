import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks

/// Head, dates, codes and footer.
extension Presenter {
  /// Whose document it is, of what kind and number.
  func head() -> Head {
    let issuer = root.group(names.issuer)?.group("DaneIdentyfikacyjne")
    let number = body.take(names.number) ?? ""
    let kindElement = body.child("RodzajFaktury")
    let rawKind = body.take("RodzajFaktury")
    if kind == nil, let kindElement, let rawKind { reading.reportUnknownCode(rawKind, at: kindElement) }
    let title =
      kind.map { label($0 == .correction && correctsSeveral ? .collectiveCorrection : $0.title) }
      ?? Label([leading(.invoice), rawKind ?? ""].joined(separator: " "))
    return Head(
      issuer: shortened(issuer?.take("Nazwa") ?? ""),
      issuerDetail: [field(.taxNumber, issuer?.take("NIP"))].compactMap { $0 }, kind: title, number: number)
  }

  /// A name as the head has room for it: one of several lines ends in an ellipsis there, and stands in full among the
  /// parties.
  private func shortened(_ name: String) -> String {
    guard name.count > Presenter.longestNameInHead else { return name }
    let beginning = name.prefix(Presenter.longestNameInHead)
    let words = beginning.split(separator: " ").dropLast()
    return (words.isEmpty ? String(beginning) : words.joined(separator: " ")) + "…"
  }

  /// In characters: about three lines.
  private static let longestNameInHead = 110

  /// Corrects the supplies of a period, or several invoices at once.
  private var correctsSeveral: Bool {
    body.has("OkresFaKorygowanej") || body.children("DaneFaKorygowanej").count > 1
  }

  /// Date of issue, date or period of delivery, place, mode.
  ///
  /// - Parameter invoice: the head of the invoice, whose kind and number a confirmation names here.
  func dateBlocks(of invoice: Head, facts: LineFacts) -> [Block] {
    var fields: [Field?] = []
    if printed == .confirmation {
      let name = [invoice.kind.text, invoice.number].filter { !$0.isEmpty }.joined(separator: " ")
      fields.append(field(.concerns, name))
    }
    fields.append(field(.issueDate, body.take(names.issueDate).map(printedDate)))
    let delivery = body.take(names.deliveryDate).map(printedDate)
    fields.append(field(kind?.isAdvance == true ? .paymentReceived : names.deliveryTitle, delivery))
    fields.append(field(delivery == nil ? names.deliveryTitle : .deliveryOfLines, facts.shared[.date].map(printedDate)))
    if let period = body.group("OkresFa") {
      let bounds = [period.take("P_6_Od"), period.take("P_6_Do")].compactMap { $0.map(printedDate) }
      fields.append(field(.deliveryPeriod, bounds.isEmpty ? nil : bounds.joined(separator: " – ")))
    }
    fields.append(field(.placeOfIssue, body.take("P_1M")))
    if case .offline = codes { fields.append(Field(label(.mode), "OFFLINE")) }
    let present = fields.compactMap { $0 }
    // Four in a row; five or six in two rows of much the same length, rather than one alone under four.
    return present.isEmpty ? [] : [.grid(present, columns: present.count == 5 || present.count == 6 ? 3 : 4)]
  }

  /// The verification codes in print order.
  ///
  /// Source: verification-codes, "When which code is printed".
  func printedCodes() -> [Code] {
    switch codes {
    case .offline(let invoice, let certificate):
      [
        Code(link: invoice.text, caption: "OFFLINE", purpose: label(.checkInvoice)),
        Code(link: certificate.text, caption: "CERTYFIKAT", purpose: label(.checkIssuer)),
      ]
    case .awaitingNumber(let invoice):
      [Code(link: invoice.text, caption: "OFFLINE", purpose: label(.checkInvoice))]
    case .accepted(let invoice, let number):
      [Code(link: invoice.text, caption: number.text, purpose: label(.checkInvoice))]
    case nil: []
    }
  }

  /// Kind and number of the document, and the number that KSeF gave it, for the pages after the first.
  func runningHead(_ head: Head) -> RunningHead {
    let title = [head.kind.lead, head.number].filter { !$0.isEmpty }.joined(separator: " ")
    guard case .accepted(_, let number) = codes else { return RunningHead(title: title) }
    return RunningHead(title: title, ksefNumber: Field(label(.ksefNumber), number.text))
  }

  /// The program that made the document; its number stands at the head of every page.
  func footer() -> Footer {
    let header = root.group("Naglowek")
    let program = header?.take("SystemInfo")
    return Footer(left: program.map { "\(leading(.madeWith)) \($0)" } ?? "", centre: "")
  }
}
