import CArchive
import Findings
import Glibc

/// Owns an open file that is read from its beginning to its end.
final class OpenFile {
  let descriptor: Int32
  let name: String
  /// In bytes; nil for what isn't a regular file.
  let size: Int?
  private let closes: Bool
  private var start: [UInt8] = []

  /// - Parameter waits: whether a pipe is opened too, which waits for its writer.
  /// - Throws: `file.unreadable`.
  init(_ path: String, waits: Bool) throws(Obstacle) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | (waits ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw .fileUnreadable(path) }
    name = path
    closes = true
    size = OpenFile.size(of: descriptor)
    // Between the look at the name and its opening it may have become another thing's.
    if size == nil, !waits {
      errno = ENXIO
      throw .fileUnreadable(path)
    }
  }

  private init(standardInput name: String) {
    descriptor = STDIN_FILENO
    self.name = name
    closes = false
    size = OpenFile.size(of: STDIN_FILENO)
  }

  deinit { if closes { close(descriptor) } }

  static func standardInput(name: String) -> OpenFile { OpenFile(standardInput: name) }

  private static func size(of descriptor: Int32) -> Int? {
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(information.st_size)
  }

  /// The first bytes, `FileHead.length` at most.
  ///
  /// - Throws: `file.unreadable`.
  func head() throws(Obstacle) -> [UInt8] {
    if start.isEmpty { start = try read(atMost: FileHead.length) }
    return start
  }

  /// The first bytes of what a regular file holds packed with gzip; nil where it can't be unpacked.
  func unpackedHead() -> [UInt8]? {
    // Whoever goes on reading goes on where he was.
    defer { lseek(descriptor, off_t(start.count), SEEK_SET) }
    return ArchiveForm.unpackedHead { reader in
      lseek(descriptor, 0, SEEK_SET) == 0 && archive_read_open_fd(reader, descriptor, 1 << 16) == ARCHIVE_OK
    }
  }

  /// The whole file; to be asked for once.
  ///
  /// - Throws: `file.unreadable`, `file.too-large`.
  func rest(limit: Int) throws(Obstacle) -> [UInt8] {
    let head = try head()
    if let size, size > limit { throw .fileTooLarge(name, limit: limit) }
    var bytes = head
    bytes.reserveCapacity(max(size ?? 0, head.count))
    while true {
      let more = try read(atMost: 1 << 20)
      if more.isEmpty { return bytes }
      guard bytes.count + more.count <= limit else { throw .fileTooLarge(name, limit: limit) }
      bytes += more
    }
  }

  /// As many bytes as are asked for, fewer at the end of the file.
  private func read(atMost count: Int) throws(Obstacle) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { return }
        filled += got
      }
    }
    if failed { throw .fileUnreadable(name) }
    return bytes
  }
}
