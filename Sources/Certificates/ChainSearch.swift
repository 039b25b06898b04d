import COpenSSL
import KSeFIdentifiers

/// The search for a chain: depth first, bounded in length and in the number of signatures that are checked.
struct ChainSearch {
  let given: [KSeFCertificate]
  let days: [CalendarDate]
  private var attempts = 0

  /// Steps that are judged before the rest counts as too many.
  private static let attemptLimit = 200

  init(given: [KSeFCertificate], days: [CalendarDate]) {
    self.given = given
    self.days = days
  }

  /// What comes of a path that holds so far, its end not yet issued by anything known.
  mutating func continuation(of path: [KSeFCertificate]) -> CertificateChain.Outcome {
    guard let last = path.last else { return .noIssuer }
    if path.count > 1, last.isSelfIssued { return .found(CertificateChain(certificates: path, isComplete: true)) }
    let known = Set(path.map(\.fingerprint))
    let candidates = given.filter { last.names($0) && !known.contains($0.fingerprint) && last.mayComeFrom($0) }
    guard !candidates.isEmpty else {
      return path.count > 1 ? .found(CertificateChain(certificates: path, isComplete: false)) : .noIssuer
    }
    var partial: CertificateChain.Outcome?
    // Of the steps from here, and of those further up, which only a certificate that did sign this one can lead to.
    var (breaks, higherBreaks): ([CertificateChain.Break], [CertificateChain.Break]) = ([], [])
    for candidate in candidates {
      attempts += 1
      let defect =
        attempts > ChainSearch.attemptLimit || path.count >= CertificateChain.lengthLimit
        ? .tooMany : self.defect(of: candidate, above: path)
      if let defect {
        breaks.append(CertificateChain.Break(certificate: last, authority: candidate, defect: defect))
        continue
      }
      switch continuation(of: path + [candidate]) {
      case .found(let chain) where chain.isComplete: return .found(chain)
      case .found(let chain): partial = partial ?? .found(chain)
      case .broken(let higher): higherBreaks.append(higher)
      case .noIssuer: continue
      }
    }
    if let partial { return partial }
    let told = (higherBreaks.isEmpty ? breaks : higherBreaks).min { $0.defect.rank < $1.defect.rank }
    return told.map(CertificateChain.Outcome.broken) ?? .noIssuer
  }

  /// Why the authority can't have issued the end of the path; nil where it has.
  private func defect(of authority: KSeFCertificate, above path: [KSeFCertificate]) -> CertificateChain.Defect? {
    guard let subject = path.last else { return nil }
    defer { discardCryptoErrors() }
    if !authority.isAuthority { return .notAnAuthority }
    if !authority.hasKey(identifiedBy: subject) { return .anotherKey }
    let x509 = authority.certificate.pointer
    // All ones where the certificate has no key usage, and so doesn't limit it.
    if X509_get_key_usage(x509) & UInt32(KU_KEY_CERT_SIGN) == 0 { return .mayNotSignCertificates }
    if !SignatureStrength.isEnough(on: subject.certificate) { return .weakSignature }
    if !SignatureStrength.isEnough(key: authority.publicKey.key) { return .weakKey }
    if X509_verify(subject.certificate.pointer, authority.publicKey.key.pointer) != 1 { return .signature }
    let pathLength = X509_get_pathlen(x509)
    // Authorities that issued themselves anew aren't counted (RFC 5280, clause 4.2.1.9).
    if pathLength >= 0, path.dropFirst().count(where: { !$0.isSelfIssued }) > pathLength { return .pathTooLong }
    let flags = X509_get_extension_flags(x509)
    if flags & UInt32(EXFLAG_CRITICAL | EXFLAG_INVALID) != 0
      || X509_get_ext_by_NID(x509, NID_name_constraints, -1) >= 0
    {
      return .notUnderstood
    }
    return days.allSatisfy(authority.covers) ? nil : .outsideValidity
  }
}

extension CertificateChain.Defect {
  /// What is said where several certificates of one name don't fit.
  fileprivate var rank: Int { CertificateChain.Defect.allCases.firstIndex(of: self) ?? 0 }
}

extension KSeFCertificate {
  /// Subject and issuer are the same name.
  var isSelfIssued: Bool { names(self) }

  /// Whether the issuer that this certificate names has the other's subject for a name.
  func names(_ issuer: KSeFCertificate) -> Bool {
    X509_NAME_cmp(
      X509_get_issuer_name(certificate.pointer), X509_get_subject_name(issuer.certificate.pointer)) == 0
  }

  /// Whether the other is an authority's or, being none, signed this one all the same.
  func mayComeFrom(_ issuer: KSeFCertificate) -> Bool {
    defer { discardCryptoErrors() }
    return issuer.isAuthority || X509_verify(certificate.pointer, issuer.publicKey.key.pointer) == 1
  }

  /// False only where both certificates carry key identifiers and these differ.
  func hasKey(identifiedBy subject: KSeFCertificate) -> Bool {
    guard let own = X509_get0_subject_key_id(certificate.pointer),
      let named = X509_get0_authority_key_id(subject.certificate.pointer)
    else { return true }
    return ASN1_OCTET_STRING_cmp(own, named) == 0
  }
}
