package import KSeFIdentifiers

/// The time of Polish clocks (Europe/Warsaw), computed from the Union's rule alone.
///
/// Two hours ahead of UTC from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC; one hour
/// otherwise. Right for 1996 and later, as far as the rule stands.
///
/// Source: Directive 2000/84/EC, articles 2 and 3.
package enum WarsawTime {
  /// The first moment of a day: seconds since 1970-01-01 00:00 UTC.
  package static func start(of day: CalendarDate) -> Int64 {
    midnight(daysSince1970(year: day.year, month: day.month, day: day.day))
  }

  /// The first moment after a day.
  package static func end(of day: CalendarDate) -> Int64 {
    midnight(daysSince1970(year: day.year, month: day.month, day: day.day) + 1)
  }

  /// The day and minute that Polish clocks show at a moment; nil outside of the years 1 to 9999.
  package static func clock(at instant: Int64) -> (day: CalendarDate, hour: Int, minute: Int)? {
    let local = instant + offset(at: instant)
    let days = local.floorDivided(by: 86_400)
    let seconds = Int(local - days * 86_400)
    let (year, month, day) = civil(daysSince1970: days)
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    return (date, seconds / 3600, seconds / 60 % 60)
  }

  /// Seconds by which Polish clocks are ahead of UTC at a moment.
  package static func offset(at instant: Int64) -> Int64 {
    let (year, _, _) = civil(daysSince1970: instant.floorDivided(by: 86_400))
    let summer = lastSunday(year: year, month: 3) * 86_400 + 3600
    let winter = lastSunday(year: year, month: 10) * 86_400 + 3600
    return summer <= instant && instant < winter ? 7200 : 3600
  }

  /// Clocks never change at midnight, so the offset an hour before by UTC's count is the offset at it.
  private static func midnight(_ day: Int64) -> Int64 {
    let standard = day * 86_400 - 3600
    return day * 86_400 - offset(at: standard)
  }

  private static func lastSunday(year: Int, month: Int) -> Int64 {
    let last = daysSince1970(year: year, month: month, day: 31)
    // 1970-01-01, day 0, was a Thursday: four days after a Sunday.
    let weekday = (last + 4) - (last + 4).floorDivided(by: 7) * 7
    return last - weekday
  }
}

/// The days from 1970-01-01 to a day of the Gregorian calendar.
///
/// Counts years from March, so that the leap day is a year's last.
package func daysSince1970(year: Int, month: Int, day: Int) -> Int64 {
  let shiftedYear = Int64(month <= 2 ? year - 1 : year)
  let shiftedMonth = Int64((month + 9) % 12)
  let leapDays = shiftedYear.floorDivided(by: 4) - shiftedYear.floorDivided(by: 100) + shiftedYear.floorDivided(by: 400)
  let dayOfYear = (153 * shiftedMonth + 2) / 5 + Int64(day) - 1
  return shiftedYear * 365 + leapDays + dayOfYear - 719_468
}

/// The day of the Gregorian calendar that stands so many days after 1970-01-01.
func civil(daysSince1970 days: Int64) -> (year: Int, month: Int, day: Int) {
  let shifted = days + 719_468
  let era = shifted.floorDivided(by: 146_097)
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return (Int(year), Int(month), Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
