import InvoiceTemplate

/// Kind of document (`RodzajFaktury`).
enum DocumentKind: String {
  case ordinary = "VAT"
  case correction = "KOR"
  case advance = "ZAL"
  case settlement = "ROZ"
  case simplified = "UPR"
  case advanceCorrection = "KOR_ZAL"
  case settlementCorrection = "KOR_ROZ"
  case farmer = "VAT_RR"
  case farmerCorrection = "KOR_VAT_RR"

  var isCorrection: Bool {
    switch self {
    case .correction, .advanceCorrection, .settlementCorrection, .farmerCorrection: true
    case .ordinary, .advance, .settlement, .simplified, .farmer: false
    }
  }

  /// Documents a payment received in advance.
  var isAdvance: Bool { self == .advance || self == .advanceCorrection }

  var title: Term {
    switch self {
    case .ordinary: .invoice
    case .correction: .correctingInvoice
    case .advance: .advanceInvoice
    case .settlement: .settlementInvoice
    case .simplified: .simplifiedInvoice
    case .advanceCorrection: .advanceCorrection
    case .settlementCorrection: .settlementCorrection
    case .farmer: .farmerInvoice
    case .farmerCorrection: .farmerCorrection
    }
  }

  /// What the document's total is called.
  var totalTitle: Term {
    switch self {
    case .ordinary, .simplified, .farmer: .amountDue
    case .correction, .settlementCorrection, .farmerCorrection: .correctionOfTotal
    case .advance: .advanceReceived
    case .settlement: .remainsDue
    case .advanceCorrection: .correctionOfAdvance
    }
  }
}
