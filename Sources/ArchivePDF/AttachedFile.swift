/// A file embedded in a PDF (ISO 32000-1, 7.11.4).
public struct AttachedFile: Sendable, Hashable {
  /// The name that the PDF gives it; anything at all.
  public let name: String
  /// The file's exact bytes.
  public let bytes: [UInt8]

  /// A file as it was attached.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
