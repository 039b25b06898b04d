public import Findings
import Glibc
public import InvoicePrinting
import WholeFiles

/// Prints what others put into a folder, until a signal ends it.
public final class FolderWatch {
  /// So far.
  public private(set) var counts = PrintCounts()

  private let folder: WatchedFolder
  private let doneFolder: String?
  private let refusedFolder: String?

  /// - Parameters:
  ///   - doneFolder: where files go that were printed, in this run or before; nil leaves them where they are.
  ///   - refusedFolder: where files go that couldn't be; nil leaves them, and another run tries them again.
  /// - Throws: `watch.same-folder`, `watch.other-file-system` (usage), `file.unwritable` (input/output).
  public init(_ folder: WatchedFolder, doneFolder: String?, refusedFolder: String?) throws(Obstacle) {
    self.folder = folder
    self.doneFolder = doneFolder
    self.refusedFolder = refusedFolder
    for target in [doneFolder, refusedFolder].compactMap(\.self) {
      try makeDirectory(target)
      var (here, there) = (stat(), stat())
      guard stat(folder.path, &here) == 0, stat(target, &there) == 0 else { throw .folderUnwatchable(target) }
      guard here.st_dev == there.st_dev else { throw .otherFileSystem(target) }
      guard here.st_ino != there.st_ino else { throw .sameFolder(target) }
    }
  }

  /// Prints until a signal comes.
  ///
  /// - Parameter told: of each invoice's end, after its file was moved.
  /// - Throws: `folder.unreadable` (input/output) where the folder is gone, and as `PrintRun.print(_:by:)`.
  public func print(
    into output: OutputFolder, _ settings: PrintRunSettings, by crew: any PrintingCrew, until signals: StopSignals,
    told: @escaping (PrintRow) throws(Obstacle) -> Void
  ) throws(Obstacle) {
    while signals.arrived == nil {
      try printArrivals(into: output, settings, by: crew, isStopped: { signals.arrived != nil }, told: told)
      // A signal that was heard meanwhile isn't to be read any more.
      if signals.arrived == nil { folder.wait(or: signals.descriptor) }
    }
  }

  /// Prints what is complete by now and what becomes so meanwhile.
  ///
  /// - Parameters:
  ///   - isStopped: whether no more invoices are to be taken.
  ///   - told: of each invoice's end, after its file was moved.
  /// - Throws: as above.
  public func printArrivals(
    into output: OutputFolder, _ settings: PrintRunSettings, by crew: any PrintingCrew,
    isStopped: @escaping () -> Bool, told: @escaping (PrintRow) throws(Obstacle) -> Void
  ) throws(Obstacle) {
    // A crew isn't called for nothing.
    guard let first = try folder.next() else { return }
    let run = PrintRun(into: output, settings, isStopped: isStopped) { (row) throws(Obstacle) in
      try self.clearAway(row)
      try told(row)
    }
    var trouble: Obstacle?
    var ahead: FoundSource? = first
    defer { counts += run.counts }
    try run.print(
      {
        defer { ahead = nil }
        if let ahead { return ahead }
        do throws(Obstacle) {
          return try folder.next()
        } catch {
          trouble = error
          return nil
        }
      }, by: crew)
    if let trouble { throw trouble }
  }

  private func clearAway(_ row: PrintRow) throws(Obstacle) {
    let isDone = row.verdict == .printed || row.verdict == .skipped
    guard let target = isDone ? doneFolder : refusedFolder else { return }
    try folder.move(row.source, into: target)
  }
}

extension Obstacle {
  fileprivate static func sameFolder(_ path: String) -> Obstacle {
    Obstacle(
      "watch.same-folder", kind: .usage, at: Place(file: path),
      Sentence(
        "Files can't be moved into the folder that is watched.",
        pl: "Nie można przenosić plików do obserwowanego folderu."),
      remedy: Sentence("Name another folder.", pl: "Podaj inny folder."))
  }

  fileprivate static func otherFileSystem(_ path: String) -> Obstacle {
    Obstacle(
      "watch.other-file-system", kind: .usage, at: Place(file: path),
      Sentence(
        "The folder lies on another file system than the one that is watched: files can't be moved there at once.",
        pl: "Folder leży w innym systemie plików niż obserwowany: plików nie można tam przenieść jednym ruchem."),
      remedy: Sentence(
        "Name a folder beside the one that is watched.", pl: "Podaj folder obok obserwowanego."))
  }
}
