import ChildProcesses
import CodeReading
import Findings
import Glibc

/// Owns one worker: the process and the socket to it; with its owner it goes.
final class WorkerProcess {
  let socket: Int32
  private let process: ChildProcess
  private let limits: ReadingLimits
  private(set) var task: ReadingTask?
  /// How many files it has been given.
  private(set) var served = 0
  private var deadline = 0
  /// What is still to be sent: parts, and how much of the first one is gone.
  private var outgoing: [[UInt8]] = []
  private var sent = 0
  private var incoming: [UInt8] = []

  /// Variables of the environment that a worker gets: what finds libraries, fonts and recognition data.
  private static let variables = [
    "PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CACHE_HOME",
    "TESSDATA_PREFIX",
  ]

  /// - Throws: `evidence.no-worker`.
  init(executable: String, limits: ReadingLimits) throws(Obstacle) {
    self.limits = limits
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw .noWorker(String(cString: strerror(errno)))
    }
    defer { close(ends[1]) }
    do throws(ChildProcess.StartFailure) {
      process = try ChildProcess(
        executable: executable, arguments: [ReadingWorker.name, ReadingWorker.argument],
        variables: WorkerProcess.variables, inheritances: [.init(ends[1], as: ReadingWorker.socket)])
    } catch {
      close(ends[0])
      throw .noWorker(error.reason)
    }
    socket = ends[0]
  }

  deinit { close(socket) }

  /// Gives the worker its next file; only when it has none.
  func begin(_ task: ReadingTask, now: Int) {
    precondition(self.task == nil, "a worker reads one file at a time")
    self.task = task
    served += 1
    deadline = now + limits.patience
    let request = WorkerRequest(name: task.name, wishes: task.wishes, limits: limits)
    outgoing = [request.head(fileSize: task.bytes.count), task.bytes]
    sent = 0
    incoming = []
  }

  var wantsToSend: Bool { !outgoing.isEmpty }

  func isOverdue(now: Int) -> Bool { task != nil && now > deadline }

  /// Sends as much as the socket takes now.
  func send() {
    while let part = outgoing.first {
      let count = part.withUnsafeBytes {
        Glibc.send(
          socket, $0.baseAddress?.advanced(by: sent), $0.count - sent,
          Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      // A closed socket is noticed where its answer is awaited.
      if count < 0 { return }
      sent += count
      if sent == part.count {
        outgoing.removeFirst()
        sent = 0
      }
    }
  }

  enum Progress {
    case waiting
    case answered(Result<PrintReading, Obstacle>)
    /// It is gone, or talks nonsense.
    case broken
  }

  /// Takes what has come.
  func receive() -> Progress {
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = recv(socket, &chunk, chunk.count, Int32(MSG_DONTWAIT))
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno == EAGAIN ? progress() : .broken }
      guard count > 0, task != nil, incoming.count + count <= WorkerAnswer.limit else { return .broken }
      incoming += chunk[..<count]
    }
  }

  private func progress() -> Progress {
    guard incoming.count >= 8 else { return .waiting }
    var reader = ByteReader(Array(incoming.prefix(8)))
    guard let length = try? reader.integer(in: 0...WorkerAnswer.limit), incoming.count - 8 <= length else {
      return .broken
    }
    if incoming.count - 8 < length { return .waiting }
    guard outgoing.isEmpty, let result = try? WorkerAnswer.read(Array(incoming.dropFirst(8))) else { return .broken }
    task = nil
    incoming = []
    return .answered(result)
  }

  /// Ends a worker that failed at its task, and says how.
  func obituary(of task: ReadingTask, isOverdue: Bool) -> Obstacle {
    let end = process.end()
    if isOverdue || end.signal == SIGXCPU { return .tooSlow(task.name, seconds: limits.seconds) }
    // Libraries that get no memory abort; a machine that has none left kills.
    if end.signal == SIGABRT || end.memory > limits.memory / 2 { return .tooHungry(task.name, memory: limits.memory) }
    return .crashed(task.name)
  }
}
