/// The context in which an invoice is issued, as KOD II names it (`Nip`, `InternalId`, `NipVatUe`, `PeppolId`).
///
/// Source: verification-codes, "KOD II, the issuer's certificate link".
public enum IssuingContext: Sendable, Hashable {
  /// A taxpayer's NIP; mostly the seller's own.
  case nip(NIP)
  /// A unit of a taxpayer: the NIP, a dash, five digits.
  case internalID(String)
  /// An entity of the European Union: a NIP, a dash, a VAT number with its two-letter prefix.
  case nipVatUE(String)
  /// A Peppol provider: `P`, two letters, six digits.
  case peppolID(String)

  /// The word that stands in the link.
  public var linkWord: String {
    switch self {
    case .nip: "Nip"
    case .internalID: "InternalId"
    case .nipVatUE: "NipVatUe"
    case .peppolID: "PeppolId"
    }
  }

  /// The value that stands in the link.
  public var value: String {
    switch self {
    case .nip(let nip): nip.digits
    case .internalID(let value), .nipVatUE(let value), .peppolID(let value): value
    }
  }

  /// Reads the two path segments of a link; nil where the word is unknown or the value doesn't have its form.
  public init?(linkWord: String, value: String) {
    switch linkWord {
    case "Nip":
      guard let nip = NIP(value) else { return nil }
      self = .nip(nip)
    case "InternalId":
      guard IssuingContext.isInternalID(value) else { return nil }
      self = .internalID(value)
    case "NipVatUe":
      guard IssuingContext.isNipVatUE(value) else { return nil }
      self = .nipVatUE(value)
    case "PeppolId":
      guard IssuingContext.isPeppolID(value) else { return nil }
      self = .peppolID(value)
    default: return nil
    }
  }

  /// Reads what a user writes: `nip:…`, `internal-id:…`, `nip-vat-ue:…` or `peppol-id:…`.
  public init?(argument text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let value = String(text[text.index(after: colon)...])
    switch text[..<colon] {
    case "nip": self.init(linkWord: "Nip", value: value)
    case "internal-id": self.init(linkWord: "InternalId", value: value)
    case "nip-vat-ue": self.init(linkWord: "NipVatUe", value: value)
    case "peppol-id": self.init(linkWord: "PeppolId", value: value)
    default: return nil
    }
  }

  private static func isInternalID(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return bytes.count == 16 && NIP(String(value.prefix(10))) != nil && bytes[10] == 0x2D
      && bytes[11...].allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isNipVatUE(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return bytes.count >= 15 && bytes.count <= 25 && NIP(String(value.prefix(10))) != nil && bytes[10] == 0x2D
      && bytes[11...12].allSatisfy { (0x41...0x5A).contains($0) }
      && bytes[13...].allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2B || $0 == 0x2A
      }
  }

  private static func isPeppolID(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return bytes.count == 9 && bytes[0] == 0x50 && bytes[1...2].allSatisfy { (0x41...0x5A).contains($0) }
      && bytes[3...].allSatisfy { (0x30...0x39).contains($0) }
  }
}
