import Certificates

/// The revocation lists given, each with the authority that signed it, where that one was given too.
///
/// Made once for all cases: a signature over a long list takes a while to check.
struct RevocationRegister: Sendable {
  /// A list, and whose word it is.
  struct Entry: Sendable {
    let list: RevocationList
    /// The given authority whose key signed the list; nil where none did.
    let signer: KSeFCertificate?
  }

  private let entries: [Entry]

  init(_ lists: [RevocationList], certificates: [KSeFCertificate]) {
    let authorities = lists.isEmpty ? [] : certificates.filter(\.isAuthority)
    entries = lists.map { list in Entry(list: list, signer: authorities.first(where: list.isSigned)) }
  }

  /// No list was given.
  var isEmpty: Bool { entries.isEmpty }

  /// The lists of the certificate's issuer, by its name.
  func entries(for certificate: KSeFCertificate) -> [Entry] {
    entries.filter { $0.list.isOfIssuer(of: certificate) }
  }
}
