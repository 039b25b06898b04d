import Certificates
package import Findings
import Glibc

/// A passphrase: its bytes are overwritten when it is no longer needed, and nothing prints them.
public final class Passphrase {
  /// The most bytes that a passphrase may have.
  package static let longest = 1024

  /// With a zero after the last byte, for the functions of libcrypto that want one.
  private let bytes: WipedBytes

  /// - Parameter text: taken as UTF-8; the caller's own copy stays the caller's business.
  public convenience init(_ text: String) {
    let bytes = WipedBytes(capacity: text.utf8.count + 1)
    for byte in text.utf8 { bytes.append(byte) }
    self.init(bytes)
  }

  /// - Parameter bytes: copied; the caller's own copy stays the caller's business.
  /// - Throws: `passphrase.too-long`, which names `source`.
  package convenience init(copying bytes: UnsafeRawBufferPointer, from source: String) throws(Obstacle) {
    guard bytes.count <= Passphrase.longest else { throw .passphraseTooLong(source) }
    let copy = WipedBytes(capacity: bytes.count + 1)
    for byte in bytes { copy.append(byte) }
    self.init(copy)
  }

  /// - Parameter bytes: with room for one byte more.
  init(_ bytes: WipedBytes) {
    bytes.append(0)
    self.bytes = bytes
  }

  /// The passphrase for a function that takes a pointer and a length; a zero follows the last byte.
  func withCharacters<Result>(_ body: (UnsafePointer<CChar>, Int32) -> Result) -> Result {
    bytes.withBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { preconditionFailure("a passphrase has at least its zero") }
        return body(start, Int32(clamping: characters.count - 1))
      }
    }
  }

  /// Writes it for another process of ours, which reads it as a file's content.
  ///
  /// A line break of two bytes follows, which the reading drops, so that one at its own end is kept.
  ///
  /// - Returns: whether all of it was taken.
  package func write(to descriptor: Int32) -> Bool {
    withCharacters { start, count in Glibc.write(descriptor, start, Int(count)) == Int(count) }
      && Glibc.write(descriptor, "\r\n", 2) == 2
  }

  /// Whether it has no byte at all.
  var isEmpty: Bool { bytes.count == 1 }

  /// Whether a zero stands inside, where functions that look for the end would stop.
  var holdsZero: Bool {
    bytes.withBytes { $0.dropLast().contains(0) }
  }
}
