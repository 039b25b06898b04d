import FAInvoice
import KSeFIdentifiers

/// What an invoice's XML says that a print of it must say, too.
struct InvoiceFacts: Sendable {
  /// Seller or buyer.
  struct Party: Sendable {
    let name: String?
    /// NIP, EU VAT number or another tax number, as written: `1111111111`, `DE123456789`.
    let identifier: String?
    /// The identifier is a NIP.
    let hasNIP: Bool
  }

  /// Net and tax at a rate.
  struct RateSum: Sendable, Hashable {
    /// `P_13_…`, `P_11_1`.
    let net: ExactDecimal
    /// `P_14_…`, `P_11_2`; nil where the rate has none.
    let tax: ExactDecimal?
  }

  /// `Podmiot1`; on an FA_RR the farmer.
  let seller: Party
  /// `Podmiot2`.
  let buyer: Party
  /// `P_2`; on an FA_RR `P_4C`.
  let number: String?
  /// `P_1`; on an FA_RR `P_4B`.
  let issueDate: CalendarDate?
  /// `P_15`; on an FA_RR `P_12_1`.
  let total: ExactDecimal?
  /// `KodWaluty`.
  let currency: String
  /// The kinds whose total is what the whole invoice comes to: neither a correction nor an advance nor its settlement.
  let isPlainSale: Bool
  /// One for each rate with sales.
  let rates: [RateSum]
  /// The amounts that may stand as what is to be paid.
  let dueAmounts: Set<ExactDecimal>
  /// All numbers in the XML, and what follows from them: sums, gross values.
  let knownAmounts: Set<ExactDecimal>
  /// All days in the XML.
  let knownDates: Set<CalendarDate>
  /// All values of `NIP` and other tax numbers in the XML, digits and letters only.
  let knownIdentifiers: Set<String>
  /// The digits of all bank accounts in the XML (`NrRB`), without the country.
  let accounts: Set<String>
  /// All other numbers of documents in the XML, and whatever might be taken for one.
  let knownNumbers: Set<String>

  /// Reads them once; a document that isn't valid has fewer.
  init(_ document: FADocument) {
    let (root, body) = (document.root, document.body)
    let isFarmers = document.schema == .faRR1
    seller = Party(root["Podmiot1"])
    buyer = Party(root["Podmiot2"])
    number = body?[isFarmers ? "P_4C" : "P_2"]?.textWithoutPadding.nonEmpty
    issueDate = body?.date(isFarmers ? "P_4B" : "P_1")
    total = body?.amount(isFarmers ? "P_12_1" : "P_15")
    currency = body?["KodWaluty"]?.textWithoutPadding ?? ""
    let kind = body?["RodzajFaktury"]?.textWithoutPadding ?? "VAT"
    isPlainSale = ["VAT", "UPR", "VAT_RR"].contains(kind)
    rates = InvoiceFacts.rates(body, isFarmers: isFarmers)

    var leaves = InvoiceLeaves(wantedLength: number?.solid.unicodeScalars.count)
    leaves.collect(root)
    knownDates = leaves.dates
    knownIdentifiers = leaves.identifiers
    accounts = leaves.accounts
    knownNumbers = leaves.numbers
    let arithmetic = InvoiceArithmetic(body: body, total: total, rates: rates)
    dueAmounts = arithmetic.due
    knownAmounts = leaves.amounts.union(arithmetic.due).union(arithmetic.sums)
  }

  /// `P_13_1` to `P_13_10` with their taxes; the farmer's value and refund.
  private static func rates(_ body: InvoiceElement?, isFarmers: Bool) -> [RateSum] {
    guard let body else { return [] }
    if isFarmers {
      return body.amount("P_11_1").map { [RateSum(net: $0, tax: body.amount("P_11_2"))] } ?? []
    }
    let suffixes = ["1", "2", "3", "4", "5", "6_1", "6_2", "6_3", "7", "8", "9", "10"]
    return suffixes.compactMap { suffix in
      guard let net = body.amount("P_13_\(suffix)"), net != .zero else { return nil }
      return RateSum(net: net, tax: body.amount("P_14_\(suffix)"))
    }
  }
}

extension InvoiceFacts.Party {
  init(_ party: InvoiceElement?) {
    let identity = party?["DaneIdentyfikacyjne"]
    name = identity?["Nazwa"]?.textWithoutPadding.nonEmpty
    let nip = identity?["NIP"]?.textWithoutPadding.nonEmpty
    let union = identity?["NrVatUE"].map { (identity?["KodUE"]?.textWithoutPadding ?? "") + $0.textWithoutPadding }
    identifier = nip ?? union?.nonEmpty ?? identity?["NrID"]?.textWithoutPadding.nonEmpty
    hasNIP = nip != nil
  }
}

extension InvoiceElement {
  func amount(_ name: String) -> ExactDecimal? { self[name].flatMap { ExactDecimal($0.textWithoutPadding) } }

  func date(_ name: String) -> CalendarDate? { self[name].flatMap { CalendarDate(iso: $0.textWithoutPadding) } }
}

extension String {
  /// Nil for nothing.
  var nonEmpty: String? { isEmpty ? nil : self }
}
