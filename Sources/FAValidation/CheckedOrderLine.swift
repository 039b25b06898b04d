import FAInvoice

extension CheckedInvoice {
  /// A line of the order (`ZamowienieWiersz`), its figures read once.
  struct OrderLine {
    let element: InvoiceElement
    /// The number of the line (`NrWierszaZam`).
    private(set) var number: String?
    /// How many (`P_8BZ`).
    private(set) var quantity: ExactDecimal?
    /// The net price of one (`P_9AZ`).
    private(set) var price: ExactDecimal?
    /// The net value (`P_11NettoZ`).
    private(set) var net: ExactDecimal?
    /// The tax (`P_11VatZ`).
    private(set) var tax: ExactDecimal?
    /// The rate in per cent (`P_12Z`, `P_12Z_XII`): nought where none is charged, nil where it isn't known.
    private(set) var percentage: ExactDecimal?
    /// Whether it states how the line was before a correction (`StanPrzedZ`).
    private(set) var isBefore = false

    init(_ element: InvoiceElement) {
      self.element = element
      for child in element.children {
        switch child.name {
        case "NrWierszaZam": number = child.value
        case "P_8BZ": quantity = child.amount
        case "P_9AZ": price = child.amount
        case "P_11NettoZ": net = child.amount
        case "P_11VatZ": tax = child.amount
        case "P_12Z": percentage = child.amount ?? RateGroup.untaxed
        case "P_12Z_XII": percentage = child.amount
        case "StanPrzedZ": isBefore = child.value == "1"
        default: break
        }
      }
    }
  }
}
