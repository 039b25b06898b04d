import COpenSSL

/// Bytes that are overwritten with zeros before their memory is given back.
///
/// Whatever is decoded from a file lives here, since a file may turn out to hold a private key.
package final class WipedBytes {
  private let buffer: UnsafeMutableRawBufferPointer
  /// How many bytes are in use, from the first.
  package private(set) var count = 0
  /// How many bytes, from the first, may ever have held something; what lies behind them isn't touched at the end either,
  /// since the kernel would first have to find memory for it.
  private var touched = 0

  /// - Parameter capacity: the most bytes it will hold; it never grows, so that no copy is left behind.
  package init(capacity: Int) {
    buffer = .allocate(byteCount: max(capacity, 1), alignment: 1)
  }

  /// A copy; the original stays its owner's to wipe.
  package convenience init(copying bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count)
    for byte in bytes { append(byte) }
  }

  deinit {
    OPENSSL_cleanse(buffer.baseAddress, touched)
    buffer.deallocate()
  }

  /// Whether there is no room for another byte.
  package var isFull: Bool { count == buffer.count }

  /// Adds a byte; there must be room for it.
  package func append(_ byte: UInt8) {
    precondition(!isFull, "wiped bytes can't grow")
    buffer[count] = byte
    count += 1
    touched = max(touched, count)
  }

  /// Adds what `body` writes into the room that is left, from its start; it returns how many bytes it wrote.
  package func extend(_ body: (UnsafeMutableRawBufferPointer) -> Int) {
    let length = body(UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
    precondition(length >= 0 && length <= buffer.count - count, "more bytes than there is room for")
    count += length
    touched = max(touched, count)
  }

  /// Shortens to the first `length` bytes.
  package func truncate(to length: Int) {
    precondition(length <= count, "truncating can't lengthen")
    count = length
  }

  /// A byte in use, from 0.
  package subscript(index: Int) -> UInt8 {
    precondition(index < count, "reading past the end of wiped bytes")
    return buffer[index]
  }

  /// The bytes in use, for the length of the call.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count]).assumingMemoryBound(to: UInt8.self)
    return try body(bytes)
  }

  /// The bytes in use, to be changed in place or to be filled up to the capacity by `body`, which returns the new count.
  package func update(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    touched = buffer.count
    let length = body(buffer.assumingMemoryBound(to: UInt8.self))
    precondition(length >= 0 && length <= buffer.count, "more bytes than there is room for")
    count = length
  }
}
