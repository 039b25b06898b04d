/// The kinds of file in which codes are looked for.
public enum EvidenceKind: String, Sendable, Hashable, CaseIterable {
  case pdf
  case png
  case jpeg
  case tiff

  /// The kind that a file's first bytes show, whatever it is called; nil for anything else.
  ///
  /// - PDF: `%PDF-` within the first 1024 bytes, where readers look for it though ISO 32000 wants it first.
  /// - PNG: the eight-byte signature (ISO/IEC 15948, 5.2).
  /// - JPEG: start of image and the marker after it, `FF D8 FF` (ISO/IEC 10918-1, annex B).
  /// - TIFF: the byte order and 42, or 43 in a BigTIFF (TIFF 6.0, section 2).
  public static func of(_ bytes: [UInt8]) -> EvidenceKind? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    let tiffHeads: [[UInt8]] = [[0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42], [0x49, 0x49, 43, 0], [0x4D, 0x4D, 0, 43]]
    if tiffHeads.contains(where: bytes.starts) { return .tiff }
    let head = bytes.prefix(1024)
    let mark = Array("%PDF-".utf8)
    return head.indices.contains { head[$0...].starts(with: mark) } ? .pdf : nil
  }
}
