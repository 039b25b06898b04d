import COpenSSL
import Certificates

/// The algorithms that libcrypto has put aside (RC2, DES), loaded into a context of their own.
///
/// Nothing that was opened with it may outlive it.
final class LegacyAlgorithms {
  let context: OpaquePointer
  private let providers: [OpaquePointer]

  /// Nil where the machine has no legacy provider (`ossl-modules/legacy.so`).
  init?() {
    defer { discardCryptoErrors() }
    guard let context = OSSL_LIB_CTX_new() else { return nil }
    var providers: [OpaquePointer] = []
    for name in ["default", "legacy"] {
      guard let provider = OSSL_PROVIDER_load(context, name) else {
        for provider in providers { OSSL_PROVIDER_unload(provider) }
        OSSL_LIB_CTX_free(context)
        return nil
      }
      providers.append(provider)
    }
    self.context = context
    self.providers = providers
  }

  deinit {
    for provider in providers { OSSL_PROVIDER_unload(provider) }
    OSSL_LIB_CTX_free(context)
  }

  /// Whether libcrypto's last failure was that it doesn't know an algorithm; empties its queue of errors.
  static func areWantedByLastFailure() -> Bool {
    var wanted = false
    while case let error = ERR_get_error(), error != 0 {
      let reason = ERR_GET_REASON(error)
      if reason == unsupported || (ERR_GET_LIB(error) == ERR_LIB_EVP && reason == EVP_R_UNSUPPORTED_ALGORITHM) {
        wanted = true
      }
    }
    return wanted
  }

  /// `ERR_R_UNSUPPORTED`, a macro with a cast: reason 268 of those that all parts of libcrypto share.
  private static let unsupported: Int32 = 268 | (2 << 18)
}
