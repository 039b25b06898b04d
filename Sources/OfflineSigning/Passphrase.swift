/// A passphrase: its bytes are overwritten when it is no longer needed, and nothing prints them.
public final class Passphrase {
  /// - Parameter text: taken as UTF-8; the caller's own copy stays the caller's business.
  public init(_ text: String) {
    preconditionFailure("not written yet")
  }
}
