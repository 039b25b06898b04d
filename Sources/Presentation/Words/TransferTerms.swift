/// The payment code.
extension Term {
  static let payFromBankApplication = Term("Zapłać z aplikacji banku", "Pay from your bank's application")
  static let transferCode = Term("Kod przelewu; nie jest kodem KSeF", "Transfer code; not a code of KSeF")
}
