import Certificates
import Findings
import Glibc
import OfflineLedger
import OfflineSigning

extension RegisteredCertificate {
  /// Opens the key.
  ///
  /// - Parameter passphrase: told what the key is called.
  /// - Throws: as `OfflineCredential.open(certificate:key:name:passphrase:environment:now:)`.
  func open(
    _ passphrase: (_ keyName: String) throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> OfflineCredential {
    let name = "\(certificate.serialText) (\(user))"
    return try OfflineCredential.open(
      certificate: certificateBytes, key: try StoredKey(keyBytes, fileName: name), name: name,
      passphrase: { () throws(Obstacle) in try passphrase(name) }, environment: environment, now: Int64(time(nil)))
  }
}
