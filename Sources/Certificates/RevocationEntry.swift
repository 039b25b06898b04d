import COpenSSL

/// What a revocation list says of one certificate.
public struct RevocationEntry: Sendable, Hashable {
  /// Why a certificate was revoked (RFC 5280, clause 5.3.1).
  public enum Reason: Int, Sendable, Hashable, CaseIterable {
    case unspecified = 0
    case keyCompromise = 1
    case authorityCompromise = 2
    case affiliationChanged = 3
    case superseded = 4
    case cessationOfOperation = 5
    /// Suspended for a time.
    case certificateHold = 6
    /// No longer suspended; stands only in lists that amend another.
    case removeFromList = 8
    case privilegeWithdrawn = 9
    case attributeAuthorityCompromise = 10
  }

  /// From when it is revoked: seconds since 1970-01-01 00:00 UTC; nil where the entry's time can't be one.
  public let revokedAt: Int64?
  /// Nil where the entry gives none.
  public let reason: Reason?
  /// From when the key wasn't to be trusted any more, where the entry says so.
  public let invalidSince: Int64?
  /// All that the entry says critically is known here.
  public let isUnderstood: Bool

  /// - Parameter entry: an `X509_REVOKED`, borrowed.
  init(of entry: OpaquePointer) {
    revokedAt = secondsSince1970(X509_REVOKED_get0_revocationDate(entry))
    var isUnderstood = true
    reason = RevocationEntry.value(NID_crl_reason, of: entry) { (value: UnsafeMutablePointer<ASN1_ENUMERATED>) in
      defer { ASN1_ENUMERATED_free(value) }
      return Reason(rawValue: ASN1_ENUMERATED_get(value))
    }
    invalidSince = RevocationEntry.value(NID_invalidity_date, of: entry) {
      (value: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>) in
      defer { ASN1_GENERALIZEDTIME_free(value) }
      return secondsSince1970(value)
    }
    for index in 0..<max(0, X509_REVOKED_get_ext_count(entry)) {
      let item = X509_REVOKED_get_ext(entry, index)
      let isKnown = [NID_crl_reason, NID_invalidity_date].contains(OBJ_obj2nid(X509_EXTENSION_get_object(item)))
      if !isKnown, X509_EXTENSION_get_critical(item) != 0 { isUnderstood = false }
    }
    self.isUnderstood = isUnderstood
  }

  private static func value<Encoded, Value>(
    _ identifier: Int32, of entry: OpaquePointer, _ read: (UnsafeMutablePointer<Encoded>) -> Value?
  ) -> Value? {
    X509_REVOKED_get_ext_d2i(entry, identifier, nil, nil).flatMap { read($0.assumingMemoryBound(to: Encoded.self)) }
  }
}

/// Of which certificates a list speaks.
enum RevocationScope {
  /// All that its issuer has issued, or all of those that aren't authorities'.
  case all
  /// Those of one distribution point, or authorities' only.
  case part

  /// Nil for a list that can't be used by itself.
  init?(of list: CryptoObject) {
    for index in 0..<max(0, X509_CRL_get_ext_count(list.pointer)) {
      let item = X509_CRL_get_ext(list.pointer, index)
      let identifier = OBJ_obj2nid(X509_EXTENSION_get_object(item))
      let isKnown = [NID_issuing_distribution_point, NID_crl_number, NID_authority_key_identifier].contains(identifier)
      guard isKnown || X509_EXTENSION_get_critical(item) == 0, identifier != NID_delta_crl else { return nil }
    }
    // Negative where there is none (-1) and where there are several (-2); else whether it is critical.
    var presence: Int32 = 0
    let found = X509_CRL_get_ext_d2i(list.pointer, NID_issuing_distribution_point, &presence, nil)
    guard let found else {
      guard presence == -1 else { return nil }
      self = .all
      return
    }
    let point = found.assumingMemoryBound(to: ISSUING_DIST_POINT.self)
    defer { ISSUING_DIST_POINT_free(point) }
    guard point.pointee.indirectCRL <= 0, point.pointee.onlyattr <= 0, point.pointee.onlysomereasons == nil else {
      return nil
    }
    self = point.pointee.distpoint != nil || point.pointee.onlyCA > 0 ? .part : .all
  }
}
