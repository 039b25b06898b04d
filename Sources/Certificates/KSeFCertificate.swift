import COpenSSL
public import Findings
public import KSeFIdentifiers

/// An X.509 certificate, seen as KSeF uses it.
///
/// Immutable; may be used from several threads at once.
///
/// Source: verification-codes, "Certificates and keys as users have them"; RFC 5280.
public struct KSeFCertificate: Sendable {
  /// The serial number as KOD II carries it; nil where it is negative or takes more than eight octets.
  public let serialNumber: CertificateSerialNumber?
  /// The serial number as upper-case hexadecimal digits, two for each octet, of any length.
  public let serialText: String
  /// What the certificate may be used for.
  public let purpose: CertificatePurpose
  /// A certification authority's own certificate (basicConstraints, `cA`).
  public let isAuthority: Bool
  /// Whom it was issued to.
  public let holder: CertificateHolder
  /// The holder's distinguished name as RFC 2253 writes it.
  public let subjectName: String
  /// The issuer's distinguished name as RFC 2253 writes it: `CN=TEST CCK KSeF,OU=…,O=…,C=PL`.
  public let issuerName: String
  /// The first moment of validity: seconds since 1970-01-01 00:00 UTC.
  public let notBefore: Int64
  /// The last moment of validity: seconds since 1970-01-01 00:00 UTC.
  public let notAfter: Int64
  /// The key with which the holder's signatures are checked.
  public let publicKey: SignaturePublicKey
  /// Issued by the product's own demonstration authority, or that authority itself: worth nothing outside rehearsals.
  public let isDemonstration: Bool
  /// SHA-256 of the certificate's DER encoding, 32 bytes.
  public let fingerprint: [UInt8]
  /// An `X509`.
  let certificate: CryptoObject

  /// Reads a certificate from PEM, DER, bare Base64 or a PKCS#7 bundle, told apart by the content alone.
  ///
  /// Of several certificates in one file the first that isn't an authority's is taken.
  ///
  /// - Parameter fileName: what to call the file in an obstacle.
  /// - Throws: `certificate.unreadable`, or what the file holds instead: `certificate.holds-key`,
  ///   `certificate.holds-public-key`, `certificate.holds-pkcs12`, `certificate.holds-request`.
  public init(_ bytes: [UInt8], fileName: String) throws(Obstacle) {
    try self.init(of: bytes.withUnsafeBufferPointer(EncodedObject.all), fileName: fileName)
  }

  /// Reads a certificate from the objects of a file.
  ///
  /// - Throws: as `init(_:fileName:)`.
  package init(of objects: [EncodedObject], fileName: String) throws(Obstacle) {
    let found = try KSeFCertificate.all(of: objects, fileName: fileName)
    self = found.first { !$0.isAuthority } ?? found[0]
  }

  /// Reads every certificate of a file, in the file's order; at least one.
  ///
  /// - Throws: as `init(_:fileName:)`, and `certificate.too-many` for over 10,000; one unreadable certificate refuses the
  ///   whole file.
  public static func all(in bytes: [UInt8], fileName: String) throws(Obstacle) -> [KSeFCertificate] {
    try all(of: bytes.withUnsafeBufferPointer(EncodedObject.all), fileName: fileName)
  }

  private static func all(of objects: [EncodedObject], fileName: String) throws(Obstacle) -> [KSeFCertificate] {
    let encoded = objects.filter { $0.kind == .certificate }
    guard !encoded.isEmpty else {
      throw FileOfAnotherKind(objects).obstacle(wanted: .certificate, fileName: fileName)
    }
    guard objects.count <= EncodedObject.limit else { throw tooMany(.certificate, fileName: fileName) }
    var certificates: [KSeFCertificate] = []
    for object in encoded {
      let decoded = object.bytes.withBytes { der in
        var position = der.baseAddress
        return CryptoObject(d2i_X509(nil, &position, der.count), release: X509_free)
      }
      guard let decoded, let certificate = KSeFCertificate(decoded) else {
        discardCryptoErrors()
        throw unreadable(.certificate, fileName: fileName)
      }
      certificates.append(certificate)
    }
    return certificates
  }

  /// Reads what libcrypto decoded; nil where its key, dates or extensions can't be made out.
  package init?(_ certificate: CryptoObject) {
    defer { discardCryptoErrors() }
    let x509 = certificate.pointer
    guard let key = CryptoObject(X509_get_pubkey(x509), release: EVP_PKEY_free),
      let notBefore = secondsSince1970(X509_get0_notBefore(x509)),
      let notAfter = secondsSince1970(X509_get0_notAfter(x509)),
      let serial = X509_get0_serialNumber(x509)
    else { return nil }
    self.certificate = certificate
    self.notBefore = notBefore
    self.notAfter = notAfter
    publicKey = SignaturePublicKey(key)

    let octets = Array(
      UnsafeBufferPointer(start: ASN1_STRING_get0_data(serial), count: Int(ASN1_STRING_length(serial))))
    let isNegative = ASN1_STRING_type(serial) & V_ASN1_NEG != 0
    serialNumber = isNegative ? nil : CertificateSerialNumber(octets: octets)
    serialText = (isNegative ? "-" : "") + octets.map(hexadecimal).joined()

    let flags = X509_get_extension_flags(x509)
    isAuthority = flags & UInt32(EXFLAG_CA) != 0
    purpose =
      isAuthority || flags & UInt32(EXFLAG_INVALID) != 0
      ? .other : CertificatePurpose(keyUsage: X509_get_key_usage(x509))

    let subject = CertificateName(X509_get_subject_name(x509))
    let issuer = CertificateName(X509_get_issuer_name(x509))
    holder = subject.holder
    subjectName = subject.text
    issuerName = issuer.text
    isDemonstration = issuer.isOfDemonstrationAuthority || subject.isOfDemonstrationAuthority

    var digest = [UInt8](repeating: 0, count: 32)
    guard X509_digest(x509, EVP_sha256(), &digest, nil) == 1 else { return nil }
    fingerprint = digest
  }

  /// What kind of key the certificate binds to its holder.
  public var key: KeyKind { publicKey.kind }

  /// Whether the moment lies in the validity, its ends included.
  ///
  /// - Parameter instant: seconds since 1970-01-01 00:00 UTC.
  public func covers(instant: Int64) -> Bool {
    notBefore <= instant && instant <= notAfter
  }

  /// Whether any moment of that day, as Polish clocks count it, lies in the validity.
  public func covers(_ day: CalendarDate) -> Bool {
    notBefore <= notAfter && notBefore < WarsawTime.end(of: day) && WarsawTime.start(of: day) <= notAfter
  }

  /// Whether the other certificate is an authority's and its key signed this one.
  ///
  /// Names, key identifiers and the signature are compared; dates and revocation aren't.
  public func isIssued(by authority: KSeFCertificate) -> Bool {
    defer { discardCryptoErrors() }
    return authority.isAuthority
      && X509_check_issued(authority.certificate.pointer, certificate.pointer) == X509_V_OK
      && X509_verify(certificate.pointer, authority.publicKey.key.pointer) == 1
  }

  /// The issuer's `CN`; nil where its name has none.
  package var issuerCommonName: String? {
    CertificateName(X509_get_issuer_name(certificate.pointer))[NID_commonName]
  }

  /// The issuer's common name where it is known to belong to another environment of KSeF; nil otherwise.
  ///
  /// Only the names of the production and the test authority are known, so that only these two are told apart.
  package func issuerUnknown(to environment: KSeFEnvironment) -> String? {
    guard let name = issuerCommonName else { return nil }
    switch (name, environment) {
    case ("TEST CCK KSeF", .production), ("CCK KSeF", .test): return name
    default: return nil
    }
  }

  /// Whether the private key is the one that belongs to this certificate's public key.
  package func belongs(to privateKey: CryptoObject) -> Bool {
    defer { discardCryptoErrors() }
    return EVP_PKEY_eq(publicKey.key.pointer, privateKey.pointer) == 1
  }
}

extension CertificatePurpose {
  /// - Parameter keyUsage: the bits as libcrypto names them; all ones where the certificate has no key usage.
  fileprivate init(keyUsage: UInt32) {
    switch keyUsage {
    case UInt32(KU_NON_REPUDIATION): self = .offline
    case UInt32(KU_DIGITAL_SIGNATURE): self = .authentication
    default: self = .other
    }
  }
}

/// Nil for a time that can't be one.
func secondsSince1970(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
  var fields = tm()
  guard let time, ASN1_TIME_to_tm(time, &fields) == 1 else { return nil }
  let days = daysSince1970(
    year: Int(fields.tm_year) + 1900, month: Int(fields.tm_mon) + 1, day: Int(fields.tm_mday))
  return days * 86_400 + Int64(fields.tm_hour) * 3600 + Int64(fields.tm_min) * 60 + Int64(fields.tm_sec)
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.utf8.count == 1 ? "0" + digits : digits
}
