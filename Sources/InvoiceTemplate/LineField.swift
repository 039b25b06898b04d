/// What a column of the invoice's lines may show.
///
/// Each is an element of `FaWiersz` (or its sibling in `ZamowienieWiersz` and `FakturaRRWiersz`).
public enum LineField: String, Sendable, Hashable, CaseIterable {
  /// Line number (`NrWierszaFa`).
  case number
  /// Name of the goods or service (`P_7`, on an FA_RR `P_5`).
  case name
  /// Date of delivery (`P_6A`, on an FA_RR `P_4AA`).
  case date
  /// The seller's own article number (`Indeks`).
  case index
  case gtin
  case pkwiu
  case cn
  case pkob
  /// Group of goods and services for the register (`GTU`).
  case gtu
  /// Marking of a procedure (`Procedura`).
  case procedure
  /// Quality class (FA_RR `P_6C`).
  case quality
  /// Quantity (`P_8B`, on an FA_RR `P_6B`).
  case quantity
  /// Unit of measure (`P_8A`, on an FA_RR `P_6A`).
  case unit
  /// Net unit price (`P_9A`, on an FA_RR `P_7`).
  case netPrice = "net-price"
  /// Gross unit price (`P_9B`).
  case grossPrice = "gross-price"
  /// Discount (`P_10`).
  case discount
  /// Net amount (`P_11`, on an FA_RR `P_8`).
  case netAmount = "net-amount"
  /// Tax rate (`P_12`, `P_12_XII`, on an FA_RR `P_9`).
  case rate
  /// Tax amount (`P_11Vat`, on an FA_RR `P_10`).
  case taxAmount = "tax-amount"
  /// Gross amount (`P_11A`, on an FA_RR `P_11`).
  case grossAmount = "gross-amount"
  /// Excise duty in the price (`KwotaAkcyzy`).
  case excise
  /// The line's exchange rate (`KursWaluty`).
  case exchangeRate = "exchange-rate"
}
