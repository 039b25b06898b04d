import CQPDF

/// Takes the XML files out of a PDF: those of the document and those that hang on its pages.
///
/// qpdf does it and not Poppler, which version 22.12 breaks down on a broken entry. Anybody can attach anything, in any
/// amount, packed as tightly as they like; what isn't XML by its first bytes, or is beyond the bounds, is left where it
/// is.
package struct AttachmentReader {
  /// The most bytes of one file.
  static let mostBytes = 16 << 20
  /// The most bytes of all files together.
  static let mostBytesInAll = 64 << 20
  /// The most files.
  static let mostFiles = 100
  /// The most files that are looked into.
  private static let mostLooks = 1_000
  /// The most bytes that are unpacked, of files too that are left in the end.
  private static let mostUnpacked = 256 << 20

  private var files: [AttachedFile] = []
  private var bytesInAll = 0
  private var unpacked = 0

  /// The XML files attached to a PDF and to its pages, each once; none where the bytes are no PDF that can be opened.
  package static func files(inPDF bytes: [UInt8]) -> [AttachedFile] {
    bytes.withUnsafeBufferPointer { bytes in
      guard mayCarryFiles(bytes), let list = EmbeddedFiles(bytes, most: mostLooks) else { return [] }
      var reader = AttachmentReader()
      for index in 0..<list.count where !reader.isFull { reader.take(list, index) }
      return reader.files
    }
  }

  /// Whether there is a file specification that embeds its file, which every attachment needs, or objects are packed,
  /// so that it can't be seen.
  private static func mayCarryFiles(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let marks = [Array("/EF".utf8), Array("/ObjStm".utf8)]
    var rest = bytes[...]
    while let start = rest.firstIndex(of: 0x2F) {
      rest = rest[start...]
      if marks.contains(where: { rest.starts(with: $0) }) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  private var isFull: Bool {
    files.count >= Self.mostFiles || bytesInAll >= Self.mostBytesInAll || unpacked >= Self.mostUnpacked
  }

  private mutating func take(_ list: borrowing EmbeddedFiles, _ index: Int) {
    let vessel = Vessel(room: min(Self.mostBytes, Self.mostBytesInAll - bytesInAll))
    let isWhole = list.pour(index, into: vessel)
    unpacked += vessel.bytes.count
    guard isWhole, vessel.seemsXML else { return }
    let file = AttachedFile(name: list.name(of: index), bytes: vessel.bytes)
    // The same file may be embedded twice.
    guard !files.contains(file) else { return }
    bytesInAll += vessel.bytes.count
    files.append(file)
  }
}

/// Owns the list of files that qpdf found in a PDF.
private struct EmbeddedFiles: ~Copyable {
  private let list: OpaquePointer

  /// - Parameter bytes: the PDF, in which qpdf reads for as long as the list lives.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, most: Int) {
    guard let list = cqpdf_open(bytes.baseAddress, bytes.count, most) else { return nil }
    self.list = list
  }

  deinit { cqpdf_free(list) }

  var count: Int { cqpdf_count(list) }

  func name(of index: Int) -> String { String(cString: cqpdf_name(list, index)) }

  /// - Returns: whether the vessel holds the file whole.
  func pour(_ index: Int, into vessel: Vessel) -> Bool {
    cqpdf_pour(
      list, index,
      { vessel, block, count in
        guard let block, let vessel else { return count == 0 }
        return Unmanaged<Vessel>.fromOpaque(vessel).takeUnretainedValue()
          .fill(from: UnsafeBufferPointer(start: block, count: count))
      }, Unmanaged.passUnretained(vessel).toOpaque())
  }
}

/// What a file is poured into, block by block.
private final class Vessel {
  private let room: Int
  private(set) var bytes: [UInt8] = []

  init(room: Int) {
    self.room = room
  }

  /// Takes a block; false ends the pouring, since the file is no XML or too large.
  func fill(from block: UnsafeBufferPointer<UInt8>) -> Bool {
    guard block.count <= room - bytes.count else { return false }
    bytes += block
    // Markup may stand behind a byte-order mark and white space, but not behind a page of it.
    return bytes.count < 1_024 || seemsXML
  }

  /// Whether a `<` is the first character, in UTF-8 or UTF-16.
  var seemsXML: Bool {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    return bytes.prefix(1_024).first { !blanks.contains($0) } == 0x3C
  }
}
