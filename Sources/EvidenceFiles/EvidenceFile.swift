/// A file that was given, alone, in a folder or in a ZIP file.
public struct EvidenceFile: Sendable, Hashable {
  /// What reports call it: its path; of a member of a ZIP file the archive's path and the member's, `box.zip/2026/a.pdf`.
  public let name: String
  /// The file's exact bytes.
  public let bytes: [UInt8]

  /// A file as it was read.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
