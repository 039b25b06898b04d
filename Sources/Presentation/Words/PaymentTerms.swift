/// Payment.
extension Term {
  static let payment = Term("Płatność", "Payment")
  static let paid = Term("Zapłacono", "Paid")
  static let paidOn = Term("Zapłacono dnia", "Paid on")
  static let paidInPart = Term("Zapłacono w części", "Paid in part")
  static let paidInParts = Term("Zapłacono w całości, w częściach", "Paid in full, in parts")
  static let partialPayments = Term("Zapłaty częściowe", "Partial payments")
  static let dateOfPayment = Term("Data zapłaty", "Paid on")
  static let due = Term("termin", "due")
  static let dueDate = Term("Termin płatności", "Due date")
  static let paymentForm = Term("Forma płatności", "Means of payment")
  static let otherPayment = Term("Inna forma płatności", "Other means of payment")
  static let factorsAccount = Term("Rachunek faktora", "Factor's account")
  static let farmersAccount = Term("Rachunek rolnika", "Farmer's account")
  static let buyersAccount = Term("Rachunek nabywcy", "Buyer's account")
  static let swift = Term("SWIFT", "SWIFT")
  static let discountForEarlyPayment = Term("Skonto", "Discount for early payment")
  static let discountConditions = Term("Warunki skonta", "Conditions of the discount")
  static let paymentLink = Term("Link do płatności", "Payment link")
  static let paymentIdentifier = Term("Identyfikator płatności KSeF", "KSeF payment identifier")
  static let paymentDocuments = Term("Dokumenty zapłaty", "Payment documents")
  static let dated = Term("z dnia", "dated")

  /// Means of payment (`FormaPlatnosci`); an FA_RR knows the transfer alone, as number 1.
  static func paymentForm(_ code: String, farmer: Bool) -> Term? {
    switch (code, farmer) {
    case ("1", true), ("6", false): Term("Przelew", "Bank transfer")
    case ("1", false): Term("Gotówka", "Cash")
    case ("2", false): Term("Karta", "Card")
    case ("3", false): Term("Bon", "Voucher")
    case ("4", false): Term("Czek", "Cheque")
    case ("5", false): Term("Kredyt", "Credit")
    case ("7", false): Term("Płatność mobilna", "Mobile payment")
    default: nil
    }
  }

  /// What a bank's own account serves (`RachunekWlasnyBanku`).
  static func bankAccountPurpose(_ code: String) -> Term? {
    switch code {
    case "1": Term("rachunek banku do rozliczeń nabywanych wierzytelności", "bank's account for purchased receivables")
    case "2": Term("rachunek banku do pobrania należności od nabywcy", "bank's account for collecting from the buyer")
    case "3": Term("rachunek banku w ramach gospodarki własnej", "bank's account for its own operations")
    default: nil
    }
  }
}
