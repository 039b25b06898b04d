import COpenSSL
import Certificates

/// PBES2 with PBKDF2 (HMAC-SHA-256, 16 bytes of salt, 100,000 iterations) and AES-256-CBC; nil where libcrypto fails.
///
/// Source: verification-codes, "Certificates and keys as users have them".
func encrypt(_ key: CryptoObject, _ passphrase: Passphrase) -> CryptoObject? {
  var salt = [UInt8](repeating: 0, count: 16)
  guard RAND_bytes(&salt, 16) == 1,
    let plain = CryptoObject(EVP_PKEY2PKCS8(key.pointer), release: PKCS8_PRIV_KEY_INFO_free)
  else { return nil }
  return passphrase.withCharacters { characters, count in
    CryptoObject(
      PKCS8_encrypt(-1, EVP_aes_256_cbc(), characters, count, &salt, 16, 100_000, plain.pointer),
      release: X509_SIG_free)
  }
}
