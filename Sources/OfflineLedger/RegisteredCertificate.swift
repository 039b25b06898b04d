public import Certificates
public import KSeFIdentifiers
public import OfflineRules

/// A certificate in the desk's register, with its key as it lies at rest.
public struct RegisteredCertificate: Sendable {
  /// Which KSeF it belongs to.
  public let environment: KSeFEnvironment
  /// The person whose prints it signs; nobody else's.
  public let user: String
  /// The certificate itself.
  public let certificate: KSeFCertificate
  /// The certificate's bytes as PEM.
  public let certificateBytes: [UInt8]
  /// The private key as encrypted PKCS#8, PEM; it opens with a passphrase that the register doesn't know.
  public let keyBytes: [UInt8]
  /// Whether its user put it before his others.
  public let isPreferred: Bool
  /// When it was marked as withdrawn; nil where it wasn't.
  public let withdrawn: Moment?

  /// How it stands with a certificate on a day.
  public enum State: Sendable, Hashable {
    /// Its validity begins at that moment, and it serves by itself from then on.
    case waits(from: Moment)
    /// It serves.
    case usable
    /// It serves, for that many more days; 30 or fewer.
    case expiring(days: Int)
    /// Its validity ended at that moment.
    case expired(at: Moment)
    /// It was marked as withdrawn at that moment.
    case withdrawn(at: Moment)
  }

  /// From this many days before its end, a certificate's end is warned of.
  public static let warningDays = 30

  /// How it stands with the certificate at a moment; its type isn't looked at.
  public func state(at now: Moment) -> State {
    if let withdrawn { return .withdrawn(at: withdrawn) }
    let (begin, end) = (Moment(unixSeconds: certificate.notBefore), Moment(unixSeconds: certificate.notAfter))
    if now < begin { return .waits(from: begin) }
    if end < now { return .expired(at: end) }
    let days = Int((end.unixSeconds - now.unixSeconds) / 86_400)
    return days <= RegisteredCertificate.warningDays ? .expiring(days: days) : .usable
  }

  /// Whether it can sign KOD II at a moment, as far as the register knows.
  public func signs(at now: Moment) -> Bool {
    guard certificate.purpose == .offline else { return false }
    switch state(at: now) {
    case .usable, .expiring: return true
    case .waits, .expired, .withdrawn: return false
    }
  }
}
