import COpenSSL
import KSeFIdentifiers

/// A distinguished name of a certificate, borrowed from it.
struct CertificateName {
  private let name: OpaquePointer?

  init(_ name: OpaquePointer?) {
    self.name = name
  }

  /// The first value of an attribute; nil where there is none.
  subscript(attribute: Int32) -> String? {
    let index = X509_NAME_get_index_by_NID(name, attribute, -1)
    guard index >= 0, let entry = X509_NAME_get_entry(name, index) else { return nil }
    var text: UnsafeMutablePointer<UInt8>?
    let length = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(entry))
    guard length >= 0, let text else { return nil }
    defer { CRYPTO_free(text, #fileID, #line) }
    return printable(String(decoding: UnsafeBufferPointer(start: text, count: Int(length)), as: UTF8.self))
  }

  /// The whole name as RFC 2253 writes it, letters beyond ASCII kept.
  var text: String {
    let characters = ASN1_STRFLGS_ESC_2253 | ASN1_STRFLGS_ESC_CTRL | ASN1_STRFLGS_UTF8_CONVERT
    let unknown = ASN1_STRFLGS_DUMP_UNKNOWN | ASN1_STRFLGS_DUMP_DER
    let flags = UInt(characters | unknown | XN_FLAG_SEP_COMMA_PLUS | XN_FLAG_DN_REV | XN_FLAG_FN_SN)
    guard let output = CryptoObject(BIO_new(BIO_s_mem()), release: BIO_free_all),
      X509_NAME_print_ex(output.pointer, name, 0, flags) >= 0
    else { return "" }
    var bytes = [UInt8](repeating: 0, count: Int(BIO_ctrl_pending(output.pointer)))
    let count = BIO_read(output.pointer, &bytes, Int32(clamping: bytes.count))
    return printable(String(decoding: bytes.prefix(Int(max(count, 0))), as: UTF8.self))
  }

  /// The subject read as KSeF writes it.
  var holder: CertificateHolder {
    CertificateHolder(
      commonName: self[NID_commonName], organisation: self[NID_organizationName],
      identifier: (self[NID_organizationIdentifier] ?? self[NID_serialNumber]).map(CertificateHolder.Identifier.init))
  }

  /// Whether it is the name of the product's own demonstration authority.
  var isOfDemonstrationAuthority: Bool {
    self[NID_organizationName] == DemonstrationAuthority.organisation
      && self[NID_commonName] == DemonstrationAuthority.commonName
  }
}

extension CertificateHolder.Identifier {
  fileprivate init(_ text: String) {
    if let nip = text.nip(after: "VATPL-") {
      self = .organisation(nip)
    } else if let nip = text.nip(after: "TINPL-") {
      self = .person(nip)
    } else if text.hasPrefix("PNOPL-"), text.utf8.count == 17,
      text.utf8.dropFirst(6).allSatisfy({ (0x30...0x39).contains($0) })
    {
      self = .pesel(String(text.dropFirst(6)))
    } else {
      self = .other(text)
    }
  }
}

extension String {
  fileprivate func nip(after prefix: String) -> NIP? {
    hasPrefix(prefix) ? NIP(String(dropFirst(prefix.count))) : nil
  }
}

/// Control and formatting characters give way to U+FFFD.
private func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}
