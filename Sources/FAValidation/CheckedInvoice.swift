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
    kind = body.value("RodzajFaktury") ?? ""
    currency = body.value("KodWaluty") ?? ""
    lines = body.all(document.schema == .faRR1 ? "FakturaRRWiersz" : "FaWiersz").map(Line.init)
  }

  /// A line of FA(3) or FA(2), its figures read once.
  struct Line {
    let element: InvoiceElement
    /// The number of the line (`NrWierszaFa`).
    private(set) var number: String?
    /// The rate of tax as it is written (`P_12`).
    private(set) var rate: String?
    /// The net value (`P_11`).
    private(set) var net: ExactDecimal?
    /// The gross value (`P_11A`).
    private(set) var gross: ExactDecimal?
    /// The tax (`P_11Vat`).
    private(set) var tax: ExactDecimal?
    /// Whether it states how the line was before a correction (`StanPrzed`).
    private(set) var isBefore = false

    init(_ element: InvoiceElement) {
      self.element = element
      for child in element.children {
        switch child.name {
        case "NrWierszaFa": number = child.value
        case "P_12": rate = child.value
        case "P_11": net = child.amount
        case "P_11A": gross = child.amount
        case "P_11Vat": tax = child.amount
        case "StanPrzed": isBefore = child.value == "1"
        default: break
        }
      }
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
