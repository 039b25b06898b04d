public import Findings
public import KSeFIdentifiers

/// The subject that a certificate is asked for: attributes in the order and the spelling of KSeF's own answer.
///
/// KSeF refuses a request whose subject differs from its answer in anything, so that the makers for an organisation and
/// a person are only for subjects of the plain shape.
///
/// Source: ksef-api, "Certificates" (the answer of `/certificates/enrollments/data`).
public struct RequestedHolder: Sendable, Hashable {
  /// In the order in which the request will carry them.
  public let attributes: [RequestedAttribute]

  /// The most attributes of a subject.
  static let most = 32

  /// Exactly these attributes, in this order.
  ///
  /// - Parameter attributes: 1 to 32, none but `givenName` more than once.
  /// - Throws: `request.no-attributes`, `request.too-many-attributes`, `request.attribute-repeated`.
  public init(_ attributes: [RequestedAttribute]) throws(Obstacle) {
    guard !attributes.isEmpty else { throw .requestNoAttributes() }
    guard attributes.count <= RequestedHolder.most else { throw .requestTooManyAttributes() }
    var seen: Set<RequestedAttribute.Name> = []
    for attribute in attributes where attribute.name != .givenName {
      guard seen.insert(attribute.name).inserted else { throw .requestAttributeRepeated(attribute.name) }
    }
    self.attributes = attributes
  }

  /// A Polish organisation: common name, country, name and `VATPL-NIP`.
  ///
  /// - Parameter commonName: the name itself where nil.
  /// - Throws: as `RequestedAttribute.init(_:_:)`.
  public static func organisation(
    _ name: String, nip: NIP, commonName: String? = nil
  ) throws(Obstacle) -> RequestedHolder {
    try RequestedHolder([
      RequestedAttribute(.commonName, commonName ?? name), RequestedAttribute(.countryName, "PL"),
      RequestedAttribute(.organizationName, name), RequestedAttribute(.organizationIdentifier, "VATPL-\(nip)"),
    ])
  }

  /// The number by which a person is known.
  public enum PersonNumber: Sendable, Hashable {
    /// Asked for as `TINPL-…`.
    case nip(NIP)
    /// Eleven digits; asked for as `PNOPL-…`.
    case pesel(String)
  }

  /// A Polish person: common name, surname, number, country and each given name.
  ///
  /// - Parameter commonName: the given names and the surname where nil.
  /// - Throws: as `RequestedAttribute.init(_:_:)`; `request.pesel-malformed`.
  public static func person(
    givenNames: [String], surname: String, number: PersonNumber, commonName: String? = nil
  ) throws(Obstacle) -> RequestedHolder {
    let serialNumber: String
    switch number {
    case .nip(let nip): serialNumber = "TINPL-\(nip)"
    case .pesel(let digits):
      guard digits.utf8.count == 11, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw .requestPESELMalformed()
      }
      serialNumber = "PNOPL-\(digits)"
    }
    var attributes = [
      try RequestedAttribute(.commonName, commonName ?? (givenNames + [surname]).joined(separator: " ")),
      try RequestedAttribute(.surname, surname), try RequestedAttribute(.serialNumber, serialNumber),
      try RequestedAttribute(.countryName, "PL"),
    ]
    for name in givenNames { attributes.append(try RequestedAttribute(.givenName, name)) }
    return try RequestedHolder(attributes)
  }
}
