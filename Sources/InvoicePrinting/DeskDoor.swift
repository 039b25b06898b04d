package import Findings
package import KSeFIdentifiers
package import OfflineSigning

/// The way from a print to the offline desk's records, for programs that keep the database out of those which don't
/// need it.
package protocol DeskDoor: Sendable {
  /// Opens a desk.
  ///
  /// - Parameters:
  ///   - folder: where the desk keeps its records.
  ///   - user: whose certificates may sign.
  ///   - passphrase: of the key that is chosen; asked once, where a print needs it.
  /// - Throws: what keeps it from being opened.
  func open(
    _ folder: String, user: String, environment: KSeFEnvironment,
    passphrase: @escaping @Sendable (_ keyName: String) throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> any PrintDesk
}
