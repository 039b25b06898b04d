import InvoiceTemplate

/// Heads of the columns of lines, and what is said under a line.
extension Term {
  static func title(of field: LineField, farmer: Bool) -> Term {
    switch field {
    case .number: Term("Lp.", "No.")
    case .name: farmer ? Term("Produkt lub usługa rolnicza", "Farm product or service") : lineName
    case .date: farmer ? Term("Data nabycia", "Acquired on") : Term("Data dostawy", "Supplied on")
    case .index: Term("Indeks", "Article no.")
    case .gtin: Term("GTIN", "GTIN")
    case .pkwiu: Term("PKWiU", "PKWiU")
    case .cn: Term("CN", "CN")
    case .pkob: Term("PKOB", "PKOB")
    case .gtu: Term("GTU", "GTU")
    case .procedure: Term("Procedura", "Procedure")
    case .quality: Term("Klasa lub jakość", "Class or quality")
    case .quantity: Term("Ilość", "Quantity")
    case .unit: Term("Jm.", "Unit")
    case .netPrice: farmer ? Term("Cena jedn.", "Unit price") : Term("Cena netto", "Net price")
    case .grossPrice: Term("Cena brutto", "Gross price")
    case .discount: Term("Rabat", "Discount")
    case .netAmount: farmer ? Term("Wartość", "Value") : Term("Wartość netto", "Net value")
    case .rate: farmer ? Term("Stawka zwrotu", "Refund rate") : Term("VAT", "VAT")
    case .taxAmount: farmer ? Term("Zwrot podatku", "Tax refund") : Term("Kwota VAT", "VAT amount")
    case .grossAmount: farmer ? Term("Wartość ze zwrotem", "Value with refund") : Term("Wartość brutto", "Gross value")
    case .excise: Term("Akcyza", "Excise")
    case .exchangeRate: Term("Kurs waluty", "Exchange rate")
    }
  }

  private static let lineName = Term("Towar lub usługa", "Goods or service")
  static let lineIdentifier = Term("ID wiersza", "Line ID")
  static let specialRate = Term("Stawka OSS", "OSS rate")
  static let annexFifteen = Term("Towar lub usługa z załącznika nr 15", "Goods or service of Annex 15")
  static let beforeCorrection = Term("przed korektą", "before correction")
  static let afterCorrection = Term("po korekcie", "after correction")
  static let order = Term("Zamówienie lub umowa", "Order or contract")
  static let orderValue = Term("Wartość zamówienia lub umowy brutto", "Gross value of the order or contract")
}
