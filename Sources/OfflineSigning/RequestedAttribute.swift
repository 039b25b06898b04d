import COpenSSL
public import Findings

/// One attribute of the subject that a certificate is asked for, spelled as KSeF answered it.
///
/// Source: ksef-api, "Certificates" (the answer of `/certificates/enrollments/data`).
public struct RequestedAttribute: Sendable, Hashable {
  /// The attributes that KSeF asks for, by the names it gives them.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    /// 2.5.4.3.
    case commonName
    /// 2.5.4.4.
    case surname
    /// 2.5.4.5: a person's `PNOPL-PESEL` or `TINPL-NIP`.
    case serialNumber
    /// 2.5.4.6: two capital letters.
    case countryName
    /// 2.5.4.10.
    case organizationName
    /// 2.5.4.42; the only one that may stand more than once.
    case givenName
    /// 2.5.4.45.
    case uniqueIdentifier
    /// 2.5.4.97: an organisation's `VATPL-NIP`.
    case organizationIdentifier

    /// libcrypto's number of the attribute.
    var identifier: Int32 {
      switch self {
      case .commonName: NID_commonName
      case .surname: NID_surname
      case .serialNumber: NID_serialNumber
      case .countryName: NID_countryName
      case .organizationName: NID_organizationName
      case .givenName: NID_givenName
      case .uniqueIdentifier: NID_x500UniqueIdentifier
      case .organizationIdentifier: NID_organizationIdentifier
      }
    }

    /// The string type that KSeF expects, whatever X.520 says.
    var stringType: Int32 { self == .countryName ? V_ASN1_PRINTABLESTRING : V_ASN1_UTF8STRING }
  }

  /// Which attribute it is.
  public let name: Name
  /// 1 to 512 characters, none of them a control character; kept exactly as given.
  public let value: String

  /// The most characters of a value.
  static let longest = 512

  /// An attribute with a checked value.
  ///
  /// - Throws: `request.attribute-empty`, `request.attribute-too-long`, `request.attribute-unprintable`,
  ///   `request.country-malformed`.
  public init(_ name: Name, _ value: String) throws(Obstacle) {
    let scalars = value.unicodeScalars
    guard !scalars.isEmpty else { throw .requestAttributeEmpty(name) }
    guard scalars.count <= RequestedAttribute.longest else { throw .requestAttributeTooLong(name) }
    guard scalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw .requestAttributeUnprintable(name)
    }
    if name == .countryName {
      guard scalars.count == 2, scalars.allSatisfy({ ("A"..."Z").contains($0) }) else {
        throw .requestCountryMalformed()
      }
    }
    self.name = name
    self.value = value
  }

  /// Reads `commonName=…`: the name as KSeF writes it, and all that follows the first `=` as the value.
  ///
  /// - Throws: `request.attribute-unknown`, and as `init(_:_:)`.
  public init(assignment: String) throws(Obstacle) {
    // By scalars: a combining mark right after the sign would hide it among characters.
    let scalars = assignment.unicodeScalars
    let written = String(scalars.prefix { $0 != "=" })
    guard let name = Name(rawValue: written), let sign = scalars.firstIndex(of: "=") else {
      throw .requestAttributeUnknown(written)
    }
    try self.init(name, String(scalars[scalars.index(after: sign)...]))
  }
}
