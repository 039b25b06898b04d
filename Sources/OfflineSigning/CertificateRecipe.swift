import COpenSSL
package import Certificates
package import Findings
package import KSeFIdentifiers

/// What a made-up certificate shall look like: as KSeF's, or wrong in one way.
package struct CertificateRecipe: Sendable {
  /// The kinds of key that can be made, fit ones and unfit ones.
  package enum Key: Sendable, Hashable {
    case p256
    case p384
    case rsa(bits: Int)
  }

  /// The holder's, in `organizationIdentifier`.
  package var nip: NIP
  /// `O`, and the beginning of `CN`.
  package var organisation: String
  /// `offline` and `authentication` as KSeF's; `other` with both key usages.
  package var purpose = CertificatePurpose.offline
  /// The holder's key; the authority's is always P-256.
  package var key = Key.p256
  /// Seconds since 1970-01-01 00:00 UTC.
  package var notBefore: Int64
  /// Seconds since 1970-01-01 00:00 UTC.
  package var notAfter: Int64
  /// Big-endian.
  package var serialOctets: [UInt8]
  /// The authority's `O`.
  package var issuerOrganisation = DemonstrationAuthority.organisation
  /// The authority's `CN`.
  package var issuerCommonName = DemonstrationAuthority.commonName

  /// A certificate of type Offline for two years, with a serial number in KSeF's manner: eight octets, the first 01.
  package init(nip: NIP, organisation: String, now: Int64) {
    self.nip = nip
    self.organisation = organisation
    notBefore = now
    notAfter = now + 730 * 86_400
    var random = [UInt8](repeating: 0, count: 7)
    let drawn = RAND_bytes(&random, 7)
    precondition(drawn == 1, "libcrypto has no random numbers")
    serialOctets = [1] + random
  }

  /// What came of a recipe.
  package struct Product: Sendable {
    /// The holder's certificate.
    package let certificate: KSeFCertificate
    /// The holder's key.
    package let key: SigningKey
    /// The authority's certificate.
    package let authority: KSeFCertificate
    let certificateObject: CryptoObject
    let authorityObject: CryptoObject
  }

  /// Makes the certificate, its key, and an authority for it whose key is gone afterwards.
  ///
  /// - Throws: `demonstration.failed`.
  package func make() throws(Obstacle) -> Product {
    defer { discardCryptoErrors() }
    guard let authorityKey = generateKey(.p256), let holderKey = generateKey(key),
      let authority = authorityCertificate(authorityKey),
      let certificate = holderCertificate(holderKey, issuer: authority, issuerKey: authorityKey),
      let readAuthority = KSeFCertificate(authority), let readCertificate = KSeFCertificate(certificate)
    else { throw .demonstrationFailed() }
    return Product(
      certificate: readCertificate, key: SigningKey(holderKey), authority: readAuthority,
      certificateObject: certificate, authorityObject: authority)
  }

  private func authorityCertificate(_ key: CryptoObject) -> CryptoObject? {
    let draft = CertificateDraft(publicKey: key)
    draft?.setSerial([1])
    draft?.setValidity(notBefore, notAfter)
    draft?.addToSubject(
      (NID_countryName, "PL"), (NID_organizationName, issuerOrganisation), (NID_commonName, issuerCommonName))
    draft?.extend(
      issuer: nil, (NID_basic_constraints, "critical,CA:TRUE"), (NID_key_usage, "critical,keyCertSign,cRLSign"),
      (NID_subject_key_identifier, "hash"))
    return draft?.signed(issuer: nil, key)
  }

  private func holderCertificate(_ key: CryptoObject, issuer: CryptoObject, issuerKey: CryptoObject) -> CryptoObject? {
    let (usage, suffix) =
      switch purpose {
      case .offline: ("nonRepudiation", "(offline)")
      case .authentication: ("digitalSignature", "(uwierzytelnienie)")
      case .other: ("nonRepudiation,digitalSignature", "")
      }
    // X.520 allows 64 characters for each of these names.
    let name = String(organisation.prefix(64))
    let commonName = "\(organisation.prefix(64 - suffix.count - 1)) \(suffix)"
    let draft = CertificateDraft(publicKey: key)
    draft?.setSerial(serialOctets)
    draft?.setValidity(notBefore, notAfter)
    draft?.addToSubject(
      (NID_countryName, "PL"), (NID_organizationIdentifier, "VATPL-\(nip)"), (NID_organizationName, name),
      (NID_commonName, commonName))
    draft?.extend(
      issuer: issuer, (NID_authority_key_identifier, "keyid:always"), (NID_basic_constraints, "critical,CA:FALSE"),
      (NID_key_usage, "critical,\(usage)"), (NID_subject_key_identifier, "hash"))
    return draft?.signed(issuer: issuer, issuerKey)
  }
}
