import Findings
import Glibc

/// Parts of messages over two descriptors: each is four bytes of length, the highest first, and so many bytes.
struct MessageStream {
  let input: Int32
  let output: Int32

  enum Part {
    case bytes([UInt8])
    /// It was longer than allowed, and passed over.
    case tooLong
  }

  /// The next part; nil at the end of the input, where a part may begin.
  ///
  /// - Throws: `worker.malformed-message` where the input ends within a part or can't be read.
  func part(limit: Int) throws(Obstacle) -> Part? {
    guard let head = try bytes(4, endMayCome: true) else { return nil }
    let length = head.reduce(0) { $0 << 8 | Int($1) }
    if length <= limit { return try bytes(length, endMayCome: false).map(Part.bytes) }
    var left = length
    while left > 0 { left -= try bytes(min(left, 64 * 1024), endMayCome: false)?.count ?? left }
    return .tooLong
  }

  private func bytes(_ count: Int, endMayCome: Bool) throws(Obstacle) -> [UInt8]? {
    var isBroken = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, !isBroken {
        let got = read(input, buffer.baseAddress?.advanced(by: filled), count - filled)
        if got < 0, errno == EINTR { continue }
        if got > 0 { filled += got } else { isBroken = true }
      }
    }
    if isBroken, bytes.isEmpty, endMayCome { return nil }
    guard !isBroken else { throw .malformedMessage }
    return bytes
  }

  /// Writes the parts of a message.
  ///
  /// - Throws: `worker.nobody-listens`.
  func write(_ parts: [[UInt8]]) throws(Obstacle) {
    for part in parts {
      for piece in [part.lengthBytes, part] where !writeAll(piece) { throw .nobodyListens }
    }
  }

  private func writeAll(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = Glibc.write(output, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return false }
        offset += count
      }
      return true
    }
  }
}

extension [UInt8] {
  /// How long the part is, in front of it.
  var lengthBytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } }
}
