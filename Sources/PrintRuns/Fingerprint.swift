import KSeFIdentifiers

/// Half of a text's SHA-256, in whose place it stands where there are a million of them.
struct Fingerprint: Hashable, Sendable {
  private let upper: UInt64
  private let lower: UInt64

  init(_ text: String) {
    let digest = InvoiceHash(ofExactBytes: Array(text.utf8)).digest
    upper = digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    lower = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Of a file's path where upper and lower case may be the same.
  init(ofPath path: String) { self.init(path.lowercased()) }
}
