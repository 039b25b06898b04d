/// What the reading of one file may cost.
public struct ReadingLimits: Sendable, Hashable {
  /// Processor time, in seconds.
  public var seconds = 300
  /// Memory that the reading process may address, in bytes.
  public var memory = 6_000_000_000

  /// The limits that suit files from anywhere.
  public init() {}
}
