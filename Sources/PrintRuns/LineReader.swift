/// Parts bytes into lines, holding one piece of them at a time.
struct LineReader {
  struct Line {
    /// Without the end of line.
    let bytes: [UInt8]
    /// False for what has no end of line, or is longer than any line may be and was cut.
    let isWhole: Bool
  }

  private let limit: Int
  private let read: (_ offset: Int, _ count: Int) -> [UInt8]
  private var buffer: [UInt8] = []
  /// How much of the buffer was handed out.
  private var used = 0
  private var offset = 0

  /// - Parameters:
  ///   - limit: the most bytes of a line.
  ///   - read: gives the bytes from a place on, at most so many; none at the end.
  init(limit: Int, read: @escaping (_ offset: Int, _ count: Int) -> [UInt8]) {
    self.limit = limit
    self.read = read
  }

  /// The next line; nil at the end.
  mutating func next() -> Line? {
    var searched = used
    while true {
      if let stop = buffer[searched...].firstIndex(of: 0x0A) {
        defer { used = stop + 1 }
        return Line(bytes: Array(buffer[used..<stop]), isWhole: stop - used <= limit)
      }
      guard buffer.count - used <= limit else { return rest() }
      buffer.removeFirst(used)
      used = 0
      searched = buffer.count
      let more = read(offset, 65_536)
      if more.isEmpty { return buffer.isEmpty ? nil : rest() }
      offset += more.count
      buffer += more
    }
  }

  private mutating func rest() -> Line {
    defer { (buffer, used) = ([], 0) }
    return Line(bytes: Array(buffer[used...]), isWhole: false)
  }
}
