import FAInvoice
import KSeFIdentifiers

/// An invoice as the rules look at it: its parts found once, its amounts exact.
///
/// Holds for invoices that break their schema, too: what is missing or unreadable is nil or empty, and a rule that
/// needs it says nothing.
struct CheckedInvoice {
  let document: FADocument
  let environment: KSeFEnvironment
  let today: CalendarDate
  let root: InvoiceElement
  /// The invoice's own data: `Fa`, on an FA_RR `FakturaRR`; the root where it is missing.
  let body: InvoiceElement
  /// The kind of invoice (`RodzajFaktury`): VAT, KOR, ZAL, ROZ, UPR, KOR_ZAL, KOR_ROZ; on an FA_RR VAT_RR, KOR_VAT_RR.
  let kind: String
  /// The currency (`KodWaluty`); empty where it is missing.
  let currency: String
  /// The lines (`FaWiersz`, on an FA_RR `FakturaRRWiersz`).
  let lines: [Line]
  /// The lines of the order of an advance invoice (`ZamowienieWiersz`).
  let orderLines: [OrderLine]
  /// How many documents it refers to whose tax was rounded before: corrected and advance invoices, part payments.
  let referredDocuments: Int
  /// The first of each kind of element in the body: a look among ten thousand lines is made once.
  private let parts: [String: InvoiceElement]
  /// The totals by rate (`P_13_…`, `P_14_…`) and the lines of each, in the order of the document's structure.
  let rates: [RateTotal]
  /// Whether it is known of each line which total it belongs to.
  let linesHaveRates: Bool

  var schema: FASchema { document.schema }

  /// Whether the invoice corrects another: the kinds KOR, KOR_ZAL, KOR_ROZ, KOR_VAT_RR.
  var isCorrection: Bool { kind.hasPrefix("KOR") }

  init(_ document: FADocument, environment: KSeFEnvironment, today: CalendarDate) {
    self.document = document
    self.environment = environment
    self.today = today
    root = document.root
    let body = document.body ?? document.root
    self.body = body
    var parts: [String: InvoiceElement] = [:]
    var lines: [Line] = []
    let isFarmer = document.schema == .faRR1
    let lineName = isFarmer ? "FakturaRRWiersz" : "FaWiersz"
    var referredDocuments = 0
    for part in body.children {
      let name = part.name
      if name == lineName { lines.append(isFarmer ? Line(farmer: part) : Line(part)) }
      if ["DaneFaKorygowanej", "FakturaZaliczkowa", "ZaliczkaCzesciowa"].contains(name) { referredDocuments += 1 }
      if parts[name] == nil { parts[name] = part }
    }
    self.parts = parts
    self.lines = lines
    self.referredDocuments = referredDocuments
    orderLines = parts["Zamowienie"]?.children.filter { $0.name == "ZamowienieWiersz" }.map(OrderLine.init) ?? []
    kind = parts["RodzajFaktury"]?.value ?? ""
    currency = parts["KodWaluty"]?.value ?? ""
    (rates, linesHaveRates) = RateTotal.all(of: lines) { name in parts[name].flatMap(Stated.init) }
  }
}

extension CheckedInvoice {
  /// The first element of this name in the body.
  func part(_ name: String) -> InvoiceElement? { parts[name] }

  /// The amount in the body's first element of this name, and the element.
  func stated(_ name: String) -> Stated? { parts[name].flatMap(Stated.init) }

  /// An amount and the element that states it.
  struct Stated {
    let element: InvoiceElement
    let amount: ExactDecimal

    /// Nil where the element isn't an amount.
    init?(_ element: InvoiceElement) {
      guard let amount = element.amount else { return nil }
      self.element = element
      self.amount = amount
    }
  }
}

extension InvoiceElement {
  /// The text without white space around it; empty for an element that holds elements.
  var value: String { isLeaf ? textWithoutPadding : "" }

  /// The text of a leaf as an amount; nil where it isn't one.
  var amount: ExactDecimal? { ExactDecimal(value) }

  /// The text of the first child of this name; nil where it is missing or says nothing.
  func value(_ name: String) -> String? {
    guard let text = self[name]?.value, !text.isEmpty else { return nil }
    return text
  }

  /// The amount in the first child of this name; nil where it is missing or isn't one.
  func amount(_ name: String) -> ExactDecimal? { self[name]?.amount }

  /// Whether a marker says yes (1).
  func flag(_ name: String) -> Bool { self[name]?.value == "1" }
}
