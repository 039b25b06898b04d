public import FAInvoice

/// What an invoice says of its buyer and of the place of supply, as far as it decides which document is handed over.
public struct BuyerFacts: Sendable, Hashable {
  /// How the buyer is identified (`Podmiot2/DaneIdentyfikacyjne`).
  public enum Identifier: Sendable, Hashable {
    /// `NIP`.
    case nip
    /// `NrVatUE`.
    case unionVAT
    /// `NrID`.
    case foreign
    /// `BrakID`: a consumer, or another buyer without a number.
    case none
    /// The invoice names no number and doesn't say that there is none.
    case unsaid
  }

  /// Where the supply takes place, as the totals say.
  public enum Supply: Sendable, Hashable {
    /// None of it abroad.
    case poland
    /// All of it (`P_13_5`, `P_13_8`, `P_13_9` and no other).
    case abroad
    /// Both are among the totals.
    case partlyAbroad
  }

  /// How the buyer is identified.
  public let identifier: Identifier
  /// `KodKraju` of the buyer's address, where it isn't `PL`.
  public let foreignAddress: String?
  /// Where the supply takes place.
  public let supply: Supply
  /// Whether this is a flat-rate farmer's invoice (FA_RR), which its buyer issues.
  public let isFarmersInvoice: Bool
  /// Whether the buyer issues the invoice in the seller's name (`P_17`).
  public let isSelfBilled: Bool
  /// Whether the buyer's number stands as an EU VAT number with the prefix `PL` (`KodUE`).
  public let hasPolishUnionNumber: Bool

  /// Facts known from elsewhere than an invoice's file.
  public init(
    identifier: Identifier, foreignAddress: String? = nil, supply: Supply = .poland, isFarmersInvoice: Bool = false,
    isSelfBilled: Bool = false, hasPolishUnionNumber: Bool = false
  ) {
    self.identifier = identifier
    self.foreignAddress = foreignAddress
    self.supply = supply
    self.isFarmersInvoice = isFarmersInvoice
    self.isSelfBilled = isSelfBilled
    self.hasPolishUnionNumber = hasPolishUnionNumber
  }

  /// Reads the facts from an invoice.
  public init(of document: FADocument) {
    let buyer = document.root["Podmiot2"]
    let identity = buyer?["DaneIdentyfikacyjne"]
    let country = (buyer?.at("Adres", "KodKraju")?.text).map(trimmed) ?? "PL"
    func says(_ name: String) -> Bool { identity?[name].map { !trimmed($0.text).isEmpty } ?? false }
    identifier =
      if says("NIP") {
        .nip
      } else if says("NrVatUE") {
        .unionVAT
      } else if says("NrID") {
        .foreign
      } else if says("BrakID") {
        .none
      } else {
        .unsaid
      }
    foreignAddress = country == "PL" || country.isEmpty ? nil : country
    supply = BuyerFacts.supply(of: document.body)
    isFarmersInvoice = document.schema == .faRR1
    isSelfBilled = (document.body?.at("Adnotacje", "P_17")?.text).map(trimmed) == "1"
    hasPolishUnionNumber = identifier == .unionVAT && (identity?["KodUE"]?.text).map(trimmed) == "PL"
  }

  /// Source: XSD elements `P_13_1` to `P_13_11`.
  private static func supply(of body: InvoiceElement?) -> Supply {
    var (home, abroad) = (false, false)
    for element in body.map({ Array($0.children) }) ?? [] where element.name.hasPrefix("P_13_") {
      guard element.text.utf8.contains(where: { (0x31...0x39).contains($0) }) else { continue }
      if ["P_13_5", "P_13_8", "P_13_9"].contains(element.name) { abroad = true } else { home = true }
    }
    return abroad ? (home ? .partlyAbroad : .abroad) : .poland
  }
}
