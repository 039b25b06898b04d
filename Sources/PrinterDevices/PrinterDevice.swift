package import Findings

/// A printer that takes a job's bytes as they are.
///
/// A receipt printer is asked before the print whether it is ready, and after it whether all of it came out: whoever has
/// handed bytes to a socket knows nothing of paper. A print is done only where the printer says so.
package final class PrinterDevice {
  /// Whether a device speaks ESC/POS, in which it can be asked.
  package enum Speech: Sendable {
    case receipts
    /// Another language, or a printer that is known to say nothing.
    case silent
  }

  private let address: DeviceAddress
  private let patience: Int
  private let connection: DeviceConnection
  private let answers: Bool

  /// Connects, and asks whether it is ready: before anything is signed or recorded.
  ///
  /// - Parameter patience: seconds for which a printer may take or say nothing.
  /// - Throws: `printer.unreachable`, `printer.no-device`, `printer.no-paper`, `printer.cover-open`, `printer.fault`,
  ///   `printer.offline`: nothing was printed.
  package init(_ address: DeviceAddress, speech: Speech, patience: Int) throws(Obstacle) {
    (self.address, self.patience) = (address, patience)
    connection = try DeviceConnection(address, seconds: patience)
    guard speech == .receipts else {
      answers = false
      return
    }
    let status = PrinterStatus.asked(connection, milliseconds: PrinterDevice.firstAnswer)
    answers = status != nil
    if let trouble = status?.trouble { throw .notReady(trouble, address.text) }
  }

  /// Prints a job, and waits until the printer says that it is on paper.
  ///
  /// - Returns: `.sent` where a printer that never answered took all of it.
  /// - Throws: `printer.no-paper`, `printer.cover-open`, `printer.fault`, `printer.offline`, `printer.stopped` and
  ///   `printer.disconnected`: what came out may be incomplete.
  package func print(_ job: [UInt8]) throws(Obstacle) -> Delivery {
    try handOver(job)
    // Of what lies with the printer some is still to be burnt, at no less than 50 mm a second.
    let milliseconds = patience * 1000 + job.count * 1000 / PrinterDevice.slowestBytesPerSecond
    if answers {
      try awaitEnd(of: job, milliseconds: milliseconds)
      return .printed
    }
    try awaitTaking(of: job, milliseconds: milliseconds)
    return .sent
  }

  /// So long a printer has for its first answer, in milliseconds: one that can, does in ten.
  private static let firstAnswer = 700
  /// Rows of 48 bytes, eight a millimetre, 50 mm a second.
  private static let slowestBytesPerSecond = 48 * 8 * 50

  private func handOver(_ job: [UInt8]) throws(Obstacle) {
    var taken = 0
    var deadline = Deadline(milliseconds: patience * 1000)
    while taken < job.count {
      // A printer that has broken off still lets us write for a while: its word comes first.
      switch connection.read(milliseconds: 0) {
      case .byte, .nothing: break
      case .closed, .reset: throw .disconnected(address.text, taken: taken, of: job.count)
      }
      guard let count = connection.write(job[taken...], milliseconds: 250) else {
        throw .disconnected(address.text, taken: taken, of: job.count)
      }
      if count > 0 {
        taken += count
        deadline = Deadline(milliseconds: patience * 1000)
      } else if deadline.isOver {
        throw stopped(taken: taken, of: job.count)
      }
    }
  }

  /// Asks for the paper's state, which a printer says only when it has printed what came before the question.
  private func awaitEnd(of job: [UInt8], milliseconds: Int) throws(Obstacle) {
    let deadline = Deadline(milliseconds: milliseconds)
    let question: [UInt8] = [0x1D, 0x72, 0x01]
    var asked = 0
    while !deadline.isOver {
      if asked < question.count {
        guard let count = connection.write(question[asked...], milliseconds: 250) else {
          throw .disconnected(address.text, taken: job.count, of: job.count)
        }
        asked += count
      }
      switch connection.read(milliseconds: 250) {
      // Answers to other questions have their fourth bit set.
      case .byte(let byte) where byte & 0x90 == 0:
        guard byte & 0x0C == 0 else { throw .stopped(.noPaper, address.text, taken: job.count, of: job.count) }
        return
      case .byte, .nothing: continue
      case .closed, .reset: throw .disconnected(address.text, taken: job.count, of: job.count)
      }
    }
    throw stopped(taken: job.count, of: job.count)
  }

  /// Waits until nothing of the job lies in this machine and the printer had time to break off, which is all that can be
  /// known of a silent one.
  private func awaitTaking(of job: [UInt8], milliseconds: Int) throws(Obstacle) {
    connection.endWriting()
    var deadline = Deadline(milliseconds: milliseconds)
    var left = Int.max
    while let waiting = connection.waiting, waiting > 0 {
      if waiting < left {
        left = waiting
        deadline = Deadline(milliseconds: milliseconds)
      }
      guard !deadline.isOver else {
        throw .stopped(nil, address.text, taken: job.count - waiting, of: job.count)
      }
      if case .reset = connection.read(milliseconds: 20) {
        throw .disconnected(address.text, taken: job.count - waiting, of: job.count)
      }
    }
    let end = Deadline(milliseconds: PrinterDevice.firstAnswer)
    while !end.isOver {
      switch connection.read(milliseconds: end.milliseconds) {
      case .byte: continue
      case .reset: throw .disconnected(address.text, taken: job.count, of: job.count)
      case .closed, .nothing: return
      }
    }
  }

  private func stopped(taken: Int, of count: Int) -> Obstacle {
    let status = answers ? PrinterStatus.asked(connection, milliseconds: PrinterDevice.firstAnswer) : nil
    return .stopped(status?.trouble, address.text, taken: taken - (connection.waiting ?? 0), of: count)
  }
}
