import Findings
import Glibc

/// An open way to a printer; nothing on it waits for ever. Owns the descriptor.
final class DeviceConnection {
  /// What a read finds.
  enum Incoming {
    case byte(UInt8)
    case nothing
    /// The printer ended it in good order.
    case closed
    /// The printer threw away what it hadn't read, or is gone.
    case reset
  }

  private let descriptor: Int32
  private let isSocket: Bool
  let address: DeviceAddress
  /// Whether answers can come back at all.
  private(set) var answers: Bool
  /// So many bytes to come belong to what the printer told unasked.
  private var bytesUnasked = 0

  /// - Parameter seconds: that a printer in the network has to answer the call.
  /// - Throws: `printer.unreachable`, `printer.no-device`.
  init(_ address: DeviceAddress, seconds: Int) throws(Obstacle) {
    self.address = address
    switch address {
    case .file(let path):
      (descriptor, answers) = try DeviceConnection.opened(path)
      isSocket = false
    case .tcp(let host, let port):
      descriptor = try DeviceConnection.connected(host, port, seconds: seconds, address)
      (isSocket, answers) = (true, true)
    }
  }

  deinit { close(descriptor) }

  private static func opened(_ path: String) throws(Obstacle) -> (Int32, Bool) {
    let flags = O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    var descriptor = open(path, O_RDWR | flags)
    let answers = descriptor >= 0
    // A queue of one direction, or a user who may only write.
    if descriptor < 0, errno == EACCES || errno == EINVAL || errno == EPERM {
      descriptor = open(path, O_WRONLY | flags)
    }
    guard descriptor >= 0 else { throw .unreachable(path, String(cString: strerror(errno))) }
    var about = stat()
    guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFCHR else {
      close(descriptor)
      throw .noDevice(path)
    }
    if isatty(descriptor) == 1 { setRaw(descriptor) }
    return (descriptor, answers)
  }

  /// A serial line must not alter bytes that look like ends of lines; its speed is as it was set.
  private static func setRaw(_ descriptor: Int32) {
    var line = termios()
    guard tcgetattr(descriptor, &line) == 0 else { return }
    cfmakeraw(&line)
    // A line that can't be set is told of by what the printer makes of it; there is nothing better to do here.
    _ = tcsetattr(descriptor, TCSANOW, &line)
  }

  private static func connected(
    _ host: String, _ port: UInt16, seconds: Int, _ address: DeviceAddress
  ) throws(Obstacle) -> Int32 {
    var wishes = addrinfo()
    wishes.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, String(port), &wishes, &list)
    guard status == 0 else { throw .unreachable(address.text, String(cString: gai_strerror(status))) }
    defer { freeaddrinfo(list) }
    var reason = ""
    var next = list
    while let candidate = next?.pointee {
      next = candidate.ai_next
      let type = candidate.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      let descriptor = socket(candidate.ai_family, type, candidate.ai_protocol)
      guard descriptor >= 0 else { continue }
      // What lies in a large buffer of ours isn't with the printer yet, and would look as if it were.
      var small: Int32 = 16 * 1024
      _ = setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &small, socklen_t(MemoryLayout<Int32>.size))
      var error = connect(descriptor, candidate.ai_addr, candidate.ai_addrlen) == 0 ? 0 : errno
      if error == EINPROGRESS {
        error = wait(for: Int16(POLLOUT), on: descriptor, milliseconds: seconds * 1000) == 0 ? ETIMEDOUT : 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        if error == 0 { getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) }
      }
      if error == 0 { return descriptor }
      reason = String(cString: strerror(error))
      close(descriptor)
    }
    throw .unreachable(address.text, reason)
  }

  /// Which of the events came; 0 where none did in time.
  private static func wait(for events: Int16, on descriptor: Int32, milliseconds: Int) -> Int16 {
    let deadline = Deadline(milliseconds: milliseconds)
    while true {
      var poll = pollfd(fd: descriptor, events: events, revents: 0)
      let count = Glibc.poll(&poll, 1, Int32(min(deadline.milliseconds, Int(Int32.max))))
      if count > 0 { return poll.revents }
      if count == 0 || errno != EINTR { return 0 }
    }
  }

  /// Hands over as much as the printer takes now.
  ///
  /// - Returns: how many bytes; 0 where it took none in that time; nil where the connection is broken.
  func write(_ bytes: ArraySlice<UInt8>, milliseconds: Int) -> Int? {
    let events = DeviceConnection.wait(for: Int16(POLLOUT), on: descriptor, milliseconds: milliseconds)
    guard events != 0 else { return 0 }
    guard events & Int16(POLLERR | POLLNVAL) == 0 else { return nil }
    // Small pieces, so that a printer which stops is noticed soon, and one that answers is heard.
    let piece = bytes.prefix(4096)
    let count = piece.withUnsafeBytes {
      isSocket
        ? send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        : Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : nil
  }

  /// The next byte of an answer's.
  ///
  /// A printer may tell its state unasked (automatic status back): four bytes, of which the last three look like answers.
  /// They are passed over.
  func read(milliseconds: Int) -> Incoming {
    let deadline = Deadline(milliseconds: milliseconds)
    while true {
      let incoming = readByte(milliseconds: deadline.milliseconds)
      guard case .byte(let byte) = incoming else { return incoming }
      if bytesUnasked > 0 {
        bytesUnasked -= 1
      } else if byte & 0x93 == 0x10 {
        bytesUnasked = 3
      } else {
        return incoming
      }
    }
  }

  private func readByte(milliseconds: Int) -> Incoming {
    guard answers else { return .nothing }
    let events = DeviceConnection.wait(for: Int16(POLLIN), on: descriptor, milliseconds: milliseconds)
    guard events & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { return .nothing }
    var byte: UInt8 = 0
    switch Glibc.read(descriptor, &byte, 1) {
    case 1: return .byte(byte)
    case 0:
      guard isSocket else {
        // A printer's device is at its end where there is nothing to say.
        return .nothing
      }
      return .closed
    default:
      if errno == EAGAIN || errno == EINTR { return .nothing }
      guard isSocket else {
        // Some devices can be opened for reading and then can't be read.
        answers = false
        return .nothing
      }
      return .reset
    }
  }

  /// Bytes that lie in this machine and aren't with the printer yet; nil where the system doesn't know.
  var waiting: Int? {
    var count: Int32 = 0
    return ioctl(descriptor, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : nil
  }

  /// Says that nothing more comes.
  func endWriting() {
    if isSocket { _ = shutdown(descriptor, Int32(SHUT_WR)) }
  }
}
