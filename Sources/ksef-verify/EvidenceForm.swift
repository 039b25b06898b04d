import CodeReading
import EvidenceFiles

/// What a file among the evidence is, by its beginning.
///
/// Names mean nothing, with two exceptions. Whether a text is a table can't be seen in it, since a link that a scanner
/// wrote down may have a comma and more behind it, which must not be cut off. And what is called a print and can't be
/// read as one must not be passed over: an empty `scan.pdf` may be the invoice that somebody looks for.
enum EvidenceForm {
  /// A PDF or a picture, also one of a kind that can't be read: it may be an invoice, and must not go missing.
  case print
  /// An invoice's XML: an auditor's box has `scan.pdf` beside `invoice.xml`, and it says which invoice it is by its hash.
  /// Whoever makes up an invoice can put both there, so that it vouches for nothing that isn't signed.
  case invoice
  /// KSeF's confirmation. Anybody can write one, so that lying in the box doesn't make it trusted.
  case receipt
  /// A certificate, a key or a revocation list. Whoever forged a print would put his certificate beside it.
  case credential
  /// Text with a link on each line.
  case lines
  /// A table with links in some column.
  case table
  /// Called a PDF, a picture or an archive, and none that can be read.
  case misnamed
  case other

  init(_ head: FileHead) {
    let bytes = head.bytes
    if EvidenceKind.of(bytes) != nil || bytes.isOtherPicture {
      self = .print
    } else if let root = EvidenceForm.rootElement(of: bytes) {
      self =
        switch root {
        case "Faktura", "": .invoice
        case "Potwierdzenie": .receipt
        default: .other
        }
    } else if EvidenceForm.isCalledEvidence(head.name) {
      self = .misnamed
    } else if bytes.isCredential {
      self = .credential
    } else if bytes.isText {
      let name = head.name.lowercased()
      self = name.hasSuffix(".csv") || name.hasSuffix(".tsv") ? .table : .lines
    } else {
      self = .other
    }
  }

  private static func isCalledEvidence(_ name: String) -> Bool {
    guard let file = name.lowercased().split(separator: "/").last, let dot = file.lastIndex(of: ".") else {
      return false
    }
    return evidenceEndings.contains(String(file[file.index(after: dot)...]))
  }

  /// Of prints, of pictures that telephones and scanners make, and of archives that aren't opened.
  private static let evidenceEndings: Set<String> = [
    "pdf", "png", "jpg", "jpeg", "jfif", "tif", "tiff", "heic", "heif", "webp", "avif", "gif", "bmp", "jp2", "djvu",
    "zip", "rar", "7z", "tar", "gz", "tgz",
  ]

  /// The local name of an XML document's root; empty where it begins too late to be seen, nil for what isn't XML.
  private static func rootElement(of bytes: [UInt8]) -> String? {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    guard rest.first(where: { !$0.isSpace }) == 0x3C else { return nil }
    while true {
      rest = rest.drop { $0.isSpace }
      guard rest.first == 0x3C, rest.count > 1 else { return "" }
      let isComment = rest.starts(with: "<!--".utf8)
      guard isComment || rest.dropFirst().first == 0x3F || rest.dropFirst().first == 0x21 else { break }
      guard let end = rest.firstRange(of: isComment ? Array("-->".utf8) : [0x3E]) else { return "" }
      rest = rest[end.upperBound...]
    }
    let name = rest.dropFirst().prefix { !$0.isSpace && $0 != 0x3E && $0 != 0x2F }
    return String(decoding: name.split(separator: 0x3A).last ?? [], as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension [UInt8] {
  /// A photograph or a picture of a kind that isn't read: HEIC and AVIF, WebP, GIF, BMP, JPEG 2000.
  fileprivate var isOtherPicture: Bool {
    func stands(_ mark: String, at offset: Int) -> Bool { dropFirst(offset).starts(with: mark.utf8) }
    return stands("ftyphei", at: 4) || stands("ftypmif1", at: 4) || stands("ftypavif", at: 4)
      || stands("RIFF", at: 0) && stands("WEBP", at: 8) || stands("GIF8", at: 0)
      || stands("BM", at: 0) && dropFirst(6).starts(with: [0, 0, 0, 0]) || stands("jP  ", at: 4)
  }

  /// PEM, or a DER sequence of a certificate's size.
  fileprivate var isCredential: Bool {
    starts(with: [0x30, 0x82]) || starts(with: [0x30, 0x80]) || starts(with: [0x30, 0x83])
      || firstRange(of: Array("-----BEGIN ".utf8)) != nil
  }

  /// Without the control characters that no text has; or marked as UTF-16, as spreadsheets save it.
  fileprivate var isText: Bool {
    starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF])
      || !isEmpty && allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0.isSpace }
  }

  /// The text: UTF-8, or UTF-16 where it is marked as such. Letters of another code page are lost, which links lack.
  var asText: String {
    let isLittle = starts(with: [0xFF, 0xFE])
    guard isLittle || starts(with: [0xFE, 0xFF]) else { return String(decoding: self, as: UTF8.self) }
    let units = stride(from: 2, to: count - 1, by: 2).map { index in
      let (one, two) = (UInt16(self[index]), UInt16(self[index + 1]))
      return isLittle ? two << 8 | one : one << 8 | two
    }
    return String(decoding: units, as: UTF16.self)
  }
}
