import EvidenceFiles
public import Findings
import Glibc

/// An invoice's XML that a run is given.
public struct SourceFile: Sendable {
  /// What messages and reports call it.
  public let name: String
  /// Its path under the folder or archive that was named, from which `{source}` is made.
  public let place: String
  /// The exact bytes.
  public let bytes: [UInt8]

  /// A file as it was read.
  public init(name: String, place: String, bytes: [UInt8]) {
    self.name = name
    self.place = place
    self.bytes = bytes
  }
}

/// What a run is given next.
public enum FoundSource: Sendable {
  /// A file to print.
  case file(SourceFile)
  /// A file that isn't XML, in a folder or archive.
  case passedOver
  /// A file, folder or archive that couldn't be read, and why.
  case obstacle(Obstacle)
}

/// The XML of invoices in files, folders and archives, and in the files that a list names; each read when its turn comes.
///
/// Whatever is named is taken; of what lies in folders and archives only what is called `.xml`.
public struct PrintSources {
  private let sizeLimit: Int
  private var paths: ArraySlice<String>
  private var list: LineReader?
  private var files: EvidenceFiles?
  /// The path in the list that `files` are of; nil for one of the call.
  private var listed: String?

  /// The most bytes of a path in a list.
  private static let pathLimit = 4096

  /// - Parameters:
  ///   - paths: what the user named; `-` is standard input.
  ///   - list: a descriptor to read further paths from, a line each; nil for none. It stays the caller's.
  ///   - sizeLimit: the most bytes of an invoice.
  public init(_ paths: [String], list: Int32? = nil, sizeLimit: Int) {
    self.sizeLimit = sizeLimit
    self.paths = paths[...]
    self.list = list.map { descriptor in
      LineReader(limit: Self.pathLimit) { _, count in readSome(descriptor, count) }
    }
  }

  /// How many invoices there are at the paths, without reading them; nil where that can't be known beforehand.
  public static func count(_ paths: [String]) -> Int? {
    if paths.contains("-") { return nil }
    return paths.reduce(0) { count, path in
      count + EvidenceFiles.count([path]) { $0 == path || isXML($0) }
    }
  }

  /// What comes next; nil at the end.
  public mutating func next() -> FoundSource? {
    while true {
      if let found = files?.next() { return source(found) }
      guard let path = nextPath() else { return nil }
      let limit = sizeLimit
      files = EvidenceFiles([path], largest: sizeLimit, standardInput: "stdin") { Self.isXML($0.name) ? limit : nil }
    }
  }

  private mutating func nextPath() -> String? {
    if let path = paths.popFirst() { return path }
    while let line = list?.next() {
      if line.bytes.isEmpty { continue }
      let path = String(decoding: line.bytes, as: UTF8.self)
      listed = path
      return path
    }
    return nil
  }

  private func source(_ found: FoundFile) -> FoundSource {
    switch found {
    case .passedOver: return .passedOver
    case .obstacle(let obstacle): return .obstacle(obstacle)
    case .file(let file):
      // A list is of paths that say where a file belongs, unless they begin at the system's root.
      let place = listed.map { $0.hasPrefix("/") || !file.isNamed ? file.placeName : $0 } ?? file.placeName
      return .file(SourceFile(name: file.name, place: place, bytes: file.bytes))
    }
  }

  /// By its name alone; a second member of the same name has a number behind it.
  private static func isXML(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".xml") || name.hasSuffix(")") && name.contains(".xml (")
  }
}

private func readSome(_ descriptor: Int32, _ count: Int) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    repeat { filled = max(0, read(descriptor, buffer.baseAddress, count)) } while filled == 0 && errno == EINTR
  }
}
