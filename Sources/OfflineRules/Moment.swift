public import KSeFIdentifiers

/// A moment in time; which day it is depends on where one stands, and here that is Poland.
public struct Moment: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01 00:00 UTC.
  public let unixSeconds: Int64

  /// - Parameter unixSeconds: since 1970-01-01 00:00 UTC.
  public init(unixSeconds: Int64) { self.unixSeconds = unixSeconds }

  /// The day that it is in Poland (Europe/Warsaw).
  public var day: CalendarDate { .inPoland(unixSeconds: Int(unixSeconds)) }

  /// Earlier first.
  public static func < (left: Moment, right: Moment) -> Bool { left.unixSeconds < right.unixSeconds }
}
