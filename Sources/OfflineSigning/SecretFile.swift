import Certificates
import Findings
import Glibc

/// Reads a file, or standard input for `-`, into memory that is wiped after use.
///
/// - Throws: `file.unreadable` (input/output), `file.too-large`.
func readSecretFile(_ path: String) throws(Obstacle) -> WipedBytes {
  let limit = 1 << 20
  let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw secretFileUnreadable(path, errno) }
  defer { if descriptor != STDIN_FILENO { close(descriptor) } }
  let bytes = WipedBytes(capacity: limit + 1)
  var failure: Int32 = 0
  var isAtEnd = false
  while !isAtEnd, !bytes.isFull {
    bytes.extend { room in
      let count = read(descriptor, room.baseAddress, room.count)
      if count < 0, errno == EINTR { return 0 }
      if count < 0 { failure = errno }
      isAtEnd = count <= 0
      return max(count, 0)
    }
  }
  guard failure == 0 else { throw secretFileUnreadable(path, failure) }
  guard bytes.count <= limit else {
    throw Obstacle(
      "file.too-large", at: Place(file: path),
      Sentence("The file is larger than \(limit) bytes.", pl: "Plik jest większy niż \(limit) bajtów."),
      remedy: Sentence(
        "Check that this is the file of the key.", pl: "Sprawdź, czy to plik z kluczem."))
  }
  return bytes
}

private func secretFileUnreadable(_ path: String, _ code: Int32) -> Obstacle {
  let reason = String(cString: strerror(code))
  return Obstacle(
    "file.unreadable", kind: .inputOutput, at: Place(file: path),
    Sentence("The file can't be read: \(reason).", pl: "Nie można odczytać pliku: \(reason)."),
    remedy: Sentence("Check the name and the permissions.", pl: "Sprawdź nazwę i uprawnienia."))
}
