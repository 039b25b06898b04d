/// A file that was given, alone, in a folder or in an archive.
public struct EvidenceFile: Sendable, Hashable {
  /// What reports call it: its path; of a member of an archive the archive's path and the member's, `box.zip/2026/a.pdf`.
  /// No two files of one call have the same name.
  public let name: String
  /// Its path under the folder or archive that was named; its own name where it was named itself. Two files may have the
  /// same.
  public let placeName: String
  /// The file's exact bytes.
  public let bytes: [UInt8]
  /// Whether the user named the file itself; false where it only lay in a folder or in an archive.
  public let isNamed: Bool

  /// A file as it was read.
  public init(name: String, placeName: String? = nil, bytes: [UInt8], isNamed: Bool = true) {
    self.name = name
    self.placeName = placeName ?? name
    self.bytes = bytes
    self.isNamed = isNamed
  }
}

/// A file's beginning, by which it is decided whether the rest is read.
public struct FileHead: Sendable, Hashable {
  /// What reports would call the file.
  public let name: String
  /// The first bytes, `FileHead.length` at most.
  public let bytes: [UInt8]

  /// How many bytes are looked at.
  public static let length = 4096

  /// A file's first bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
