import KSeFIdentifiers

/// A link that a report lets people open: over https, to KSeF's own service, in nothing but plain letters.
struct SafeLink {
  let address: String
  let host: String

  /// Nil for any other link; then it stands in the report as text.
  init?(_ address: String) {
    let plain = address.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x2F, 0x3A, 0x5F].contains(byte)
    }
    guard plain, address.utf8.count <= 4000,
      let environment = KSeFEnvironment.allCases.first(where: { address.hasPrefix("https://\($0.host)/") })
    else { return nil }
    self.address = address
    host = environment.host
  }
}
