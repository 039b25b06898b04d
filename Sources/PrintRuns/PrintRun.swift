public import Findings
public import InvoicePrinting
public import KSeFIdentifiers
import WholeFiles

/// What is the same for all invoices of a run.
public struct PrintRunSettings: Sendable {
  /// How the files are called.
  public var names = NamePattern.standard
  /// Of all options that shape a print; another one makes a resumed run print anew.
  public var options: InvoiceHash
  /// Which KSeF numbers the invoices have; where one is known, it is printed.
  public var numbers = KSeFNumbers.unknown
  /// Which prints of earlier runs are left as they are.
  public var resuming = Resuming.never
  /// Whether the first invoice that isn't printed ends the run.
  public var stopsAtTrouble = false
  /// Whether every print is on the disk before it counts as made; otherwise all are now and then, and at the end.
  public var waitsForDisk = false

  /// What an earlier run's print must be like, so that it isn't made again.
  public enum Resuming: Sendable, Hashable {
    case never
    /// There, and byte for byte as it was made.
    case whereWhole
    /// Made once, whatever has become of it and however it would be made now.
    case whereRecorded
  }

  /// Prints all anew, each called as its source.
  public init(options: InvoiceHash) { self.options = options }
}

/// Prints invoices into a folder, one after the other as a crew has hands.
///
/// Rows, names and the record follow the order of the sources, in whatever order prints come out: the same sources give
/// the same names. A print that is done before its turn waits under a passing name.
public final class PrintRun {
  /// So far, or at the end.
  public private(set) var counts = PrintCounts()

  private let output: OutputFolder
  private let settings: PrintRunSettings
  private var names: OutputNames
  private let isStopped: () -> Bool
  private let told: (PrintRow) throws(Obstacle) -> Void
  private var order = OrderOfOutcomes()
  private var trouble: Obstacle?
  private var endsEarly = false
  private var synchronised = monotonicMilliseconds()

  /// In milliseconds.
  private static let synchronisingInterval = 30_000

  /// - Parameters:
  ///   - isStopped: whether no more invoices are to be taken.
  ///   - told: of each invoice's end, in the order of the sources; what it throws ends the run.
  public init(
    into output: OutputFolder, _ settings: PrintRunSettings, isStopped: @escaping () -> Bool,
    told: @escaping (PrintRow) throws(Obstacle) -> Void
  ) {
    self.output = output
    self.settings = settings
    self.isStopped = isStopped
    self.told = told
    names = OutputNames(output.record, settings.names)
  }

  /// Prints what the sources give.
  ///
  /// - Parameter sources: asked for the next one; nil ends the run.
  /// - Throws: what keeps prints from being written, and what `told` or the crew throws; what was printed until then is
  ///   recorded.
  public func print(_ sources: () -> FoundSource?, by crew: any PrintingCrew) throws(Obstacle) {
    var broken: Obstacle?
    do throws(Obstacle) {
      try crew.run(next: { nextTask(sources) }, done: { keep($1, of: $0) })
    } catch {
      broken = error
    }
    if let first = trouble ?? broken { throw first }
    if !settings.waitsForDisk { try output.synchronise() }
  }

  private func nextTask(_ sources: () -> FoundSource?) -> PrintTask? {
    while trouble == nil, !endsEarly, !isStopped(), let source = sources() {
      switch source {
      case .passedOver: counts.passedOver += 1
      case .obstacle(let obstacle):
        order.addEnded(.told(PrintRow(obstacle.place.file ?? "", obstacle, hash: "")))
        endsEarly = settings.stopsAtTrouble
      case .file(let file):
        let given = GivenInvoice(file, settings)
        if let print = earlierPrint(of: given) {
          order.addEnded(.skipped(print))
        } else {
          return PrintTask(name: order.add(given), bytes: file.bytes, ksefNumber: given.number?.text)
        }
      }
      commit()
    }
    return nil
  }

  private func earlierPrint(of given: GivenInvoice) -> RecordedPrint? {
    guard settings.resuming != .never, let print = output.record.print(of: given.source, given.xml),
      print.xml == given.xml, !names.isTaken(print.output)
    else { return nil }
    let isThere = settings.resuming == .whereRecorded || print.options == given.options && output.holds(print)
    return isThere ? print : nil
  }

  private func keep(_ result: Result<PrintAnswer, Obstacle>, of task: PrintTask) -> Bool {
    guard trouble == nil else { return false }
    do throws(Obstacle) {
      switch result {
      case .success(let answer):
        let print = FinishedPrint(answer, try staged(answer.bytes))
        order.end(task.name) { .printed($0, print) }
      case .failure(let obstacle):
        order.end(task.name) { .notPrinted($0, obstacle) }
        endsEarly = endsEarly || settings.stopsAtTrouble
      }
    } catch {
      trouble = error
      return false
    }
    commit()
    return trouble == nil && !endsEarly && !isStopped()
  }

  private func staged(_ pdf: [UInt8]) throws(Obstacle) -> StagedFile {
    let file = try output.newFile()
    try file.write(pdf)
    if settings.waitsForDisk { try file.synchronise() }
    try file.finish()
    return file
  }

  /// Ends whatever has its turn.
  private func commit() {
    do throws(Obstacle) {
      while trouble == nil, let next = order.next() {
        let row = try row(of: next)
        counts.add(row)
        try told(row)
      }
      guard !settings.waitsForDisk, monotonicMilliseconds() - synchronised >= Self.synchronisingInterval else { return }
      try output.synchronise()
      synchronised = monotonicMilliseconds()
    } catch {
      trouble = error
    }
  }

  private func row(of ended: OrderOfOutcomes.Ended) throws(Obstacle) -> PrintRow {
    switch ended {
    case .told(let row): return row
    case .skipped(let print):
      names.take(print.output)
      return PrintRow(print)
    case .notPrinted(let given, let obstacle): return PrintRow(given.source, obstacle, hash: given.xml.base64URL)
    case .printed(let given, let print):
      let name = names.name(for: print.facts, of: given)
      try output.place(print.file, at: name)
      let recorded = print.recorded(given, output: name)
      try output.record.add(recorded)
      return print.row(recorded)
    }
  }
}
