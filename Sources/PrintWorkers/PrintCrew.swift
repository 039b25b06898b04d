import ChildProcesses
public import Findings
import Glibc
public import InvoicePrinting
public import OfflineSigning

/// Prints in several processes of `ksef-render worker` at a time.
///
/// A worker that breaks down or stands still costs the invoice that it was at, and another is started in its place. The
/// workers stay between runs, and go with the crew.
public final class PrintCrew: PrintingCrew {
  private let size: Int
  private let executable: String
  private let arguments: [String]
  private let passphrase: Passphrase?
  private let patience: Int
  private var members: [CrewMember] = []

  /// As many as the machine has processors.
  public static var sizeOfMachine: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// No process is started before there is something to print.
  ///
  /// - Parameters:
  ///   - size: how many processes; 1 or more.
  ///   - executable: the program; as a rule this one.
  ///   - arguments: `worker` and its options; those of a passphrase are added where one is given.
  ///   - passphrase: handed to each worker through a pipe, never as an argument or a variable.
  ///   - patience: how long one print may take by the clock, in seconds; 1 or more.
  public init(
    size: Int, executable: String = "/proc/self/exe", arguments: [String], passphrase: Passphrase? = nil,
    patience: Int = 120
  ) {
    precondition(size >= 1 && patience >= 1, "somebody has to print, and has to have time for it")
    self.size = size
    self.executable = executable
    self.arguments =
      passphrase == nil
      ? arguments : arguments + ["--passphrase-file", "/dev/fd/\(CrewMember.passphraseDescriptor)"]
    self.passphrase = passphrase
    self.patience = patience
  }

  /// Prints all that `next` gives; a worker's breakdown is `print.worker-crashed`, its standstill `print.too-slow`.
  ///
  /// - Throws: `print.no-worker` where a worker can't be started, or ends by itself before its first answer.
  public func run(
    next: () -> PrintTask?, done: (PrintTask, Result<PrintAnswer, Obstacle>) -> Bool
  ) throws(Obstacle) {
    var shift = Shift()
    members.removeAll(where: \.isGone)
    do throws(Obstacle) {
      while true {
        try hireAndGive(&shift, next)
        guard members.contains(where: { !$0.tasks.isEmpty }) else { return }
        try watch(&shift, done)
      }
    } catch {
      // What the others have under way is nobody's any more.
      members = []
      throw error
    }
  }

  /// What is to be remembered during one run.
  private struct Shift {
    /// Whether more tasks are wanted and there may be some.
    var isOpen = true
    /// Tasks that waited behind one on which a worker broke down.
    var again: [PrintTask] = []
  }

  private func hireAndGive(_ shift: inout Shift, _ next: () -> PrintTask?) throws(Obstacle) {
    while members.count < size || members.contains(where: \.hasRoom) {
      var task = shift.again.popLast()
      if task == nil, shift.isOpen { task = next() }
      guard let task else {
        shift.isOpen = false
        return
      }
      let idle = members.first { $0.tasks.isEmpty }
      let member: CrewMember
      if let free = idle ?? (members.count < size ? nil : members.first(where: \.hasRoom)) {
        member = free
      } else {
        member = try CrewMember(executable: executable, arguments: arguments, passphrase: passphrase)
        members.append(member)
      }
      member.begin(task, now: PrintCrew.now)
    }
  }

  /// Waits for news of the workers, and deals with it.
  private func watch(
    _ shift: inout Shift, _ done: (PrintTask, Result<PrintAnswer, Obstacle>) -> Bool
  ) throws(Obstacle) {
    var sockets = members.map { member in
      pollfd(fd: member.socket, events: Int16(POLLIN) | (member.wantsToSend ? Int16(POLLOUT) : 0), revents: 0)
    }
    guard poll(&sockets, nfds_t(sockets.count), 1000) >= 0 else { return }
    for (member, socket) in zip(members, sockets) {
      if socket.revents & Int16(POLLOUT) != 0 { member.send() }
      let hasNews = socket.revents & ~Int16(POLLOUT) != 0
      switch hasNews ? member.receive(now: PrintCrew.now) : .waiting {
      case .answered(let task, let result):
        if !done(task, result) { shift.isOpen = false }
      case .waiting:
        if member.patienceTaken(now: PrintCrew.now) > patience * 1000 {
          try dismiss(member, &shift, isOverdue: true, done)
        }
      case .broken: try dismiss(member, &shift, isOverdue: false, done)
      }
    }
  }

  /// Ends a worker that failed; the task that it was at fails with it, those behind it are given again.
  private func dismiss(
    _ member: CrewMember, _ shift: inout Shift, isOverdue: Bool,
    _ done: (PrintTask, Result<PrintAnswer, Obstacle>) -> Bool
  ) throws(Obstacle) {
    members.removeAll { $0 === member }
    let end = member.end()
    if !isOverdue, end.signal == 0, member.answered == 0 {
      throw .noPrintWorker(
        "it ended with exit code \(end.exitCode)", pl: "zakończył się kodem \(end.exitCode)")
    }
    guard let failed = member.tasks.first else { return }
    shift.again += member.tasks.dropFirst()
    let obstacle: Obstacle =
      isOverdue ? .printTooSlow(failed.name, seconds: patience) : .workerCrashed(failed.name)
    if !done(failed, .failure(obstacle)) { shift.isOpen = false }
  }

  /// Milliseconds of a clock that nobody sets.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
