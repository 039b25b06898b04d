import Glibc

/// Puts the parts of an answer together as they come, each into the place that it keeps: nothing is moved.
struct PartAssembly {
  private var done: [[UInt8]] = []
  private var head: [UInt8] = [0, 0, 0, 0]
  /// The part under way; nil while its length is awaited.
  private var part: [UInt8]?
  private var filled = 0

  enum Progress {
    /// Nothing more has come.
    case waiting
    case complete([[UInt8]])
    /// The other end is closed, or talks nonsense.
    case broken
  }

  /// Takes what has come, up to the end of one answer.
  mutating func receive(from socket: Int32) -> Progress {
    while true {
      let limit = PrintReply.limits[done.count]
      let wanted = part?.count ?? 4
      if filled < wanted {
        let count =
          part == nil ? PartAssembly.receive(&head, filled, socket) : PartAssembly.receive(&part, filled, socket)
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EAGAIN { return .waiting }
        guard count > 0 else { return .broken }
        filled += count
        continue
      }
      filled = 0
      if let whole = part {
        done.append(whole)
        part = nil
        guard done.count == PrintReply.partCount else { continue }
        defer { done = [] }
        return .complete(done)
      }
      let length = head.reduce(0) { $0 << 8 | Int($1) }
      guard length <= limit else { return .broken }
      part = [UInt8](repeating: 0, count: length)
    }
  }

  private static func receive(_ bytes: inout [UInt8], _ filled: Int, _ socket: Int32) -> Int {
    bytes.withUnsafeMutableBytes {
      recv(socket, $0.baseAddress?.advanced(by: filled), $0.count - filled, Int32(MSG_DONTWAIT))
    }
  }

  private static func receive(_ bytes: inout [UInt8]?, _ filled: Int, _ socket: Int32) -> Int {
    bytes?.withUnsafeMutableBytes {
      recv(socket, $0.baseAddress?.advanced(by: filled), $0.count - filled, Int32(MSG_DONTWAIT))
    } ?? 0
  }
}
