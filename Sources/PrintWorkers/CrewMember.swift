import ChildProcesses
import Findings
import Glibc
import InvoicePrinting
import OfflineSigning

/// One process of a crew, the socket to it, and the tasks that it has.
final class CrewMember {
  /// While one is printed, the next one waits at the worker's door.
  static let depth = 2

  let socket: Int32
  private let process: ChildProcess
  /// The one that is being printed first.
  private(set) var tasks: [PrintTask] = []
  /// How many tasks it has answered.
  private(set) var answered = 0
  /// Since when the first task has been its only care, in milliseconds.
  private var since = 0
  /// What is still to be sent: parts, and how much of the first one is gone.
  private var outgoing: [[UInt8]] = []
  private var sent = 0
  private var assembly = PartAssembly()

  /// Variables of the environment that a worker gets: none that could hold a secret.
  private static let variables = [
    "PATH", "HOME", "LANG", "LC_ALL", "LC_MESSAGES", "TZ", "LD_LIBRARY_PATH", "KSEF_RENDER_RESOURCES",
    "SOURCE_DATE_EPOCH",
  ]
  /// Where the worker finds the passphrase.
  static let passphraseDescriptor: Int32 = 3

  /// - Throws: `print.no-worker`.
  init(executable: String, arguments: [String], passphrase: Passphrase?) throws(Obstacle) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw .noPrintWorker(errno)
    }
    var secret: [Int32] = [-1, -1]
    defer { for end in [ends[1]] + secret where end >= 0 { close(end) } }
    socket = ends[0]
    var inheritances = [
      ChildProcess.Inheritance(ends[1], as: STDIN_FILENO), ChildProcess.Inheritance(ends[1], as: STDOUT_FILENO),
      ChildProcess.Inheritance(STDERR_FILENO, as: STDERR_FILENO),
    ]
    do throws(ChildProcess.StartFailure) {
      if let passphrase {
        guard pipe(&secret) == 0, secret.allSatisfy({ fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }),
          passphrase.write(to: secret[1])
        else {
          throw ChildProcess.StartFailure(code: errno)
        }
        inheritances.append(ChildProcess.Inheritance(secret[0], as: CrewMember.passphraseDescriptor))
      }
      process = try ChildProcess(
        executable: executable, arguments: ["ksef-render"] + arguments, variables: CrewMember.variables,
        inheritances: inheritances)
    } catch {
      close(ends[0])
      throw .noPrintWorker(error.code)
    }
  }

  deinit { close(socket) }

  /// Whether it has nothing to do and yet there is news of it: its end.
  var isGone: Bool {
    var news = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return tasks.isEmpty && poll(&news, 1, 0) > 0
  }

  var hasRoom: Bool { tasks.count < CrewMember.depth }

  /// Gives the worker a task behind those that it has.
  func begin(_ task: PrintTask, now: Int) {
    if tasks.isEmpty { since = now }
    tasks.append(task)
    let head = PrintRequest.head(of: task).bytes
    outgoing += [head.lengthBytes + head + task.bytes.lengthBytes, task.bytes]
    send()
  }

  var wantsToSend: Bool { !outgoing.isEmpty }

  /// For how long the first task has been under way, in milliseconds.
  func patienceTaken(now: Int) -> Int { tasks.isEmpty ? 0 : now - since }

  /// Sends as much as the socket takes now.
  func send() {
    while let part = outgoing.first {
      let count = part.withUnsafeBytes {
        Glibc.send(
          socket, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
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
    case answered(PrintTask, Result<PrintAnswer, Obstacle>)
    /// It is gone, or talks nonsense.
    case broken
  }

  /// Takes what has come, up to one answer.
  func receive(now: Int) -> Progress {
    switch assembly.receive(from: socket) {
    case .waiting: return .waiting
    case .broken: return .broken
    case .complete(let parts):
      guard let task = tasks.first else { return .broken }
      do throws(MalformedMessage) {
        let result = try PrintReply.read(parts)
        tasks.removeFirst()
        (answered, since) = (answered + 1, now)
        return .answered(task, result)
      } catch {
        return .broken
      }
    }
  }

  /// Ends the process, and says how it ended.
  func end() -> ChildProcess.End { process.end() }
}

extension Obstacle {
  /// - Parameter code: as `errno` has it.
  fileprivate static func noPrintWorker(_ code: Int32) -> Obstacle {
    let reason = String(cString: strerror(code))
    return noPrintWorker(reason, pl: reason)
  }
}
