/// A day of the calendar as an invoice writes it: no time, no time zone, never moved.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to the month's last day.
  public let day: Int

  /// Nil where the Gregorian calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`, the form of `P_1` (XSD `xs:date` without a zone).
  public init?(iso text: String) {
    guard let fields = CalendarDate.fields(text, lengths: [4, 2, 2], separator: 0x2D) else { return nil }
    self.init(year: fields[0], month: fields[1], day: fields[2])
  }

  /// Reads `DD-MM-YYYY`, the form that stands in a KOD I link.
  public init?(dayFirst text: String) {
    guard let fields = CalendarDate.fields(text, lengths: [2, 2, 4], separator: 0x2D) else { return nil }
    self.init(year: fields[2], month: fields[1], day: fields[0])
  }

  /// Reads `YYYYMMDD`, the form that stands in a KSeF number.
  public init?(compact text: String) {
    guard text.utf8.count == 8, let value = Int(text), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    self.init(year: value / 10000, month: value / 100 % 100, day: value % 100)
  }

  /// `YYYY-MM-DD`.
  public var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// `DD-MM-YYYY`, as KOD I writes it.
  public var dayFirst: String { "\(padded(day, 2))-\(padded(month, 2))-\(padded(year, 4))" }

  /// `DD.MM.YYYY`, as Polish documents print it.
  public var printed: String { "\(padded(day, 2)).\(padded(month, 2)).\(padded(year, 4))" }

  /// `YYYY-MM-DD`.
  public var description: String { iso }

  /// Earlier first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func fields(_ text: String, lengths: [Int], separator: UInt8) -> [Int]? {
    let parts = text.utf8.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == lengths.count else { return nil }
    var values: [Int] = []
    for (part, length) in zip(parts, lengths) {
      guard part.count == length, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      values.append(part.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }
    return values
  }
}

private func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
