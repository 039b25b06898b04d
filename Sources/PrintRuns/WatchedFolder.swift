public import Findings
import Glibc
import WholeFiles

/// A folder into which others put invoices' XML: gives each file once it is complete.
///
/// Complete is a file that ends as it began, `<Faktura …` to `</Faktura>`; whatever else it is, it is taken after nobody
/// has changed it for some seconds, so that the print says what is wrong with it. Only what is called `.xml` counts, and
/// only what lies in the folder itself.
public final class WatchedFolder {
  let path: String
  private let sizeLimit: Int
  private let settlingMilliseconds: Int
  private let events: FolderEvents
  /// Files that weren't looked at, in the order in which they came.
  private var fresh: [Arrival] = []
  /// How many of `fresh` were taken from it.
  private var taken = 0
  /// Files that were looked at and aren't complete.
  private var incomplete: [Arrival] = []
  /// All that are in one of the two.
  private var expected: Set<String> = []
  /// Files that were given and lie where they lay, as they were then.
  private var given: [String: FileStamp] = [:]
  private var isGone = false

  private struct Arrival {
    let name: String
    /// As it was looked at last, and when it was first seen so; nil while it wasn't looked at.
    var seen: (stamp: FileStamp, at: Int)?
  }

  /// Begins to watch a folder; what lies there already comes first.
  ///
  /// - Parameters:
  ///   - sizeLimit: the most bytes of an invoice.
  ///   - settlingSeconds: how long a file that doesn't end as XML must be left alone to be taken.
  /// - Throws: `folder.unreadable` (input/output).
  public init(_ path: String, sizeLimit: Int, settlingSeconds: Int = 5) throws(Obstacle) {
    self.path = path.hasSuffix("/") && path.utf8.count > 1 ? String(path.dropLast()) : path
    self.sizeLimit = sizeLimit
    settlingMilliseconds = settlingSeconds * 1000
    events = try FolderEvents(path)
    // The watch comes first, so that nothing is missed between the two.
    try lookThrough()
  }

  /// The next file that is complete; nil while there is none.
  ///
  /// - Throws: `folder.unreadable` (input/output), also where the folder is gone.
  public func next() throws(Obstacle) -> FoundSource? {
    try hear()
    for index in incomplete.indices.reversed() {
      var arrival = incomplete[index]
      if let found = look(at: &arrival) {
        incomplete.remove(at: index)
        if let source = found.source { return source }
      } else {
        incomplete[index] = arrival
      }
    }
    while taken < fresh.count {
      var arrival = fresh[taken]
      taken += 1
      if let found = look(at: &arrival) {
        if let source = found.source { return source }
      } else {
        incomplete.append(arrival)
      }
    }
    (fresh, taken) = ([], 0)
    return nil
  }

  /// Waits until something may have become complete, or until there is something to be read from a descriptor.
  func wait(or descriptor: Int32) {
    let now = monotonicMilliseconds()
    let left = incomplete.compactMap(\.seen).map { max(0, $0.at + settlingMilliseconds - now) }.min()
    var waited = [
      pollfd(fd: events.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    // What wakes it early is looked at again.
    _ = poll(&waited, nfds_t(waited.count), left.map { Int32(clamping: $0 + 1) } ?? -1)
  }

  /// Moves a file that was given into another folder, unless somebody has changed it since.
  ///
  /// - Throws: `file.unwritable` (input/output).
  func move(_ source: String, into folder: String) throws(Obstacle) {
    let name = String(source.split(separator: "/").last ?? "")
    guard let stamp = given[name], FileStamp(source) == stamp else { return }
    try moveFile(source, into: folder)
    given[name] = nil
  }

  private func hear() throws(Obstacle) {
    for news in events.news() {
      switch news {
      case .arrived(let name): note(name)
      case .left(let name): given[name] = nil
      case .missed: try lookThrough()
      case .ended: isGone = true
      }
    }
    if isGone {
      errno = ENOENT
      throw .folderUnwatchable(path)
    }
  }

  private func lookThrough() throws(Obstacle) {
    guard let stream = opendir(path) else { throw .folderUnwatchable(path) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 }.map(\.self) }
      if let name = String(validating: bytes, as: UTF8.self) { names.append(name) }
    }
    let there = Set(names)
    given = given.filter { there.contains($0.key) }
    for name in names.sorted() { note(name) }
  }

  private func note(_ name: String) {
    guard name.lowercased().hasSuffix(".xml"), !name.hasPrefix("."), expected.insert(name).inserted else { return }
    fresh.append(Arrival(name: name))
  }

  /// What came of looking at a file that isn't waited for any more.
  private struct Look {
    /// Nil where there is nothing to be printed.
    let source: FoundSource?
  }

  /// - Returns: nil where the file isn't complete.
  private func look(at arrival: inout Arrival) -> Look? {
    let file = "\(path)/\(arrival.name)"
    guard let stamp = FileStamp(file), stamp != given[arrival.name] else { return end(arrival, nil) }
    let now = monotonicMilliseconds()
    let isKnown = arrival.seen.map { $0.stamp == stamp } ?? false
    let since = isKnown ? arrival.seen?.at ?? now : now
    let isSettled = now - since >= settlingMilliseconds
    arrival.seen = (stamp, since)
    // It was looked into before, and nothing has happened to it since.
    if isKnown, !isSettled { return nil }
    do throws(Obstacle) {
      let bytes = try readWholeFile(file, limit: sizeLimit)
      // What changes while it is read is still being written.
      guard FileStamp(file) == stamp, isSettled || FinishedXML.isFinished(bytes) else { return nil }
      given[arrival.name] = stamp
      return end(arrival, .file(SourceFile(name: file, place: arrival.name, bytes: bytes)))
    } catch {
      guard FileStamp(file) != nil else { return end(arrival, nil) }
      given[arrival.name] = stamp
      return end(arrival, .obstacle(error))
    }
  }

  private func end(_ arrival: Arrival, _ source: FoundSource?) -> Look {
    expected.remove(arrival.name)
    return Look(source: source)
  }
}
