import CArchive
import Findings
import Glibc

/// The kinds of archives that are opened, each known by its first bytes.
enum ArchiveForm: Sendable {
  case zip
  case tar
  /// A tar archive packed with gzip.
  case packedTar

  /// The kind of archive that a file is by its beginning; nil for any other file, and for what is packed with gzip, which
  /// has to be unpacked to be known.
  ///
  /// An office document, which is a ZIP file too, counts as the document.
  init?(head: [UInt8]) {
    if ArchiveForm.isZIP(head) {
      self = .zip
    } else if ArchiveForm.isTar(head) {
      self = .tar
    } else {
      return nil
    }
  }

  /// The kind of archive that a file is, whose first bytes are known.
  ///
  /// - Parameter unpacked: the first bytes of what is packed with gzip, asked where the file is; nil where it can't be
  ///   unpacked, which counts as an archive, so that nobody misses what may have been in it.
  init?(head: [UInt8], unpacked: () -> [UInt8]?) {
    if let form = ArchiveForm(head: head) {
      self = form
    } else if head.starts(with: [0x1F, 0x8B, 0x08]), unpacked().map(ArchiveForm.isTar) ?? true {
      self = .packedTar
    } else {
      return nil
    }
  }

  /// Whether all that stands before a member has to be unpacked to come to it.
  var isPassedThrough: Bool { self != .zip }

  /// A reader of this kind and no other.
  func newReader() -> OpaquePointer {
    // The reader of ZIP files that begins at the start would find members that the directory doesn't list.
    guard let reader = archive_read_new(),
      (self == .zip ? archive_read_support_format_zip_seekable : archive_read_support_format_tar)(reader) == ARCHIVE_OK,
      self != .packedTar || archive_read_support_filter_gzip(reader) == ARCHIVE_OK
    else { preconditionFailure("libarchive of the system reads ZIP files, tar and gzip") }
    return reader
  }

  /// The first bytes of what is packed with gzip: those of a header of tar, fewer where there are no more; nil where it
  /// can't be unpacked.
  ///
  /// - Parameter open: opens libarchive's reader on the packed bytes; false where it can't.
  static func unpackedHead(_ open: (OpaquePointer) -> Bool) -> [UInt8]? {
    guard let reader = archive_read_new() else { preconditionFailure("there is memory for a reader") }
    defer { archive_read_free(reader) }
    guard archive_read_support_format_raw(reader) == ARCHIVE_OK, archive_read_support_filter_gzip(reader) == ARCHIVE_OK,
      open(reader)
    else { return nil }
    var entry: OpaquePointer?
    switch archive_read_next_header(reader, &entry) {
    case ARCHIVE_OK: break
    case ARCHIVE_EOF: return []
    default: return nil
    }
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: headerLength) { buffer, filled in
      got = archive_read_data(reader, buffer.baseAddress, headerLength)
      filled = max(0, got)
    }
    return got < 0 ? nil : bytes
  }

  /// The first bytes of what is packed in these bytes, as above.
  static func unpackedHead(of bytes: [UInt8]) -> [UInt8]? {
    bytes.withUnsafeBytes { memory in
      unpackedHead { archive_read_open_memory($0, memory.baseAddress, memory.count) == ARCHIVE_OK }
    }
  }

  private static func isZIP(_ head: [UInt8]) -> Bool {
    guard head.starts(with: [0x50, 0x4B]), head.count >= 4 else { return false }
    if head[2...3] == [0x05, 0x06] || head[2...3] == [0x07, 0x08] { return true }
    guard head[2...3] == [0x03, 0x04] else { return false }
    guard head.count >= 30 else { return true }
    let first = head.dropFirst(30).prefix(Int(head[26]) | Int(head[27]) << 8)
    return !officeMembers.contains { first.elementsEqual($0.utf8) }
  }

  /// What stands first in documents of office programs, books and programs.
  private static let officeMembers = ["[Content_Types].xml", "_rels/.rels", "mimetype", "META-INF/MANIFEST.MF"]

  /// In bytes.
  private static let headerLength = 512
  /// Where a header of tar has the sum of its bytes, in which these places count as spaces.
  private static let sumPlace = 148..<156

  /// What a tar archive could begin with, too, if somebody wants: of PDF, PNG, JPEG, TIFF and XML. A file that begins so
  /// is what its reader sees in it, not what could be hidden behind it.
  private static let otherBeginnings: [[UInt8]] = [
    Array("%PDF".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A],
    Array("<".utf8), [0xEF, 0xBB, 0xBF],
  ]

  /// Whether the first header's sum is right: the oldest archives have no other mark.
  private static func isTar(_ head: [UInt8]) -> Bool {
    guard head.count >= headerLength, head[0] != 0, !otherBeginnings.contains(where: head.starts(with:)) else {
      return false
    }
    let digits = head[sumPlace].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    guard !digits.isEmpty else { return false }
    let told = digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
    let sum = head[..<headerLength].indices.reduce(0) { $0 + (sumPlace.contains($1) ? 0x20 : Int(head[$1])) }
    return told == sum
  }
}
