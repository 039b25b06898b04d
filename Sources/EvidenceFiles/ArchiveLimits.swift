/// How much of an archive is read, so that a small one can't become endless work.
public struct ArchiveLimits: Sendable, Hashable {
  /// The most members.
  public var members = 1_000_000
  /// What all members together may come to in any case, in bytes.
  public var bytes = 1_000_000_000
  /// How often the archive's own size they may come to beyond that. Blank scans without compression of their own
  /// shrink to a hundredth; what grows more than that is made to grow.
  public var growth = 200

  /// The limits that suit archives from anywhere.
  public init() {}

  /// The most bytes that an archive of this size may come to.
  func bytes(ofArchiveOf size: Int) -> Int {
    let (grown, overflow) = size.multipliedReportingOverflow(by: growth)
    return overflow || grown > Int.max - bytes ? Int.max : grown + bytes
  }
}
