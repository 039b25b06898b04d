import COpenSSL

/// The one owner of one reference to an object of libcrypto: a certificate, a key, a context.
///
/// Unchecked: Swift can't see that the objects kept in it for long (`X509`, `EVP_PKEY`) are never changed after
/// they were made and that libcrypto locks what it caches in them. Objects that are changed (digest contexts) are
/// made, used and released within one call.
package final class CryptoObject: @unchecked Sendable {
  package let pointer: OpaquePointer
  private let release: @convention(c) (OpaquePointer?) -> Void

  /// Takes over the reference; nil where libcrypto gave none.
  package init?(_ pointer: OpaquePointer?, release: @escaping @convention(c) (OpaquePointer?) -> Void) {
    guard let pointer else { return nil }
    self.pointer = pointer
    self.release = release
  }

  deinit {
    release(pointer)
  }
}

/// Empties libcrypto's queue of errors of this thread, so that nothing of a failure is kept or shown elsewhere.
package func discardCryptoErrors() {
  ERR_clear_error()
}
