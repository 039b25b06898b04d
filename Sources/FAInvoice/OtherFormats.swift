import Findings

/// A kind of file that people take for the invoice.
struct OtherFormat {
  let code: String
  let name: Sentence
  /// Bytes that the file begins with.
  let beginnings: [[UInt8]]

  static let all = [
    OtherFormat("invoice.is-pdf", Sentence("a PDF", pl: "plik PDF"), ["%PDF"]),
    OtherFormat(
      "invoice.is-zip", Sentence("a ZIP archive", pl: "archiwum ZIP"), [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6]]),
    OtherFormat("invoice.is-gzip", Sentence("a gzip archive", pl: "archiwum gzip"), [[0x1F, 0x8B]]),
    OtherFormat(
      "invoice.is-picture", Sentence("a picture", pl: "obraz"),
      [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38]]),
    OtherFormat("invoice.is-base64", Sentence("XML in Base64", pl: "XML zapisany w Base64"), ["PD94", "PEZh"]),
    OtherFormat(
      "invoice.is-pem", Sentence("a PEM file (a certificate or key)", pl: "plik PEM (certyfikat lub klucz)"),
      ["-----BEGIN"]),
  ]

  private init(_ code: String, _ name: Sentence, _ beginnings: [String]) {
    self.init(code, name, beginnings.map { Array($0.utf8) })
  }

  private init(_ code: String, _ name: Sentence, _ beginnings: [[UInt8]]) {
    self.code = code
    self.name = name
    self.beginnings = beginnings
  }

  static let html = OtherFormat(
    "invoice.is-html", Sentence("a web page (HTML)", pl: "strona internetowa (HTML)"), [String]())
  static let json = OtherFormat("invoice.is-json", Sentence("JSON", pl: "plik JSON"), [String]())
}

/// Says what a file is when it can't be XML in UTF-8, by its first bytes.
func refuseOtherFormats(_ bytes: ArraySlice<UInt8>) throws(Obstacle) {
  guard let first = bytes.first(where: { $0 > 0x20 }) else { throw .emptyFile(bytes.isEmpty) }
  if let encoding = wideEncoding(bytes) { throw .encoding(encoding) }
  for format in OtherFormat.all where format.beginnings.contains(where: { bytes.starts(with: $0) }) {
    throw .otherFormat(format)
  }
  switch first {
  case UInt8(ascii: "<"):
    let head = String(decoding: bytes.prefix(512).drop { $0 <= 0x20 }.prefix(16), as: UTF8.self).lowercased()
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") { throw .otherFormat(.html) }
  case UInt8(ascii: "{"), UInt8(ascii: "["): throw .otherFormat(.json)
  default: throw .notXML()
  }
}

/// UTF-16 or UTF-32, by the byte order mark or by where the zeros of `<` and of the character after it stand.
private func wideEncoding(_ bytes: ArraySlice<UInt8>) -> String? {
  let wide: [(String, [UInt8])] = [
    ("UTF-32", [0xFF, 0xFE, 0, 0]), ("UTF-32", [0, 0, 0xFE, 0xFF]), ("UTF-32", [0x3C, 0, 0, 0]),
    ("UTF-32", [0, 0, 0, 0x3C]), ("UTF-16", [0xFF, 0xFE]), ("UTF-16", [0xFE, 0xFF]), ("UTF-16", [0x3C, 0]),
    ("UTF-16", [0, 0x3C]),
  ]
  return wide.first { bytes.starts(with: $0.1) }?.0
}
