public import KSeFIdentifiers

/// Whom a certificate was issued to, as its subject says.
///
/// Control characters in names are shown as U+FFFD, so that a hostile name can't steer a terminal.
///
/// Source: verification-codes, "Certificates and keys as users have them".
public struct CertificateHolder: Sendable, Hashable {
  /// What identifies the holder.
  public enum Identifier: Sendable, Hashable {
    /// An organisation's NIP (`organizationIdentifier`, `VATPL-…`).
    case organisation(NIP)
    /// A person's NIP (`serialNumber`, `TINPL-…`).
    case person(NIP)
    /// A person's PESEL, eleven digits (`serialNumber`, `PNOPL-…`).
    case pesel(String)
    /// An identifier of another form, as it stands in the certificate.
    case other(String)
  }

  /// `CN`; of an Offline certificate it ends in "(offline)".
  public let commonName: String?
  /// `O`.
  public let organisation: String?
  /// From `organizationIdentifier` where there is one, else from `serialNumber`.
  public let identifier: Identifier?

  /// The holder's NIP, be it an organisation's or a person's.
  public var nip: NIP? {
    switch identifier {
    case .organisation(let nip), .person(let nip): nip
    case .pesel, .other, nil: nil
    }
  }
}
