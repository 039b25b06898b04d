import InvoiceTemplate

/// Whether anything is left to pay, as the invoice says.
enum PaymentState: Hashable {
  case open
  /// Paid, on that day where it is known.
  case paid(on: String?)
  case paidInPart
  /// Paid in full, by several payments.
  case paidInParts

  init(of payment: Group?) {
    guard let payment else {
      self = .open
      return
    }
    if payment.flag("Zaplacono") {
      self = .paid(on: payment.take("DataZaplaty").map(printedDate))
      return
    }
    switch payment.code("ZnacznikZaplatyCzesciowej", among: ["1", "2"]) {
    case "1": self = .paidInPart
    case "2": self = .paidInParts
    default: self = .open
    }
  }
}

/// How and when to pay (`Platnosc`).
extension Presenter {
  func paymentBlocks() -> [Block] {
    // Without payment data nobody is told where to pay: the code says why it isn't there.
    guard let payment = body.group("Platnosc") else { return paymentCodeBlocks() }
    var blocks: [Block] = []
    blocks += formAndDueDates(payment)
    for account in names.accounts {
      for group in payment.groups(account.name) { blocks += accountBlocks(group, title: account.title) }
    }
    blocks += paymentCodeBlocks()
    if let discount = payment.group("Skonto") {
      append(
        .list,
        [
          field(.discountForEarlyPayment, discount.take("WysokoscSkonta")),
          field(.discountConditions, discount.take("WarunkiSkonta")),
        ], to: &blocks)
    }
    append(.list, [field(.paymentIdentifier, payment.take("IPKSeF"))], to: &blocks)
    if let link = payment.take("LinkDoPlatnosci") {
      let isWeb = link.hasPrefix("https://") || link.hasPrefix("http://")
      blocks.append(.list([Field(label(.paymentLink), link, link: isWeb ? link : nil)]))
    }
    return blocks.isEmpty ? [] : [.heading(label(.payment))] + blocks
  }

  /// "Przelew, termin 15.02.2026"; several due dates, and two languages, ask for a list.
  private func formAndDueDates(_ payment: Group) -> [Block] {
    let form = paymentForm(payment)
    let dates = payment.groups("TerminPlatnosci").compactMap(dueDate)
    guard dates.count > 1 || isBilingual && !dates.isEmpty else {
      let parts = [form, dates.first.map { "\(said(.due)) \($0)" }].compactMap { $0 }
      return parts.isEmpty ? [] : [.text(parts.joined(separator: ", "), .text)]
    }
    return (form.map { [.text($0, .text)] } ?? []) + [.list(dates.map { Field(label(.dueDate), $0) })]
  }

  /// A due date, its description, or both.
  private func dueDate(_ term: Group) -> String? {
    var parts = [term.take("Termin").map(printedDate), term.take("TerminOpis")]
    if let words = term.group("TerminOpis") {
      let pieces = [words.take("Ilosc"), words.take("Jednostka"), words.take("ZdarzeniePoczatkowe")]
      let joined = pieces.compactMap { $0 }.joined(separator: " ")
      parts.append(joined.isEmpty ? nil : joined)
    }
    let said = parts.compactMap { $0 }
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }

  /// The means of payment in words; the invoice's own words where it is another.
  private func paymentForm(_ group: Group) -> String? {
    if let form = meaning("FormaPlatnosci", in: group, { Term.paymentForm($0, farmer: names.isFarmer) }) { return form }
    let other = group.flag("PlatnoscInna")
    return group.take("OpisPlatnosci") ?? (other ? said(.otherPayment) : nil)
  }

  /// A bank account: whose it is where that isn't the seller's, the number in groups, bank and SWIFT under it.
  private func accountBlocks(_ account: Group, title: Term?) -> [Block] {
    var blocks: [Block] = []
    if let number = account.take("NrRB").map(printedAccount) {
      blocks.append(title.map { .list([Field(label($0), number)]) } ?? .text(number, .text))
    }
    append(
      .facts,
      [
        account.take("NazwaBanku").map { Field(nil, $0, role: .small) },
        field(.swift, account.take("SWIFT"), role: .small),
        field(.accountDescription, account.take("OpisRachunku"), role: .small),
        meaning("RachunekWlasnyBanku", in: account, Term.bankAccountPurpose).map { Field(nil, $0, role: .small) },
      ], to: &blocks)
    return blocks
  }

  /// Payments made so far (`ZaplataCzesciowa`), under the words that say that there are some.
  func partialPaymentBlocks(_ state: PaymentState) -> [Block] {
    let payments = body.group("Platnosc")?.groups("ZaplataCzesciowa") ?? []
    guard !payments.isEmpty else { return [] }
    let rows = payments.map { payment in
      Table.Row([
        Table.Cell(payment.take("DataZaplatyCzesciowej").map(printedDate) ?? ""),
        Table.Cell(paymentForm(payment) ?? ""),
        Table.Cell(payment.take("KwotaZaplatyCzesciowej").map { printedAmount($0, currency) } ?? ""),
      ])
    }
    let columns = [
      Table.Column(label(.dateOfPayment), isUnbroken: true), Table.Column(label(.paymentForm), width: .rest),
      Table.Column(label(.amount), .trailing),
    ]
    let saysSo = state == .paidInPart || state == .paidInParts
    return (saysSo ? [] : [.heading(label(.partialPayments))]) + [Table(columns: columns, rows: rows).block]
  }

  /// The documents of payment of an FA_RR (`DokumentZaplaty`).
  func paymentDocumentBlocks() -> [Block] {
    let documents = body.groups("DokumentZaplaty").compactMap { document -> String? in
      let day = document.take("DataDokumentu").map { "\(leading(.dated)) \(printedDate($0))" }
      let parts = [document.take("NrDokumentu"), day].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
    return documents.isEmpty ? [] : [.list([Field(label(.paymentDocuments), documents.joined(separator: ", "))])]
  }
}
