import FAInvoice
import KSeFIdentifiers

/// All values of an invoice's leaves, by what a print may show them as.
struct InvoiceLeaves {
  private(set) var amounts: Set<ExactDecimal> = []
  private(set) var dates: Set<CalendarDate> = []
  private(set) var identifiers: Set<String> = []
  /// Digits of bank accounts.
  private(set) var accounts: Set<String> = []
  /// Of documents and accounts, and all words as long as the invoice's own number.
  private(set) var numbers: Set<String> = []
  /// The length of the invoice's own number.
  let wantedLength: Int?

  init(wantedLength: Int?) { self.wantedLength = wantedLength }

  /// Walks an element; the reader has bounded the document's depth.
  mutating func collect(_ element: InvoiceElement) {
    guard element.isLeaf else {
      for child in element.children { collect(child) }
      return
    }
    let text = element.textWithoutPadding
    guard text.hasDigit else { return }
    if let amount = ExactDecimal(text) {
      amounts.insert(amount)
      amounts.insert(-amount)
    }
    if let date = CalendarDate(iso: String(text.prefix(10))) { dates.insert(date) }
    if ["NIP", "NrVatUE", "NrID"].contains(element.name) || (text.utf8.count == 10 && text.isDigits) {
      identifiers.insert(text.solid)
    }
    if element.name == "NrRB" {
      let account = text.solid.filter { $0 != "-" }
      accounts.insert(account.hasPrefix("PL") ? String(account.dropFirst(2)) : account)
    }
    if element.name.hasPrefix("Nr"), text.utf8.count <= 256 { numbers.insert(text.solid) }
    // A text that mentions numbers is known word by word.
    for word in text.split(whereSeparator: \.isWhitespace) {
      let spelled = String(String(word).solid.bare)
      if spelled.unicodeScalars.count == wantedLength { numbers.insert(spelled) }
    }
  }
}

/// What follows from an invoice's amounts without being among them.
struct InvoiceArithmetic {
  /// What may stand as the amount to be paid: the total, and what payments, charges and deductions leave of it.
  private(set) var due: Set<ExactDecimal> = []
  /// Gross values and sums.
  private(set) var sums: Set<ExactDecimal> = []

  init(body: InvoiceElement?, total: ExactDecimal?, rates: [InvoiceFacts.RateSum]) {
    guard let body else { return }
    addDue(body, total: total)
    for rate in rates { if let tax = rate.tax { sums.insert(rate.net + tax) } }
    let net = rates.reduce(ExactDecimal.zero) { $0 + $1.net }
    let tax = rates.compactMap(\.tax).reduce(.zero, +)
    // Sales at a margin, which may be summed with the rest.
    let margin = body.amount("P_13_11") ?? .zero
    sums.formUnion([net, tax, net + tax, net + margin, net + tax + margin])
    addLines(body)
  }

  private mutating func addDue(_ body: InvoiceElement, total: ExactDecimal?) {
    guard let total else { return }
    due.insert(total)
    let settlement = body["Rozliczenie"]
    for name in ["DoZaplaty", "DoRozliczenia"] {
      if let amount = settlement?.amount(name) { due.formUnion([amount, -amount]) }
    }
    let payment = body["Platnosc"]
    let parts = payment?.all("ZaplataCzesciowa").compactMap { $0.amount("KwotaZaplatyCzesciowej") } ?? []
    if !parts.isEmpty {
      let paid = parts.reduce(ExactDecimal.zero, +)
      due.insert(total - paid)
      if let after = settlement?.amount("DoZaplaty") { due.insert(after - paid) }
    }
    let isPaid = payment?["Zaplacono"]?.textWithoutPadding == "1"
    if isPaid || payment?["ZnacznikZaplatyCzesciowej"]?.textWithoutPadding == "2" { due.insert(.zero) }
    // A correction that gives money back is often printed without its sign.
    if total < .zero { due.insert(-total) }
    due.formUnion(body.all("ZaliczkaCzesciowa").compactMap { $0.amount("P_15Z") })
    if let before = body.amount("P_15ZK") { due.formUnion([before, before + total]) }
  }

  private mutating func addLines(_ body: InvoiceElement) {
    var columns: [String: ExactDecimal] = [:]
    for line in body.all("FaWiersz") + body.all("FakturaRRWiersz") {
      for name in ["P_8B", "P_11", "P_11A", "P_11Vat", "P_6B"] {
        if let amount = line.amount(name) { columns[name] = (columns[name] ?? .zero) + amount }
      }
      guard let net = line.amount("P_11") else { continue }
      let rate = line["P_12"].flatMap { ExactDecimal($0.textWithoutPadding) }
      let tax =
        line.amount("P_11Vat")
        ?? rate.flatMap { net.scaled(by: $0.mantissa(at: 10), over: 1_000_000_000_000, decimals: 2) }
      if let tax { sums.formUnion([tax, net + tax]) }
    }
    sums.formUnion(columns.values)
  }
}
