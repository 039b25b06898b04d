import InvoiceTemplate

extension Term {
  /// The head of a column of lines; a farmer's invoice words some of them its own way.
  static func title(of field: LineField, farmer: Bool) -> Term {
    switch field {
    case .number: .lineNumber
    case .name: farmer ? .farmProduct : .lineName
    case .date: farmer ? .lineAcquisitionDate : .lineDate
    case .index: .articleNumber
    case .gtin: .gtin
    case .pkwiu: .pkwiu
    case .cn: .cn
    case .pkob: .pkob
    case .gtu: .gtu
    case .procedure: .procedure
    case .quality: .quality
    case .quantity: .quantity
    case .unit: .unit
    case .netPrice: farmer ? .unitPrice : .netPrice
    case .grossPrice: .grossPrice
    case .discount: .discount
    case .netAmount: farmer ? .farmValue : .netValue
    case .rate: farmer ? .refundRate : .vatRate
    case .taxAmount: farmer ? .refundAmount : .vatAmount
    case .grossAmount: farmer ? .valueWithRefund : .grossValue
    case .excise: .excise
    case .exchangeRate: .lineExchangeRate
    }
  }
}
