/// A day and a time as XML Schema and libxml2 read them (`xsd:dateTime`).
struct SchemaMoment {
  /// Year, month and day as one number: 20260228; after the zone was taken off.
  private let day: Int
  /// Seconds of the day, and billionths of a second.
  private let second: Int
  private let fraction: Int
  /// Whether it says its time zone.
  let hasZone: Bool

  /// Nil for anything else than a moment of the years 1 to 9999, the rest being out of every range.
  ///
  /// White space is taken off after a time zone only: so libxml2 has it, where the standard has it taken off everywhere.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = DigitReader(bytes)
    guard let date = reader.date(), reader.skip("T"), let hour = reader.number(2), reader.skip(":"),
      let minute = reader.number(2), reader.skip(":"), let whole = reader.number(2)
    else { return nil }
    var fraction = 0
    var hasFraction = false
    if reader.skip(".") {
      guard let billionths = reader.fraction() else { return nil }
      fraction = billionths.value
      hasFraction = billionths.isMoreThanNought
    }
    let isMidnight = hour == 24 && minute == 0 && whole == 0 && !hasFraction
    guard hour < 24 || isMidnight, minute < 60, whole < 60 else { return nil }
    guard let zone = reader.zone() else { return nil }
    hasZone = zone.isSaid
    // libxml2 carries 24:00 into the next day only where it has a zone to take off.
    let seconds = hour * 3600 + minute * 60 + whole - zone.minutes * 60
    self.fraction = fraction
    guard zone.minutes != 0, !(0..<86_400).contains(seconds) else {
      day = date.number
      second = seconds
      return
    }
    day = seconds < 0 ? date.dayBefore.number : date.dayAfter.number
    second = seconds < 0 ? seconds + 86_400 : seconds - 86_400
  }

  /// A moment that a structure names.
  init(_ text: String) {
    var text = text
    guard let moment = text.withUTF8({ SchemaMoment($0) }) else {
      preconditionFailure("a structure names a moment that isn't one")
    }
    self = moment
  }

  /// Whether it is surely not before another moment that has a zone.
  ///
  /// Without a zone of its own it is taken to be in UTC, and where it would then be the same, nothing is sure: so
  /// libxml2 has it, where the standard has a span of fourteen hours to both sides.
  func isAtLeast(_ least: SchemaMoment) -> Bool {
    key > least.key || key == least.key && hasZone
  }

  /// Whether it is surely not after another moment that has a zone.
  func isAtMost(_ most: SchemaMoment) -> Bool {
    key < most.key || key == most.key && hasZone
  }

  private var key: (Int, Int, Int) { (day, second, fraction) }
}

/// A day of the calendar as XML Schema reads it.
struct SchemaDay: Comparable {
  let year: Int
  let month: Int
  let day: Int

  /// Nil where it is no day of the calendar.
  init?(year: Int, month: Int, day: Int) {
    guard year > 0, (1...12).contains(month), day >= 1, day <= SchemaDay.length(of: month, in: year) else { return nil }
    self.init(proven: (year, month, day))
  }

  private init(proven: (Int, Int, Int)) { (year, month, day) = proven }

  /// Reads `2026-02-28`, without a time zone, which all structures ask for; nil for anything else.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = DigitReader(bytes)
    guard let date = reader.date(), reader.isAtEnd else { return nil }
    self = date
  }

  /// A day that a structure names.
  init(_ text: String) {
    var text = text
    guard let day = text.withUTF8({ SchemaDay($0) }) else {
      preconditionFailure("a structure names a day that isn't one")
    }
    self = day
  }

  /// 20260228.
  var number: Int { year * 10_000 + month * 100 + day }

  var dayBefore: SchemaDay {
    if day > 1 { return SchemaDay(proven: (year, month, day - 1)) }
    let (lastYear, lastMonth) = month > 1 ? (year, month - 1) : (year - 1, 12)
    return SchemaDay(proven: (lastYear, lastMonth, SchemaDay.length(of: lastMonth, in: lastYear)))
  }

  var dayAfter: SchemaDay {
    if day < SchemaDay.length(of: month, in: year) { return SchemaDay(proven: (year, month, day + 1)) }
    return SchemaDay(proven: month < 12 ? (year, month + 1, 1) : (year + 1, 1, 1))
  }

  static func < (left: SchemaDay, right: SchemaDay) -> Bool { left.number < right.number }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Reads numbers of a fixed width.
struct DigitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, UInt32(bytes[offset]) == scalar.value else { return false }
    offset += 1
    return true
  }

  mutating func number(_ width: Int) -> Int? {
    guard offset + width <= bytes.count else { return nil }
    var value = 0
    for _ in 0..<width {
      let digit = bytes[offset]
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + Int(digit - 0x30)
      offset += 1
    }
    return value
  }

  mutating func date() -> SchemaDay? {
    guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else { return nil }
    return SchemaDay(year: year, month: month, day: day)
  }

  /// Digits after a decimal point, one at least: their value in billionths, what is finer left out.
  mutating func fraction() -> (value: Int, isMoreThanNought: Bool)? {
    var (value, width, isMoreThanNought) = (0, 0, false)
    while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 {
      let digit = Int(bytes[offset] - 0x30)
      if width < 9 { value = value * 10 + digit }
      isMoreThanNought = isMoreThanNought || digit > 0
      width += 1
      offset += 1
    }
    guard width > 0 else { return nil }
    for _ in min(width, 9)..<9 { value *= 10 }
    return (value, isMoreThanNought)
  }

  /// Whether nothing but white space comes.
  private mutating func endsBlank() -> Bool {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    return isAtEnd
  }

  /// The time zone at the end: `Z`, `+02:00`, or nothing; nil for anything else. At most 14 hours.
  mutating func zone() -> (minutes: Int, isSaid: Bool)? {
    if isAtEnd { return (0, false) }
    if skip("Z") { return endsBlank() ? (0, true) : nil }
    let isWest = offset < bytes.count && bytes[offset] == UInt8(ascii: "-")
    guard skip("+") || skip("-"), let hours = number(2), skip(":"), let minutes = number(2), endsBlank(),
      minutes < 60, hours * 60 + minutes <= 14 * 60
    else { return nil }
    let total = hours * 60 + minutes
    return (isWest ? -total : total, true)
  }
}
