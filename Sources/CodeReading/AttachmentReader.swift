import CPoppler
import Findings

/// Takes the XML files out of a PDF: those of the document and those that hang on marks on its pages.
///
/// Anybody can attach anything, in any amount, packed as tightly as they like; what isn't XML by its first bytes, or
/// is beyond the bounds, is left where it is.
package struct AttachmentReader {
  /// The most bytes of one file.
  static let mostBytes = 16 << 20
  /// The most bytes of all files together.
  static let mostBytesInAll = 64 << 20
  /// The most files.
  static let mostFiles = 100
  /// The most files that are looked into.
  private static let mostLooks = 1_000

  private(set) var files: [AttachedFile] = []
  private var bytesInAll = 0
  private var looks = 0

  /// The XML files attached to a PDF; none where the bytes are no PDF that can be opened.
  package static func files(inPDF bytes: [UInt8], limits: CodeReader.Limits = .init()) -> [AttachedFile] {
    do throws(Obstacle) {
      return try PDFPages(bytes, pageLimit: limits.pages, pixelLimit: limits.pagePixels).attachments()
    } catch {
      return []
    }
  }

  fileprivate init() {}

  private var isFull: Bool {
    files.count >= Self.mostFiles || looks >= Self.mostLooks || bytesInAll >= Self.mostBytesInAll
  }

  /// Takes the files of a list of Poppler's.
  fileprivate mutating func take(_ list: UnsafeMutablePointer<GList>?) {
    var next = list
    while let item = next, !isFull {
      if let attachment = item.pointee.data { take(attachment.assumingMemoryBound(to: PopplerAttachment.self)) }
      next = item.pointee.next
    }
  }

  fileprivate mutating func take(_ attachment: UnsafeMutablePointer<PopplerAttachment>) {
    guard !isFull else { return }
    looks += 1
    let vessel = Vessel(room: min(Self.mostBytes, Self.mostBytesInAll - bytesInAll))
    let pour: PopplerAttachmentSaveFunc = { block, count, vessel, _ in
      guard let block, let vessel else { return 0 }
      return Unmanaged<Vessel>.fromOpaque(vessel).takeUnretainedValue().fill(from: block, Int(count)) ? 1 : 0
    }
    let isWhole =
      poppler_attachment_save_to_callback(
        attachment, pour, Unmanaged.passUnretained(vessel).toOpaque(), nil) != 0
    guard isWhole, vessel.seemsXML else { return }
    let name: UnsafePointer<CChar>? = attachment.pointee.name.map { UnsafePointer($0) }
    let file = AttachedFile(name: name.map { String(cString: $0) } ?? "", bytes: vessel.bytes)
    // The same file may be reached in two ways.
    guard !files.contains(file) else { return }
    bytesInAll += vessel.bytes.count
    files.append(file)
  }
}

extension PDFPages {
  /// The XML files attached to the document and to its pages, each once.
  func attachments() -> [AttachedFile] {
    var reader = AttachmentReader()
    let ofDocument = poppler_document_get_attachments(document)
    reader.take(ofDocument)
    g_list_free_full(ofDocument) { g_object_unref($0) }
    for number in 1...count {
      guard let page = poppler_document_get_page(document, Int32(number - 1)) else { continue }
      defer { g_object_unref(UnsafeMutableRawPointer(page)) }
      let marks = poppler_page_get_annot_mapping(page)
      defer { poppler_page_free_annot_mapping(marks) }
      var next = marks
      while let item = next {
        if let mark = item.pointee.data?.assumingMemoryBound(to: PopplerAnnotMapping.self).pointee.annot,
          poppler_annot_get_annot_type(mark) == POPPLER_ANNOT_FILE_ATTACHMENT,
          let attachment = poppler_annot_file_attachment_get_attachment(mark)
        {
          reader.take(attachment)
          g_object_unref(UnsafeMutableRawPointer(attachment))
        }
        next = item.pointee.next
      }
    }
    return reader.files
  }
}

/// What Poppler pours a file into, block by block.
private final class Vessel {
  private let room: Int
  private(set) var bytes: [UInt8] = []

  init(room: Int) {
    self.room = room
  }

  /// Takes a block; false ends the pouring, since the file is no XML or too large.
  func fill(from block: UnsafePointer<CChar>, _ count: Int) -> Bool {
    guard count <= room - bytes.count else { return false }
    bytes += UnsafeRawBufferPointer(start: block, count: count)
    // Markup may stand behind a byte-order mark and white space, but not behind a page of it.
    return bytes.count < 1_024 || seemsXML
  }

  /// Whether a `<` is the first character, in UTF-8 or UTF-16.
  var seemsXML: Bool {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    return bytes.prefix(1_024).first { !blanks.contains($0) } == 0x3C
  }
}
