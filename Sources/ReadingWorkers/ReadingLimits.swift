/// What the reading of one file may cost.
public struct ReadingLimits: Sendable, Hashable {
  /// Processor time, in seconds.
  public var seconds = 300
  /// Memory that the reading process may address, in bytes.
  ///
  /// Poppler leaves a picture out, silently, where memory is short, and a code in it would be passed over. The largest
  /// picture that it accepts takes a little over 4 GB; so only what isn't a picture ever meets this bound.
  public var memory = 6_000_000_000

  /// The limits that suit files from anywhere.
  public init() {}

  /// How long a reader may keep quiet by the clock, in seconds: ample for its processor time on a busy machine, and an
  /// end to a reader that waits for something.
  public var patience: Int { 4 * seconds + 60 }
}
