import FAInvoice
import InvoiceTemplate

/// Where the structures of invoices name one thing differently; all else is named alike.
struct SchemaNames: Sendable {
  let number: String
  let issueDate: String
  let deliveryDate: String
  let deliveryTitle: Term
  let total: String
  let lineSlots: LineSlots
  let sellerRole: Term
  let buyerRole: Term
  /// Who issues the document: the party whose document it is.
  let issuer: String
  let accounts: [(name: String, title: Term?)]

  /// Whether a flat-rate farmer sells (FA_RR).
  var isFarmer: Bool { lineSlots.farmer }

  static func of(_ schema: FASchema) -> SchemaNames { schema == .faRR1 ? farmer : ordinary }

  /// FA(2) and FA(3).
  private static let ordinary = SchemaNames(
    number: "P_2", issueDate: "P_1", deliveryDate: "P_6", deliveryTitle: .deliveryDate, total: "P_15",
    lineSlots: .invoice, sellerRole: .seller, buyerRole: .buyer, issuer: "Podmiot1",
    accounts: [("RachunekBankowy", nil), ("RachunekBankowyFaktora", .factorsAccount)])

  /// FA_RR: the buyer issues, the farmer sells.
  private static let farmer = SchemaNames(
    number: "P_4C", issueDate: "P_4B", deliveryDate: "P_4A", deliveryTitle: .acquisitionDate, total: "P_12_1",
    lineSlots: .farmer, sellerRole: .farmer, buyerRole: .buyerOfFarmer, issuer: "Podmiot2",
    accounts: [("RachunekBankowy1", .farmersAccount), ("RachunekBankowy2", .buyersAccount)])
}
