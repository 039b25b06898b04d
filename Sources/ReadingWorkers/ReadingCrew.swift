import CodeReading
public import Findings
import Glibc

/// Reads prints in several processes at a time.
///
/// Where a reader breaks down, another one looks once more for codes alone: what breaks down over words or attached files
/// mustn't cost the codes.
public struct ReadingCrew: Sendable {
  /// A worker is replaced after so many files, so that what libraries lose of memory doesn't add up.
  private static let shift = 200

  private let jobs: Int
  private let limits: ReadingLimits
  private let executable: String

  /// - Parameters:
  ///   - jobs: how many files are read at the same time; 1 or more.
  ///   - executable: a program that calls `ReadingWorker.serve` where `ReadingWorker.isAsked`: as a rule this one.
  public init(jobs: Int, limits: ReadingLimits = ReadingLimits(), executable: String = "/proc/self/exe") {
    precondition(jobs >= 1, "somebody has to read")
    self.jobs = jobs
    self.limits = limits
    self.executable = executable
  }

  /// As many jobs as the machine has processors.
  public static var jobsOfMachine: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Reads all that comes, and tells each outcome as soon as it is there, in whatever order.
  ///
  /// No more files are held than are being read. A file that is too slow, or is too hungry or breaks its reader twice, is
  /// told as such, and the others are read.
  ///
  /// - Parameters:
  ///   - next: the next file; nil at the end.
  ///   - finished: told once for each file, on the calling thread.
  ///   - tick: called about once a second while files are being read.
  /// - Throws: `evidence.no-worker`, and what `next` and `finished` throw.
  public func read(
    next: () throws(Obstacle) -> ReadingTask?, finished: (ReadingOutcome) throws(Obstacle) -> Void,
    tick: () -> Void = {}
  ) throws(Obstacle) {
    var workers: [WorkerProcess] = []
    var secondAttempts: [ReadingTask] = []
    var isAtEnd = false
    while true {
      workers.removeAll { $0.task == nil && $0.served >= Self.shift }
      while workers.count < jobs || workers.contains(where: { $0.task == nil }) {
        var task = secondAttempts.popLast()
        if task == nil, !isAtEnd { task = try next() }
        guard let task else {
          isAtEnd = true
          break
        }
        let worker: WorkerProcess
        if let idle = workers.first(where: { $0.task == nil }) {
          worker = idle
        } else {
          worker = try WorkerProcess(executable: executable, limits: limits)
          workers.append(worker)
        }
        worker.begin(task, now: ReadingCrew.now)
        try watch(&workers, &secondAttempts, patience: 0, finished)
        workers.removeAll { $0.task == nil && $0.served >= Self.shift }
      }
      guard workers.contains(where: { $0.task != nil }) else { return }
      try watch(&workers, &secondAttempts, patience: 1000, finished)
      tick()
    }
  }

  /// Waits for news of the workers, and deals with it.
  ///
  /// - Parameter patience: in milliseconds.
  private func watch(
    _ workers: inout [WorkerProcess], _ secondAttempts: inout [ReadingTask], patience: Int32,
    _ finished: (ReadingOutcome) throws(Obstacle) -> Void
  ) throws(Obstacle) {
    var sockets = workers.map { worker in
      pollfd(fd: worker.socket, events: Int16(POLLIN) | (worker.wantsToSend ? Int16(POLLOUT) : 0), revents: 0)
    }
    guard poll(&sockets, nfds_t(sockets.count), patience) >= 0 else { return }
    var gone: Set<Int32> = []
    for (worker, socket) in zip(workers, sockets) {
      if socket.revents & Int16(POLLOUT) != 0 { worker.send() }
      let hasNews = socket.revents & ~Int16(POLLOUT) != 0
      let task = worker.task
      switch hasNews ? worker.receive() : .waiting {
      case .answered(let result):
        guard let task else { continue }
        let noted = task.isSecondAttempt ? result.map(\.notedAsCodesOnly) : result
        try finished(ReadingOutcome(number: task.number, result: noted.mapError { $0.inFile(task.name) }))
      case .waiting:
        guard let task, worker.isOverdue(now: ReadingCrew.now) else { continue }
        gone.insert(worker.socket)
        try finished(
          ReadingOutcome(number: task.number, result: .failure(worker.obituary(of: task, isOverdue: true))))
      case .broken:
        gone.insert(worker.socket)
        guard let task else { continue }
        let obituary = worker.obituary(of: task, isOverdue: false)
        if !obituary.isForWantOfTime, let again = task.forCodesOnly {
          secondAttempts.append(again)
        } else {
          try finished(ReadingOutcome(number: task.number, result: .failure(obituary)))
        }
      }
    }
    workers.removeAll { gone.contains($0.socket) }
  }

  /// Seconds of a clock that nobody sets.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}
