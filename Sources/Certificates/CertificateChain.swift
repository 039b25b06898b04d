public import KSeFIdentifiers

/// The certificates from one that was given up to an authority: each issued by the next.
public struct CertificateChain: Sendable {
  /// The certificate itself, then its issuer, the issuer's issuer and so on; at least two.
  public let certificates: [KSeFCertificate]
  /// The last one issued itself; otherwise its issuer wasn't given.
  public let isComplete: Bool

  /// What came of looking for a chain.
  public enum Outcome: Sendable {
    /// No certificate of the issuer's name was given.
    case noIssuer
    case found(CertificateChain)
    /// Certificates of an issuer's name were given, and none of them can be the issuer's.
    case broken(Break)
  }

  /// The place where a chain breaks.
  public struct Break: Sendable {
    /// The certificate whose issuer was looked for.
    public let certificate: KSeFCertificate
    /// A given certificate with the issuer's name.
    public let authority: KSeFCertificate
    /// Why it isn't the issuer's.
    public let defect: Defect
  }

  /// Why a certificate with the issuer's name isn't the issuer's; those first that outweigh the rest where several
  /// certificates of that name were given.
  public enum Defect: Sendable, Hashable, CaseIterable {
    /// Too many certificates of that name to try, or too long a chain.
    case tooMany
    /// It did sign, and more authorities stand below it than it allows (pathLenConstraint).
    case pathTooLong
    /// It did sign, and limits what it may issue in ways that aren't judged here.
    case notUnderstood
    /// It did sign, and wasn't valid on the day of issue.
    case outsideValidity
    /// It did sign, and isn't an authority's (basicConstraints).
    case notAnAuthority
    /// Its key isn't for signing certificates (keyCertSign).
    case mayNotSignCertificates
    /// The signature rests on MD5 or SHA-1, or the like.
    case weakSignature
    /// The authority's key is too short: RSA under 2048 bits, or the like.
    case weakKey
    /// Its key didn't make the signature.
    case signature
    /// The key identifiers say that the authority used another key.
    case anotherKey
  }

  /// The most certificates of a chain, its first included.
  public static let lengthLimit = 10

  /// Looks for the chain of a certificate through those given, to one that issued itself or as far as they go.
  ///
  /// Each step compares names and key identifiers, checks the signature, its strength, and that the issuer is an authority
  /// which may sign certificates at this distance and was valid on the days. Of the last one, trusted because it was given,
  /// the signature isn't looked at.
  ///
  /// - Parameters:
  ///   - given: all certificates at hand; those that are no authority's can't be issuers.
  ///   - days: on each of which the authorities must have been valid.
  /// Source: RFC 5280, clause 6.1.
  public static func search(
    from certificate: KSeFCertificate, through given: [KSeFCertificate], validOn days: [CalendarDate]
  ) -> Outcome {
    var search = ChainSearch(given: given, days: days)
    return search.continuation(of: [certificate])
  }
}
