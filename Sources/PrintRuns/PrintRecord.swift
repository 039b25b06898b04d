import Findings
import Glibc
import KSeFIdentifiers

/// What was printed into an output folder, in a file there: a line for each finished print, the newest last.
///
/// Only where the lines stand is held in memory. What stands behind the last whole line, as a killed run leaves it, is
/// dropped.
final class PrintRecord {
  /// What the user should know of the file that was found.
  private(set) var remark: Sentence?

  static let mark = "ksef-render prints 1\n"
  private static let lineLimit = 65_536

  private let path: String
  private let descriptor: Int32
  private let owner: PrintOwner
  /// Where the newest line of each owner begins.
  private var places: [Fingerprint: Int] = [:]
  /// Whose the files in the folder are.
  private var owners: [Fingerprint: Fingerprint] = [:]
  private var end = 0

  /// Opens the record, or begins one; nobody else can until it is closed.
  ///
  /// - Throws: `output.in-use` and `record.foreign-file` (usage), `file.unwritable` (input/output).
  init(_ path: String, owner: PrintOwner) throws(Obstacle) {
    self.path = path
    self.owner = owner
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .recordUnwritable(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .outputInUse(path) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let mark = Array(Self.mark.utf8)
    guard let found = bytes(at: 0, min(size, mark.count)), found.elementsEqual(mark.prefix(size)) else {
      throw .foreignRecord(path)
    }
    if size < mark.count {
      try cut()
      try append(Self.mark)
    } else {
      end = mark.count
      try index(upTo: size)
    }
  }

  deinit { close(descriptor) }

  /// The newest print of an invoice.
  func print(of source: String, _ xml: InvoiceHash) -> RecordedPrint? {
    places[owner.fingerprint(source, xml)].flatMap(line(at:)).flatMap(RecordedPrint.read)
  }

  /// Whether a file in the folder is another invoice's.
  func holds(_ output: String, ofOtherThan source: String, _ xml: InvoiceHash) -> Bool {
    owners[Fingerprint(ofPath: output)].map { $0 != owner.fingerprint(source, xml) } ?? false
  }

  /// - Throws: `file.unwritable` (input/output).
  func add(_ print: RecordedPrint) throws(Obstacle) {
    let place = end
    try append(print.line)
    note(print, at: place)
  }

  private func note(_ print: RecordedPrint, at place: Int) {
    let fingerprint = owner.fingerprint(print.source, print.xml)
    places[fingerprint] = place
    owners[Fingerprint(ofPath: print.output)] = fingerprint
  }

  private func index(upTo size: Int) throws(Obstacle) {
    var lines = LineReader(limit: Self.lineLimit) { [unowned self] offset, count in
      bytes(at: end + offset, min(count, size - end - offset)) ?? []
    }
    var next = end
    while let line = lines.next(), line.isWhole, let text = String(validating: line.bytes, as: UTF8.self),
      let print = RecordedPrint.read(text)
    {
      note(print, at: next)
      next += line.bytes.count + 1
    }
    end = next
    guard end < size else { return }
    remark = Sentence(
      "\(path): the record's end is incomplete; what it would name is printed anew.",
      pl: "\(path): koniec zapisu jest niepełny; to, co by wymieniał, zostanie wydrukowane od nowa.")
    try cut()
  }

  private func cut() throws(Obstacle) {
    guard ftruncate(descriptor, off_t(end)) == 0 else { throw .recordUnwritable(path) }
  }

  private func line(at place: Int) -> String? {
    guard let bytes = bytes(at: place, min(Self.lineLimit, end - place)), let stop = bytes.firstIndex(of: 0x0A) else {
      return nil
    }
    return String(validating: bytes[..<stop], as: UTF8.self)
  }

  private func append(_ text: String) throws(Obstacle) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written, off_t(end + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .recordUnwritable(path) }
      written += count
    }
    end += bytes.count
  }

  /// So many bytes; nil where there are fewer.
  private func bytes(at offset: Int, _ length: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      while filled < length {
        let count = pread(descriptor, buffer.baseAddress?.advanced(by: filled), length - filled, off_t(offset + filled))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        filled += count
      }
    }
    return bytes.count == length ? bytes : nil
  }
}

/// Whose a print's name is.
public enum PrintOwner: Sendable, Hashable {
  /// The source's: an invoice corrected in its file is printed over the print before it.
  case source
  /// That of the source with this very content: another invoice under the same name gets a print of its own.
  case content

  func fingerprint(_ source: String, _ xml: InvoiceHash) -> Fingerprint {
    switch self {
    case .source: Fingerprint(source)
    case .content: Fingerprint("\(xml.base64URL) \(source)")
    }
  }
}
