import Findings
import Glibc
import WholeFiles

/// A walk through the user's folder for schema files, bounded in depth, number and size.
///
/// Files are told by the ending `.xsd`. A symbolic link is followed to a file inside the folder only, never to a folder,
/// so that neither a way out nor a circle is possible. Names that begin with a dot are passed over.
struct SchemaSearch {
  /// Folders inside folders, the given one being 1.
  static let depthLimit = 5
  /// Names looked at in all.
  static let nameLimit = 10_000
  static let fileLimit = 200
  /// Bytes of one file.
  static let sizeLimit = 4_000_000
  /// Bytes of all files.
  static let totalLimit = 32_000_000

  /// The files found, in the order of their paths.
  private(set) var files: [SchemaFile] = []
  /// The `.xsd` files that were passed over, and why.
  private(set) var refused: [Finding] = []

  private let folder: String
  private let realFolder: String
  private var names = 0
  private var bytes = 0

  init(_ folder: String) throws(Obstacle) {
    guard let real = SchemaSearch.realPath(folder) else { throw .schemaFolderUnreadable(folder) }
    self.folder = folder
    realFolder = real
    var open = [(path: folder, depth: 1)]
    while let next = open.popLast() {
      for path in try entries(of: next.path) {
        switch SchemaSearch.kind(of: path) {
        case S_IFDIR:
          guard next.depth < SchemaSearch.depthLimit else { throw .schemaFolderTooLarge(folder) }
          open.append((path, next.depth + 1))
        case S_IFREG where path.hasSuffix(".xsd"): try take(path, at: path)
        case S_IFLNK where path.hasSuffix(".xsd"): try takeLinked(path)
        default: break
        }
      }
    }
    files.sort { $0.path < $1.path }
  }

  /// The paths of what a folder holds.
  private mutating func entries(of path: String) throws(Obstacle) -> [String] {
    guard let stream = opendir(path) else { throw .schemaFolderUnreadable(path) }
    defer { closedir(stream) }
    var paths: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
          String(cString: $0)
        }
      }
      guard !name.hasPrefix(".") else { continue }
      names += 1
      guard names <= SchemaSearch.nameLimit else { throw .schemaFolderTooLarge(folder) }
      paths.append(path.hasSuffix("/") ? path + name : "\(path)/\(name)")
    }
    return paths
  }

  private mutating func takeLinked(_ path: String) throws(Obstacle) {
    let inside = realFolder.hasSuffix("/") ? realFolder : realFolder + "/"
    guard let target = SchemaSearch.realPath(path), target.hasPrefix(inside),
      SchemaSearch.kind(of: target) == S_IFREG
    else {
      refused.append(.schemaFileLeadsAway(path))
      return
    }
    try take(path, at: target)
  }

  /// Reads one regular file; what can't be used is noted, not thrown, since it may never be needed.
  private mutating func take(_ path: String, at target: String) throws(Obstacle) {
    guard files.count + refused.count < SchemaSearch.fileLimit else { throw .schemaFolderTooLarge(folder) }
    let content: [UInt8]
    do {
      content = try readWholeFile(target, limit: SchemaSearch.sizeLimit)
    } catch {
      refused.append(.schemaFileUnread(path, error))
      return
    }
    bytes += content.count
    guard bytes <= SchemaSearch.totalLimit else { throw .schemaFolderTooLarge(folder) }
    do {
      files.append(try SchemaFile(path: path, bytes: content))
    } catch {
      refused.append(.schemaFileFault(path, error))
    }
  }

  /// The kind of file, as the system's bits, without following a link; 0 where there is none.
  private static func kind(of path: String) -> mode_t {
    var information = stat()
    return lstat(path, &information) == 0 ? information.st_mode & S_IFMT : 0
  }

  /// The path without links and dots, nil where nothing is there.
  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
