package import Findings
package import KSeFIdentifiers
package import OfflineSigning

/// Who issues and signs; asked only where a print needs to know, so that nobody types a passphrase in vain.
package protocol Issuer: Sendable {
  /// The context that was named; nil for the issuer's own NIP.
  ///
  /// - Throws: what makes it no context.
  func namedContext() throws(Obstacle) -> IssuingContext?

  /// What signs KOD II; nil where there is nothing to sign with.
  ///
  /// - Throws: whatever keeps it from being opened.
  func credential() throws(Obstacle) -> OfflineCredential?
}

/// An issuer of whom everything is known.
struct SettledIssuer: Issuer {
  private let context: IssuingContext?
  private let opened: OfflineCredential?

  init(_ settings: PrintSettings) { (context, opened) = (settings.context, settings.credential) }

  func namedContext() throws(Obstacle) -> IssuingContext? { context }

  func credential() throws(Obstacle) -> OfflineCredential? { opened }
}
