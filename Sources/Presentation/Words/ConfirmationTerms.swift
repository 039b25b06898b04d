/// The confirmation of a transaction.
extension Term {
  static let confirmation = Term("Potwierdzenie transakcji", "Confirmation of the transaction")
  static let concerns = Term("Dotyczy dokumentu", "Concerns the document")
  static let notTheInvoice = Term(
    "To nie jest faktura. Faktura jest udostępniana w KSeF: nabywca znajdzie ją tam po nadaniu numeru KSeF.",
    "This is not the invoice. The invoice is made available in KSeF: the buyer finds it there once it has its KSeF number."
  )
}
