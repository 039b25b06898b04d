/// Bytes for a caller in C, at an address that stays; a zero byte follows the last one.
///
/// Unchecked: they are written before anybody else knows of them, and never again.
final class OwnedBytes: @unchecked Sendable {
  let start: UnsafeMutableRawPointer
  /// Without the zero byte.
  let count: Int

  init(_ bytes: some Collection<UInt8>) {
    let count = bytes.count
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: count + 1, alignment: 1)
    room.copyBytes(from: bytes)
    room[count] = 0
    // A room of at least one byte has a start.
    guard let start = room.baseAddress else { preconditionFailure("there is no room for a zero byte") }
    (self.start, self.count) = (start, count)
  }

  convenience init(_ text: String) {
    // A zero inside would end the text for whoever reads it in C.
    self.init(text.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 })
  }

  deinit { start.deallocate() }

  /// For callers that take text.
  var text: UnsafePointer<CChar> { UnsafePointer(start.assumingMemoryBound(to: CChar.self)) }

  /// What is said where there is nothing to say.
  static let none = OwnedBytes([])
}
