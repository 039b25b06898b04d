import Glibc

/// The encoding into which libarchive turns the names that an archive marks as UTF-8: that of the thread's locale,
/// which in a program that never asked for one is ASCII, and then such names are lost.
struct NameEncoding: Sendable {
  static let utf8 = NameEncoding("C.UTF-8")

  /// The locale's address: it lives as long as the program. Zero where the system doesn't know it.
  private let address: UInt

  private init(_ name: String) {
    address = UInt(bitPattern: newlocale(1 << LC_CTYPE, name, nil))
  }

  /// Does something in this encoding; in whatever there is where the system doesn't know it.
  func applied<Result>(_ work: () -> Result) -> Result {
    let previous = locale_t(bitPattern: address).map { uselocale($0) }
    defer { if let previous { uselocale(previous) } }
    return work()
  }
}
