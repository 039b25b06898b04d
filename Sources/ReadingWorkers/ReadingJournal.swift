public import CodeReading
public import Findings
import Glibc
public import KSeFIdentifiers
import WholeFiles

/// Readings kept in a file as they are made, so that a call that was broken off needn't make them again.
///
/// What is kept is what was seen, by the SHA-256 of the file in which it was seen; never a verdict. Only the same build
/// of the program takes it up again. The file begins with a mark and the SHA-256 of the program; then each reading
/// follows behind its length and its own SHA-256. What stands behind the last whole reading is dropped.
public final class ReadingJournal {
  /// What the user should know of the file that was found; nil where it was new, or ours and whole.
  public private(set) var remark: Sentence?

  private struct Key: Hashable {
    let content: InvoiceHash
    let wishes: UInt8
  }

  private struct Stretch {
    let offset: Int
    let length: Int
  }

  private static let mark = Array("ksef-verify readings 2\n".utf8)
  private static let digestLength = 32
  private static let frameHead = 8 + digestLength

  private let path: String
  private let descriptor: Int32
  private var places: [Key: Stretch] = [:]
  /// Where the next reading goes.
  private var end = 0

  /// Opens the journal, or begins one where there is none.
  ///
  /// - Parameters:
  ///   - path: the journal's file.
  ///   - program: the program whose readings they are; those of another build are dropped.
  /// - Throws: `resume.foreign-file` (usage) where the file is something else, which is left alone; `resume.in-use`
  ///   (usage); `file.unreadable`, `file.unwritable` (input/output).
  public init(_ path: String, program: String = "/proc/self/exe") throws(Obstacle) {
    self.path = path
    let digest = InvoiceHash(ofExactBytes: try readWholeFile(program, limit: 1 << 30)).digest
    let header = Self.mark + digest
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .journalUnwritable(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .journalInUse(path) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      throw .foreignJournal(path)
    }
    let size = Int(information.st_size)
    let found = bytes(at: 0, min(size, header.count)) ?? []
    guard found.starts(with: Self.mark.prefix(size)) else { throw .foreignJournal(path) }
    if found == header {
      end = header.count
      index(upTo: size)
    } else {
      if size > 0 {
        remark = Sentence(
          "\(path): the readings were made by another version of the program; all files are read anew.",
          pl: "\(path): odczyty pochodzą z innej wersji programu; wszystkie pliki zostaną odczytane od nowa.")
      }
      guard ftruncate(descriptor, 0) == 0 else { throw .journalUnwritable(path) }
      try append(header)
    }
  }

  deinit { close(descriptor) }

  /// How many readings there are.
  public var count: Int { places.count }

  /// What a file with this content gave before; nil where it wasn't read, or was given up sooner than it would be now.
  public func result(
    of content: InvoiceHash, wishes: CodeReader.Wishes, limits: ReadingLimits
  ) -> Result<PrintReading, Obstacle>? {
    guard let place = places[Key(content: content, wishes: wishes.byte)],
      let payload = bytes(at: place.offset, place.length)
    else { return nil }
    return try? Entry(payload).result(within: limits)
  }

  /// Adds what a file gave; what another attempt may mend isn't kept.
  ///
  /// - Throws: `file.unwritable` (input/output).
  public func keep(
    _ result: Result<PrintReading, Obstacle>, of content: InvoiceHash, wishes: CodeReader.Wishes,
    limits: ReadingLimits
  ) throws(Obstacle) {
    switch result {
    case .failure(let obstacle) where obstacle.mayPass: return
    case .success(let reading) where reading.holdsCodesOnly: return
    case .failure, .success: break
    }
    let payload = Entry(content: content, wishes: wishes.byte, seconds: limits.seconds, result: result).bytes
    var frame = ByteWriter()
    frame.add(payload.count)
    let place = Stretch(offset: end + Self.frameHead, length: payload.count)
    try append(frame.bytes + InvoiceHash(ofExactBytes: payload).digest + payload)
    places[Key(content: content, wishes: wishes.byte)] = place
  }

  /// One reading as it stands in the file.
  private struct Entry {
    let content: InvoiceHash
    let wishes: UInt8
    /// The limit under which it was made.
    let seconds: Int
    let result: Result<PrintReading, Obstacle>

    init(content: InvoiceHash, wishes: UInt8, seconds: Int, result: Result<PrintReading, Obstacle>) {
      self.content = content
      self.wishes = wishes
      self.seconds = seconds
      self.result = result
    }

    init(_ bytes: [UInt8]) throws(MalformedBytes) {
      var reader = ByteReader(bytes)
      guard let content = InvoiceHash(digest: try reader.byteList()) else { throw MalformedBytes() }
      self.content = content
      wishes = try reader.byte()
      seconds = try reader.integer(in: 1...1_000_000)
      result = try reader.result()
      try reader.end()
    }

    var bytes: [UInt8] {
      var writer = ByteWriter()
      writer.add(content.digest)
      writer.add(wishes)
      writer.add(seconds)
      writer.add(result)
      return writer.bytes
    }

    func result(within limits: ReadingLimits) -> Result<PrintReading, Obstacle>? {
      if case .failure(let obstacle) = result, obstacle.code == "evidence.too-slow", seconds < limits.seconds {
        return nil
      }
      return result
    }
  }

  /// Notes where the whole readings stand, and drops what follows them.
  private func index(upTo size: Int) {
    while end < size, let head = bytes(at: end, Self.frameHead) {
      var reader = ByteReader(Array(head.prefix(8)))
      guard let length = try? reader.integer(in: 0...(WorkerAnswer.limit + 1000)),
        let payload = bytes(at: end + Self.frameHead, length),
        InvoiceHash(ofExactBytes: payload).digest.elementsEqual(head.dropFirst(8)),
        let entry = try? Entry(payload)
      else { break }
      places[Key(content: entry.content, wishes: entry.wishes)] =
        Stretch(offset: end + Self.frameHead, length: length)
      end += Self.frameHead + length
    }
    guard end < size else { return }
    remark = Sentence(
      "\(path): the last reading is incomplete; its file is read anew.",
      pl: "\(path): ostatni odczyt jest niepełny; jego plik zostanie odczytany od nowa.")
    // What can't be cut off is written over.
    _ = ftruncate(descriptor, off_t(end))
  }

  private func append(_ bytes: [UInt8]) throws(Obstacle) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written, off_t(end + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .journalUnwritable(path) }
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
