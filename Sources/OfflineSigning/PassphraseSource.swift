import Certificates
public import Findings
import Glibc

/// Where the passphrase of a key comes from. Never the command line: other users of the machine can read that.
public enum PassphraseSource: Sendable, Hashable {
  /// The content of a file; one line break at its end is dropped.
  case file(String)
  /// The first line of standard input; the rest stays unread.
  case standardInput
  /// An environment variable, by its name.
  case environment(String)
  /// A question on the terminal (`/dev/tty`), without echo.
  case prompt
  /// There is none to be had.
  case none

  /// Fetches the passphrase, at most 1024 bytes; nil for `none`.
  ///
  /// - Parameter prompt: the question, for `prompt`; mostly it ends with a space.
  /// - Throws: `passphrase.unreadable`, `passphrase.too-long`, `passphrase.variable-not-set`, `passphrase.no-terminal`.
  public func read(prompt: Sentence, language: Language) throws(Obstacle) -> Passphrase? {
    switch self {
    case .file(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .passphraseUnreadable(path, errno) }
      defer { close(descriptor) }
      return try readPassphrase(from: descriptor, name: path, extent: .whole)
    case .standardInput:
      let name = Sentence("standard input", pl: "standardowe wejście").text(in: language)
      return try readPassphrase(from: STDIN_FILENO, name: name, extent: .firstLine)
    case .environment(let name):
      guard let value = getenv(name) else { throw .passphraseVariableNotSet(name) }
      let length = strlen(value)
      guard length <= Passphrase.longest else { throw .passphraseTooLong(name) }
      let bytes = WipedBytes(capacity: length + 1)
      for index in 0..<length { bytes.append(UInt8(bitPattern: value[index])) }
      return Passphrase(bytes)
    case .prompt:
      return try TerminalQuestion(device: "/dev/tty").ask(prompt.text(in: language))
    case .none:
      return nil
    }
  }
}

/// How much of a stream is the passphrase.
enum PassphraseExtent {
  case firstLine
  /// All of it, but for one line break at the end.
  case whole
}

/// Reads byte by byte: what follows the passphrase stays in the stream, and no buffer keeps a copy.
func readPassphrase(from descriptor: Int32, name: String, extent: PassphraseExtent) throws(Obstacle) -> Passphrase {
  let lineFeed: UInt8 = 0x0A
  let carriageReturn: UInt8 = 0x0D
  // Room for the longest, its line break (two bytes) and the zero at the end.
  let bytes = WipedBytes(capacity: Passphrase.longest + 3)
  while true {
    var byte: UInt8 = 0
    let count = Glibc.read(descriptor, &byte, 1)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw .passphraseUnreadable(name, errno) }
    if count == 0 || (byte == lineFeed && extent == .firstLine) { break }
    guard bytes.count < Passphrase.longest + 2 else { throw .passphraseTooLong(name) }
    bytes.append(byte)
  }
  if extent == .whole, bytes.count > 0, bytes[bytes.count - 1] == lineFeed { bytes.truncate(to: bytes.count - 1) }
  if bytes.count > 0, bytes[bytes.count - 1] == carriageReturn { bytes.truncate(to: bytes.count - 1) }
  guard bytes.count <= Passphrase.longest else { throw .passphraseTooLong(name) }
  return Passphrase(bytes)
}
