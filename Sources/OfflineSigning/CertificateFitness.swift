package import Certificates
package import Findings
package import KSeFIdentifiers

extension KSeFCertificate {
  /// Refuses a certificate that can't sign KOD II links of an environment at a moment; its key isn't looked at yet.
  ///
  /// - Parameter now: seconds since 1970-01-01 00:00 UTC.
  /// - Returns: the serial number, which then has the form that the links need.
  func fitSerialNumber(
    for environment: KSeFEnvironment, now: Int64
  ) throws(Obstacle) -> CertificateSerialNumber {
    switch purpose {
    case .offline: break
    case .authentication: throw .certificateForAuthentication()
    case .other: throw .certificateNotOffline()
    }
    guard let serialNumber else { throw .certificateSerialTooLong(serialText) }
    guard key.signsCertificateLinks else { throw .certificateKeyNotSupported(key) }
    try checkBelongs(to: environment)
    try checkValidity(now: now)
    return serialNumber
  }

  /// Refuses a certificate whose issuer isn't one of the environment's.
  ///
  /// - Throws: `certificate.demonstration`, `certificate.other-environment`.
  package func checkBelongs(to environment: KSeFEnvironment) throws(Obstacle) {
    guard !isDemonstration || environment == .test else { throw .certificateDemonstration(environment) }
    if let issuer = issuerUnknown(to: environment) {
      throw .certificateOtherEnvironment(issuer: issuer, environment)
    }
  }

  func checkValidity(now: Int64) throws(Obstacle) {
    guard notBefore <= now else { throw .certificateNotYetValid(from: notBefore) }
    guard now <= notAfter else { throw .certificateExpired(at: notAfter) }
  }
}
