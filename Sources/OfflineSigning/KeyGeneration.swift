import COpenSSL
import Certificates

/// A new key of libcrypto's own random numbers; nil where libcrypto fails.
func generateKey(_ kind: CertificateRecipe.Key) -> CryptoObject? {
  let algorithm = if case .rsa = kind { "RSA" } else { "EC" }
  guard
    let context = CryptoObject(EVP_PKEY_CTX_new_from_name(nil, algorithm, nil), release: EVP_PKEY_CTX_free),
    EVP_PKEY_keygen_init(context.pointer) == 1
  else { return nil }
  let isSet =
    switch kind {
    case .p256: EVP_PKEY_CTX_set_group_name(context.pointer, "P-256")
    case .p384: EVP_PKEY_CTX_set_group_name(context.pointer, "P-384")
    case .rsa(let bits): EVP_PKEY_CTX_set_rsa_keygen_bits(context.pointer, Int32(bits))
    }
  var key: OpaquePointer?
  guard isSet == 1, EVP_PKEY_generate(context.pointer, &key) == 1 else { return nil }
  return CryptoObject(key, release: EVP_PKEY_free)
}
