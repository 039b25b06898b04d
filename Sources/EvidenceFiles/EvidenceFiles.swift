import Findings
import Glibc

/// The files at the paths that a user gave: files, folders with all that is in them, archives (ZIP, tar, tar packed with
/// gzip); one after another, each read when it is asked for.
///
/// The order is that of the paths; in a folder that of the names' UTF-8 bytes, in an archive that of its members. Within
/// folders symbolic links to files are followed, those to folders are not, and pipes and devices are never opened.
/// Hidden files and what systems leave behind in folders are skipped. An archive in a folder is opened like one that
/// is named, an archive within an archive isn't. Names mean nothing: an archive is what begins as one. What begins as
/// another kind of file and has a ZIP file behind it is that other file.
public struct EvidenceFiles: Sequence, IteratorProtocol {
  /// Says of a file, by its beginning, how many bytes of it are read at most; nil for one that isn't wanted.
  public typealias Acceptance = (FileHead) -> Int?

  private enum Task {
    case read(Acceptance)
    case count
  }

  private struct Entry {
    let path: String
    let isNamed: Bool
    /// How many bytes of the path come from what was named.
    let root: Int

    /// The path under what was named; the file's own name where it was named itself.
    var placeName: String {
      isNamed
        ? String(path.split(separator: "/").last ?? "") : String(decoding: path.utf8.dropFirst(root), as: UTF8.self)
    }
  }

  /// The most names of one folder that are looked at.
  private static let folderLimit = 1_000_000

  private let task: Task
  private let largest: Int
  private let standardInput: String
  private let limits: ArchiveLimits
  /// What is still to be looked at, the next one last.
  private var pending: [Entry]
  private var archive: ArchiveReader?
  /// What stands before the names of the archive's members under what was named.
  private var archivePlace = ""
  /// By their bytes: letters that are spelt in two ways make two files.
  private var seenPaths: Set<[UInt8]> = []
  private var names = UniqueNames()

  /// - Parameters:
  ///   - paths: what the user named; `-` is standard input.
  ///   - largest: the most bytes of a file that is named and that `acceptance` doesn't want, so that its reader can say
  ///     why not.
  ///   - standardInput: what reports call standard input.
  ///   - acceptance: asked once for each file.
  public init(
    _ paths: [String], largest: Int = 200_000_000, standardInput: String = "-", limits: ArchiveLimits = ArchiveLimits(),
    accepting acceptance: @escaping Acceptance
  ) {
    self.init(paths, .read(acceptance), largest, standardInput, limits)
  }

  /// How many files there are, without reading them; standard input counts as one.
  ///
  /// - Parameter isWanted: asked by a file's name whether it counts; all do where nobody says.
  public static func count(
    _ paths: [String], limits: ArchiveLimits = ArchiveLimits(), where isWanted: (String) -> Bool = { _ in true }
  ) -> Int {
    EvidenceFiles(paths, .count, 0, "-", limits).reduce(0) { count, found in
      guard case .passedOver(let name) = found, !isWanted(name) else { return count + 1 }
      return count
    }
  }

  private init(_ paths: [String], _ task: Task, _ largest: Int, _ standardInput: String, _ limits: ArchiveLimits) {
    self.task = task
    self.largest = largest
    self.standardInput = standardInput
    self.limits = limits
    pending = paths.reversed().map { Entry(path: $0, isNamed: true, root: 0) }
  }

  /// The next file; nil at the end.
  public mutating func next() -> FoundFile? {
    while true {
      if let archive {
        if let found = next(in: archive) { return found }
        self.archive = nil
      }
      guard let entry = pending.popLast() else { return nil }
      if let found = look(at: entry) { return found }
    }
  }

  private func limit(of head: FileHead, isNamed: Bool) -> Int? {
    guard case .read(let acceptance) = task else { return nil }
    return acceptance(head) ?? (isNamed ? largest : nil)
  }

  private mutating func next(in archive: ArchiveReader) -> FoundFile? {
    switch task {
    case .count: archive.nextName().map { .passedOver($0) }
    case .read(let acceptance):
      archive.next(under: archivePlace, naming: { names.unique($0) }, accepting: acceptance)
    }
  }

  /// - Returns: nil for what is skipped, and for what holds other things, which come next.
  private mutating func look(at entry: Entry) -> FoundFile? {
    guard seenPaths.insert(Array(entry.path.utf8)).inserted else { return nil }
    if entry.path == "-" { return standardInputFile() }
    var information = stat()
    guard stat(entry.path, &information) == 0 else { return .obstacle(.fileUnreadable(entry.path)) }
    switch information.st_mode & S_IFMT {
    case S_IFDIR:
      if !entry.isNamed, isLink(entry.path) { return nil }
      return enter(entry)
    case S_IFREG: break
    default:
      guard entry.isNamed else { return nil }
      // A pipe that is named is somebody's output, `<(program)` of a shell; what is read from it is gone.
      if case .count = task { return .passedOver(entry.path) }
    }
    do throws(Obstacle) {
      return try open(entry)
    } catch {
      return .obstacle(error)
    }
  }

  private func isLink(_ path: String) -> Bool {
    var information = stat()
    return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFLNK
  }

  private mutating func open(_ entry: Entry) throws(Obstacle) -> FoundFile? {
    let file = try OpenFile(entry.path, waits: entry.isNamed)
    let name = names.unique(entry.path)
    let head = FileHead(name: name, bytes: try file.head())
    if file.size != nil, let form = ArchiveForm(head: head.bytes, unpacked: { file.unpackedHead() }) {
      archive = try ArchiveReader(file, form, name: name, limits: limits)
      archivePlace = entry.isNamed ? "" : entry.placeName + "/"
      return nil
    }
    if case .count = task { return .passedOver(name) }
    guard let limit = limit(of: head, isNamed: entry.isNamed) else { return .passedOver(name) }
    return .file(
      EvidenceFile(
        name: name, placeName: entry.placeName, bytes: try file.rest(limit: limit), isNamed: entry.isNamed))
  }

  private mutating func standardInputFile() -> FoundFile? {
    if case .count = task { return .passedOver("-") }
    let name = names.unique(standardInput)
    do throws(Obstacle) {
      let file = OpenFile.standardInput(name: name)
      let head = FileHead(name: name, bytes: try file.head())
      // What is packed can't be looked into before all of it is here.
      let mayBeArchive =
        ArchiveForm(head: head.bytes, unpacked: { [] }) != nil || head.bytes.starts(with: [0x1F, 0x8B])
      let limit = mayBeArchive ? largest : limit(of: head, isNamed: true) ?? largest
      let bytes = try file.rest(limit: limit)
      guard let form = ArchiveForm(head: bytes, unpacked: { ArchiveForm.unpackedHead(of: bytes) }) else {
        return .file(EvidenceFile(name: name, bytes: bytes))
      }
      archive = try ArchiveReader(bytes, form, name: name, limits: limits)
      archivePlace = ""
      return nil
    } catch {
      return .obstacle(error)
    }
  }

  /// Puts what a folder holds before all else that is still to be looked at.
  private mutating func enter(_ entry: Entry) -> FoundFile? {
    let folder = entry.path
    guard let stream = opendir(folder) else { return .obstacle(.folderUnreadable(folder)) }
    defer { closedir(stream) }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    var found: [[UInt8]] = []
    while let entry = readdir(stream) {
      // The name's place in the record holds more than the name.
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 }.map(\.self) }
      guard !SkippedNames.contain(bytes) else { continue }
      guard found.count < Self.folderLimit else { return .obstacle(.folderTooLarge(folder, Self.folderLimit)) }
      found.append(bytes)
    }
    let root = entry.isNamed ? base.utf8.count : entry.root
    found.sort { $0.lexicographicallyPrecedes($1) }
    var unnamed: [String] = []
    for bytes in found.reversed() {
      if let name = String(validating: bytes, as: UTF8.self) {
        pending.append(Entry(path: base + name, isNamed: false, root: root))
      } else {
        unnamed.insert(base + String(decoding: bytes, as: UTF8.self), at: 0)
      }
    }
    return unnamed.isEmpty ? nil : .obstacle(.namesNotUTF8(unnamed, in: folder))
  }
}
