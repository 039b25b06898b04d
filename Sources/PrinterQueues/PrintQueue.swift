import CCUPS
package import Findings
import Glibc
package import PrinterDevices

/// A queue of CUPS: a job is handed over unscaled, and followed until it has ended.
package struct PrintQueue {
  private let name: String
  private let patience: Int
  private let server: PrintServer
  private let media: QueueMedia
  /// The dots per inch in which the printer's driver makes pages; nil where it doesn't say.
  package let dotsPerInch: Double?

  /// What a job is made of.
  package enum Content: Sendable {
    /// A PDF on paper of so many points.
    case pdf([UInt8], width: Double, height: Double)
    /// What the printer understands itself; CUPS passes it on as it is.
    case raw([UInt8])
  }

  /// Looks whether the queue is ready: before anything is signed or recorded.
  ///
  /// - Parameter patience: seconds for which nothing may change.
  /// - Throws: `printer.no-server`, `printer.server-failed`, `printer.unknown`, `printer.rejects`, `printer.not-ready`:
  ///   nothing was printed.
  package init(_ name: String, patience: Int) throws(Obstacle) {
    (self.name, self.patience) = (name, patience)
    server = try PrintServer()
    media = try QueueMedia(of: name, server)
    let state = try QueueState(of: name, server)
    guard state.accepts else { throw .rejects(name, state.message) }
    if let trouble = state.trouble { throw .notReady(name, trouble) }
    dotsPerInch = state.dotsPerInch
  }

  /// Prints, and follows the job to its end.
  ///
  /// - Parameters:
  ///   - title: of the job.
  ///   - told: what keeps the printer waiting, each time that it changes.
  /// - Throws: `printer.server-failed`, `printer.no-media`: nothing was printed. `printer.waits`, `printer.job-failed`,
  ///   `printer.job-cancelled`: what came out may be incomplete.
  package func print(_ content: Content, title: String, told: (Sentence) -> Void) throws(Obstacle) -> Delivery {
    var options = JobOptions()
    let bytes: [UInt8]
    let format: String
    switch content {
    case .pdf(let pdf, let width, let height):
      // The codes' dots must survive: nothing may be fitted to the paper, turned or moved.
      options.add("media", try media.name(width: width, height: height))
      options.add("print-scaling", "none")
      options.add("fit-to-page", "false")
      options.add("nopdfAutorotate", "true")
      (bytes, format) = (pdf, "application/pdf")
    case .raw(let job): (bytes, format) = (job, "application/vnd.cups-raw")
    }
    let job = cupsCreateJob(server.connection, name, title, options.count, options.list)
    guard job > 0 else { throw .serverFailed() }
    do throws(Obstacle) {
      try send(bytes, format: format, title: title, job: job)
    } catch {
      // What isn't whole must not be printed.
      cupsCancelJob2(server.connection, name, job, 1)
      throw error
    }
    return try follow(job, told: told)
  }

  private func send(
    _ bytes: [UInt8], format: String, title: String, job: Int32
  ) throws(Obstacle) {
    guard cupsStartDocument(server.connection, name, job, title, format, 1) == HTTP_STATUS_CONTINUE else {
      throw .serverFailed()
    }
    let status = bytes.withUnsafeBytes { buffer in
      cupsWriteRequestData(server.connection, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard status == HTTP_STATUS_CONTINUE else { throw .serverFailed() }
    guard cupsFinishDocument(server.connection, name).rawValue < IPP_STATUS_ERROR_BAD_REQUEST.rawValue else {
      throw .serverFailed()
    }
  }

  private func follow(_ job: Int32, told: (Sentence) -> Void) throws(Obstacle) -> Delivery {
    var last: JobState?
    var changed = ContinuousClock.now
    while true {
      let state = try JobState(of: job, queue: name, server)
      switch state.state {
      case Int32(IPP_JSTATE_COMPLETED.rawValue): return .printed
      case Int32(IPP_JSTATE_ABORTED.rawValue): throw .jobFailed(name, job, state.message)
      case Int32(IPP_JSTATE_CANCELED.rawValue): throw .jobCancelled(name, job)
      default: break
      }
      if state != last {
        if let trouble = state.queue.trouble, trouble != last?.queue.trouble { told(trouble) }
        last = state
        changed = ContinuousClock.now
      } else if ContinuousClock.now - changed > .seconds(patience) {
        throw .jobWaits(name, job, state.queue.trouble)
      }
      usleep(200_000)
    }
  }
}

/// How a job stands, and its queue.
private struct JobState: Hashable {
  let state: Int32
  let sheets: Int32
  let message: String
  let queue: QueueState

  init(of job: Int32, queue name: String, _ server: PrintServer) throws(Obstacle) {
    let answer = try server.ask(
      IPP_OP_GET_JOB_ATTRIBUTES, queue: name, job: job,
      ["job-state", "job-media-sheets-completed", "job-printer-state-message"])
    state = answer.integer("job-state") ?? 0
    sheets = answer.integer("job-media-sheets-completed") ?? 0
    message = answer.words("job-printer-state-message").first ?? ""
    queue = try QueueState(of: name, server)
  }
}

/// Options as CUPS wants them. Owns the list.
private struct JobOptions: ~Copyable {
  private(set) var count: Int32 = 0
  private(set) var list: UnsafeMutablePointer<cups_option_t>?

  mutating func add(_ name: String, _ value: String) { count = cupsAddOption(name, value, count, &list) }

  deinit { cupsFreeOptions(count, list) }
}
