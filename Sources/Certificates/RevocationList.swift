import COpenSSL
public import Findings

/// A list of revoked certificates (CRL), as its authority issued it.
///
/// Immutable; may be used from several threads at once. Whether it is genuine is asked of `isSigned(by:)`.
///
/// Source: RFC 5280, clause 5.
public struct RevocationList: Sendable {
  /// What the caller calls the file.
  public let name: String
  /// The authority's distinguished name as RFC 2253 writes it.
  public let issuerName: String
  /// When it was issued: seconds since 1970-01-01 00:00 UTC.
  public let thisUpdate: Int64
  /// By when the next was due; nil where it doesn't say.
  public let nextUpdate: Int64?
  /// How many certificates it lists.
  public let count: Int
  /// It speaks of some of the authority's certificates only, so that not standing in it says nothing.
  public let isPartial: Bool
  /// An `X509_CRL`, its entries sorted before it is shared.
  private let list: CryptoObject

  /// The largest file that is read, in bytes: two million entries.
  public static let sizeLimit = 100_000_000

  /// Reads every list of a file (PEM, DER, bare Base64 or a PKCS#7 bundle), in the file's order; at least one.
  ///
  /// - Throws: `revocation-list.unreadable`, `revocation-list.too-many`, `revocation-list.not-understood` for a list that
  ///   only amends another or lists other authorities' certificates, or what the file holds instead:
  ///   `revocation-list.holds-certificate` and the like.
  public static func all(in bytes: [UInt8], fileName: String) throws(Obstacle) -> [RevocationList] {
    let objects = bytes.withUnsafeBufferPointer(EncodedObject.all)
    let encoded = objects.filter { $0.kind == .revocationList }
    guard !encoded.isEmpty else {
      throw FileOfAnotherKind(objects).obstacle(wanted: .revocationList, fileName: fileName)
    }
    guard objects.count <= EncodedObject.limit else { throw tooMany(.revocationList, fileName: fileName) }
    var lists: [RevocationList] = []
    for object in encoded { lists.append(try RevocationList(object, fileName: fileName)) }
    return lists
  }

  private init(_ object: EncodedObject, fileName: String) throws(Obstacle) {
    defer { discardCryptoErrors() }
    let decoded = object.bytes.withBytes { der in
      var position = der.baseAddress
      return CryptoObject(d2i_X509_CRL(nil, &position, der.count), release: X509_CRL_free)
    }
    guard let decoded, let issued = secondsSince1970(X509_CRL_get0_lastUpdate(decoded.pointer)) else {
      throw unreadable(.revocationList, fileName: fileName)
    }
    guard let scope = RevocationScope(of: decoded) else { throw RevocationList.notUnderstood(fileName) }
    name = fileName
    list = decoded
    issuerName = CertificateName(X509_CRL_get_issuer(decoded.pointer)).text
    thisUpdate = issued
    nextUpdate = X509_CRL_get0_nextUpdate(decoded.pointer).flatMap(secondsSince1970)
    count = Int(max(0, OPENSSL_sk_num(X509_CRL_get_REVOKED(decoded.pointer))))
    isPartial = scope == .part
    sortEntries()
  }

  /// The first search sorts the entries; none that comes after changes the list.
  private func sortEntries() {
    guard let zero = CryptoObject(ASN1_INTEGER_new().map(OpaquePointer.init), release: RevocationList.freeInteger)
    else {
      return
    }
    var entry: OpaquePointer?
    _ = X509_CRL_get0_by_serial(list.pointer, &entry, UnsafeMutablePointer(zero.pointer))
  }

  private static let freeInteger: @convention(c) (OpaquePointer?) -> Void = { pointer in
    ASN1_INTEGER_free(pointer.map { UnsafeMutablePointer<ASN1_INTEGER>($0) })
  }

  /// Whether the list is its issuer's word on the certificate: both name the same authority.
  public func isOfIssuer(of certificate: KSeFCertificate) -> Bool {
    X509_NAME_cmp(X509_CRL_get_issuer(list.pointer), X509_get_issuer_name(certificate.certificate.pointer)) == 0
  }

  /// Whether the other is the certificate of the authority that signed the list: it has its name, may sign lists
  /// (`cRLSign`), and its key made the signature by an algorithm that is still relied on.
  public func isSigned(by authority: KSeFCertificate) -> Bool {
    defer { discardCryptoErrors() }
    let x509 = authority.certificate.pointer
    return authority.isAuthority && X509_get_key_usage(x509) & UInt32(KU_CRL_SIGN) != 0
      && X509_NAME_cmp(X509_CRL_get_issuer(list.pointer), X509_get_subject_name(x509)) == 0
      && SignatureStrength.isEnough(signature: X509_CRL_get_signature_nid(list.pointer))
      && SignatureStrength.isEnough(key: authority.publicKey.key)
      && X509_CRL_verify(list.pointer, authority.publicKey.key.pointer) == 1
  }

  /// The certificate's entry, found by its serial number; nil where it isn't listed.
  ///
  /// Takes as many steps as the number of entries has binary digits.
  public func entry(of certificate: KSeFCertificate) -> RevocationEntry? {
    defer { discardCryptoErrors() }
    var found: OpaquePointer?
    let serial = X509_get_serialNumber(certificate.certificate.pointer)
    guard X509_CRL_get0_by_serial(list.pointer, &found, serial) != 0, let found else { return nil }
    return RevocationEntry(of: found)
  }

  private static func notUnderstood(_ fileName: String) -> Obstacle {
    Obstacle(
      "revocation-list.not-understood", at: Place(file: fileName),
      Sentence(
        "The revocation list only amends another, lists other authorities' certificates or some reasons only, or says something critical that isn't known here.",
        pl:
          "Lista unieważnień tylko uzupełnia inną, dotyczy certyfikatów innych centrów lub tylko niektórych przyczyn albo zawiera nieznane tu krytyczne rozszerzenie."
      ),
      remedy: Sentence("Give the authority's complete list.", pl: "Podaj pełną listę centrum certyfikacji."))
  }
}
