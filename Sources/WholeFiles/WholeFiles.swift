public import Findings
public import Glibc

/// Reads the whole of a file, bounded: no more than `limit` bytes are ever held.
///
/// - Parameters:
///   - path: the file, or `-` for standard input.
///   - limit: the most bytes accepted.
/// - Throws: `file.unreadable` (input/output) with the system's reason, `file.too-large` (refused).
public func readWholeFile(_ path: String, limit: Int) throws(Obstacle) -> [UInt8] {
  let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw unreadable(path) }
  defer { if descriptor != STDIN_FILENO { close(descriptor) } }
  var information = stat()
  if fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFDIR {
    errno = EISDIR
    throw unreadable(path)
  }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 64 * 1024)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0 {
      if errno == EINTR { continue }
      throw unreadable(path)
    }
    if count == 0 { return bytes }
    guard bytes.count + count <= limit else {
      throw Obstacle(
        "file.too-large", at: Place(file: path),
        Sentence("The file is larger than \(limit) bytes.", pl: "Plik jest większy niż \(limit) bajtów."),
        remedy: Sentence("Check that this is the right file.", pl: "Sprawdź, czy to właściwy plik."))
    }
    bytes.append(contentsOf: chunk[0..<count])
  }
}

/// Refuses to write over what can't be had again, such as a key.
///
/// - Throws: `file.exists`.
public func refuseExisting(_ path: String) throws(Obstacle) {
  guard access(path, F_OK) == 0 else { return }
  throw Obstacle(
    "file.exists", at: Place(file: path),
    Sentence("The file is there already, and isn't written over.", pl: "Plik już istnieje; nie zostanie nadpisany."),
    remedy: Sentence("Give another name.", pl: "Podaj inną nazwę."))
}

/// Writes a file whole or not at all: into a temporary file beside it, synchronised, then renamed over the target.
///
/// - Parameters:
///   - path: the file, or `-` for standard output (which can't be taken back).
///   - mode: the permissions of the new file; the process's umask applies to them.
/// - Throws: `file.unwritable` (input/output) with the system's reason; what stood there before is then untouched.
public func writeWholeFile(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws(Obstacle) {
  try writeWholeFile(to: path, mode: mode) { (sink) throws(Obstacle) in try sink(bytes) }
}

/// Writes a file whole or not at all, as above, in pieces: the whole is never held.
///
/// - Parameters:
///   - path: the file, or `-` for standard output.
///   - mode: the permissions of the new file; the process's umask applies to them.
///   - pieces: hands over the pieces in their order; what it throws leaves what stood there untouched.
/// - Throws: `file.unwritable` (input/output) with the system's reason, and what `pieces` throws.
public func writeWholeFile(
  to path: String, mode: mode_t = 0o644,
  pieces: (_ sink: ([UInt8]) throws(Obstacle) -> Void) throws(Obstacle) -> Void
) throws(Obstacle) {
  if path == "-" {
    try pieces { (bytes) throws(Obstacle) in
      guard writeAll(bytes, to: STDOUT_FILENO) else { throw unwritable(path) }
    }
    return
  }
  let temporary = "\(path).\(getpid()).part"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
  guard descriptor >= 0 else { throw unwritable(path) }
  do throws(Obstacle) {
    try pieces { (bytes) throws(Obstacle) in
      guard writeAll(bytes, to: descriptor) else { throw unwritable(path) }
    }
    guard fsync(descriptor) == 0 else { throw unwritable(path) }
  } catch {
    close(descriptor)
    unlink(temporary)
    throw error
  }
  if close(descriptor) == 0, rename(temporary, path) == 0 { return }
  let failure = unwritable(path)
  unlink(temporary)
  throw failure
}

func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var offset = 0
    while offset < buffer.count {
      let count = write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      offset += count
    }
    return true
  }
}

private func unreadable(_ path: String) -> Obstacle {
  let reason = String(cString: strerror(errno))
  return Obstacle(
    "file.unreadable", kind: .inputOutput, at: Place(file: path),
    Sentence("The file can't be read: \(reason).", pl: "Nie można odczytać pliku: \(reason)."),
    remedy: Sentence("Check the name and the permissions.", pl: "Sprawdź nazwę i uprawnienia."))
}

func unwritable(_ path: String) -> Obstacle {
  let reason = String(cString: strerror(errno))
  return Obstacle(
    "file.unwritable", kind: .inputOutput, at: Place(file: path),
    Sentence("The file can't be written: \(reason).", pl: "Nie można zapisać pliku: \(reason)."),
    remedy: Sentence(
      "Check that the folder exists, may be written to and has room.",
      pl: "Sprawdź, czy folder istnieje, można w nim zapisywać i jest w nim miejsce."))
}

/// Makes a folder and those above it where they are missing.
///
/// - Throws: `file.unwritable` (input/output).
public func makeDirectory(_ path: String) throws(Obstacle) {
  var partial = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    partial += (partial.isEmpty || partial.hasSuffix("/") ? "" : "/") + part
    if mkdir(partial, 0o777) != 0, errno != EEXIST { throw unwritable(path) }
  }
}
