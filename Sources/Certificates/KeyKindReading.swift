import COpenSSL

extension KeyKind {
  /// The kind of a key that libcrypto holds, public or private.
  package init(of key: CryptoObject) {
    defer { discardCryptoErrors() }
    switch EVP_PKEY_get_base_id(key.pointer) {
    case EVP_PKEY_RSA:
      let bits = Int(EVP_PKEY_get_bits(key.pointer))
      self = KeyKind.hasSoundExponent(key) ? .rsa(bits: bits) : .other("RSA \(bits) with an unsound public exponent")
    case EVP_PKEY_EC:
      self = KeyKind.curve(of: key)
    case EVP_PKEY_RSA_PSS:
      self = .other("RSASSA-PSS")
    case let identifier:
      self = .other(OBJ_nid2sn(identifier).map { String(cString: $0) } ?? "unknown")
    }
  }

  /// With an exponent of 1 anybody could write a signature, with an even one nobody.
  private static func hasSoundExponent(_ key: CryptoObject) -> Bool {
    var number: OpaquePointer?
    guard EVP_PKEY_get_bn_param(key.pointer, "e", &number) == 1 else { return false }
    defer { BN_free(number) }
    return BN_is_odd(number) == 1 && BN_num_bits(number) >= 2
  }

  /// P-256 only by its name, and only with a point on it: spelled-out parameters and the point at infinity are traps.
  private static func curve(of key: CryptoObject) -> KeyKind {
    var name = [CChar](repeating: 0, count: 80)
    var length = 0
    guard EVP_PKEY_get_group_name(key.pointer, &name, name.count, &length) == 1, (1..<80).contains(length) else {
      return .other("EC, unnamed curve")
    }
    let curve = String(decoding: name[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var isSpelledOut: Int32 = 0
    guard EVP_PKEY_get_int_param(key.pointer, "decoded-from-explicit", &isSpelledOut) == 1, isSpelledOut == 0 else {
      return .other("EC \(curve) with parameters spelled out")
    }
    guard curve == "prime256v1" else { return .other("EC \(curve)") }
    guard let context = CryptoObject(EVP_PKEY_CTX_new(key.pointer, nil), release: EVP_PKEY_CTX_free),
      EVP_PKEY_public_check_quick(context.pointer) == 1
    else { return .other("EC \(curve) with an unsound point") }
    return .p256
  }
}
