public import CodeReading
import Findings
import Glibc

/// The process that reads prints for another one, one at a time, until nobody asks any more.
///
/// Poppler and the decoders of pictures meet hostile files here: where one of them hangs, crashes or takes all memory,
/// a process ends that holds nothing but that file.
public enum ReadingWorker {
  /// Under this name a worker is started, with `argument`: a pair that nobody types by accident.
  static let name = "ksef-verify-reading-worker"
  static let argument = "--read-for-the-process-at-descriptor-3"
  /// The only descriptor that a worker inherits: a socket to the process that asks.
  static let socket: Int32 = 3

  /// Whether this process was started to be a worker.
  public static func isAsked(by arguments: [String]) -> Bool {
    guard arguments == [name, argument] else { return false }
    var information = stat()
    return fstat(socket, &information) == 0 && information.st_mode & S_IFMT == S_IFSOCK
  }

  /// Reads what is asked for and ends with the process that asks.
  ///
  /// - Parameter isEnough: as `CodeReader.read` has it.
  public static func serve(isEnough: ([PageReading]) -> Bool) -> Never {
    var none = rlimit()
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // What the caller of the asking process left open.
    closefrom(socket + 1)
    endWithAsker()
    let reader = CodeReader()
    while let message = receive() {
      guard let (request, file) = try? WorkerRequest.read(message) else { break }
      request.limits.apply()
      let result = Result { () throws(Obstacle) in
        try reader.read(file, fileName: request.name, wishes: request.wishes, isEnough: isEnough)
      }
      guard send(WorkerAnswer.message(result)) else { break }
    }
    exit(0)
  }

  /// Ends this process when the other end of the socket is closed, even in the midst of a file.
  private static func endWithAsker() {
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var asker = pollfd(fd: ReadingWorker.socket, events: 0, revents: 0)
        // A socket without events to wait for only ever tells that it was closed.
        while poll(&asker, 1, -1) < 0 && errno == EINTR {}
        // The programs that it started go with it.
        if getpgrp() == getpid() { kill(0, SIGKILL) }
        _exit(0)
      }, nil)
  }

  /// The next message; nil where there is none any more.
  private static func receive() -> [UInt8]? {
    guard let head = receive(8) else { return nil }
    var reader = ByteReader(head)
    guard let count = try? reader.integer(in: 0...(WorkerRequest.fileLimit * 2)) else { return nil }
    return receive(count)
  }

  private static func receive(_ count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = recv(socket, buffer.baseAddress?.advanced(by: filled), count - filled, 0)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return }
        filled += got
      }
    }
    return bytes.count == count ? bytes : nil
  }

  private static func send(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.send(
          socket, buffer.baseAddress?.advanced(by: sent), buffer.count - sent, Int32(MSG_NOSIGNAL))
        if count < 0, errno == EINTR { continue }
        if count < 0 { return false }
        sent += count
      }
      return true
    }
  }
}

extension ReadingLimits {
  /// Bounds this process's memory, and its processor time from now on.
  fileprivate func apply() {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    limit.rlim_cur = min(rlim_t(memory), limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    var used = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &used)
    getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    let wanted = rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + seconds)
    limit.rlim_cur = min(wanted, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
  }
}
