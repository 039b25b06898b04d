public import KSeFIdentifiers

extension Moment {
  /// Reads an ISO 8601 date and time with `Z` or an offset, and perhaps a fraction of a second, which is cut off:
  /// `2026-01-31T12:27:00.123+00:00`.
  ///
  /// Nil for anything else, a second 60 among it.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 64, let day = CalendarDate(iso: String(text.prefix(10))),
      bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A, let hour = number(bytes[11..<13]),
      let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    var rest = bytes[19...]
    if rest.first == 0x2E {
      let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count + 1)
    }
    guard let offset = Moment.offset(rest) else { return nil }
    self.init(
      unixSeconds: Int64(day.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset))
  }

  /// In UTC: `2026-06-12T20:00:00Z`.
  public var iso: String {
    let (day, seconds) = Moment.split(unixSeconds)
    return "\(day.iso)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
  }

  /// As Polish clocks and papers show it: `12.06.2026 22:00`.
  public var clock: String {
    let (_, seconds) = Moment.split(unixSeconds + polishOffset)
    return "\(day.printed) \(two(seconds / 3600)):\(two(seconds / 60 % 60))"
  }

  /// The first moment of a day in Poland.
  public static func startOfDay(_ day: CalendarDate) -> Moment {
    // Clocks never change at midnight; one of the two offsets leads to it.
    let standard = Moment(unixSeconds: Int64(day.dayNumber) * 86_400 - 3600)
    let summer = Moment(unixSeconds: standard.unixSeconds - 3600)
    return summer.day == day ? summer : standard
  }

  /// The first moment after a day in Poland.
  public static func endOfDay(_ day: CalendarDate) -> Moment {
    guard let next = CalendarDate(dayNumber: day.dayNumber + 1) else { return startOfDay(day) }
    return startOfDay(next)
  }

  /// Seconds by which Polish clocks are ahead of UTC.
  private var polishOffset: Int64 {
    // The day changes an hour earlier in summer; so it is told from the day's own beginning.
    Int64(day.dayNumber) * 86_400 - Moment.startOfDay(day).unixSeconds == 7200
      ? summerOffset(before: 3600) : summerOffset(before: 7200)
  }

  /// The offset on a day that began with summer time (`before` 3600) or without: it changes at 01:00 UTC.
  private func summerOffset(before other: Int64) -> Int64 {
    let begin: Int64 = other == 3600 ? 7200 : 3600
    let midnight = Moment.startOfDay(day)
    let end = Moment.endOfDay(day)
    // A day of 23 or 25 hours is one on which clocks change.
    guard end.unixSeconds - midnight.unixSeconds != 86_400 else { return begin }
    let change = Int64(day.dayNumber) * 86_400 + 3600
    return unixSeconds < change ? begin : other
  }

  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.elementsEqual([0x5A]) { return 0 }
    guard bytes.count == 6, let sign = bytes.first, sign == 0x2B || sign == 0x2D, bytes[bytes.startIndex + 3] == 0x3A,
      let hours = number(bytes.dropFirst().prefix(2)), let minutes = number(bytes.suffix(2)), hours < 24, minutes < 60
    else { return nil }
    return (sign == 0x2B ? 1 : -1) * (hours * 3600 + minutes * 60)
  }

  /// The day in UTC and the second of that day; a moment outside of the years 1 to 9999 counts as the nearest.
  private static func split(_ seconds: Int64) -> (CalendarDate, Int) {
    let bounded = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let days = bounded >= 0 ? bounded / 86_400 : (bounded - 86_399) / 86_400
    guard let day = CalendarDate(dayNumber: Int(days)) else { preconditionFailure("the moment is bounded") }
    return (day, Int(bounded - days * 86_400))
  }
}

/// A number of decimal digits alone.
private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return bytes.reduce(0) { $0 * 10 + Int($1) - 0x30 }
}

private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
