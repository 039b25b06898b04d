/// The sections that a template may order.
public enum SectionName: String, Sendable, Hashable, CaseIterable {
  /// Dates and places of issue and delivery.
  case dates
  /// Seller, buyer and the others.
  case parties
  /// What a correction corrects, and why.
  case correction
  /// The invoice's lines (`FaWiersz`).
  case lines
  /// The order's lines of an advance invoice (`Zamowienie`).
  case order
  /// VAT summary, total, payment, annotations.
  case summary
  /// Terms of the transaction and transport.
  case terms
  /// Attachment (`Zalacznik`).
  case attachment
  /// Additional descriptions, registers, footer texts of the invoice.
  case notes
  /// What no view knows, by element name ("Pozostałe dane").
  case remainder
}
