extension CalendarDate {
  /// Days since 1 January 1970; negative before.
  ///
  /// Source: the Gregorian calendar, whose 400 years have 146,097 days.
  package var dayNumber: Int {
    // A year begins in March here, so that the leap day is its last.
    let shifted = month > 2 ? year : year - 1
    let (era, yearOfEra) = shifted.quotientAndRemainder(dividingBy: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day so many days after 1 January 1970; nil outside the years 1 to 9999.
  package init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    let days = dayNumber + 719_468
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.init(
      year: era * 400 + yearOfEra + (month < 10 ? 0 : 1), month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }
}

extension CalendarDate {
  /// The day that it is in Poland at a moment.
  ///
  /// Poland's clocks are one hour ahead of UTC, two from the last Sunday of March to the last Sunday of October; both
  /// changes happen at 01:00 UTC. No file of time zones is read.
  ///
  /// - Parameter unixSeconds: seconds since 1 January 1970, 00:00 UTC; a moment before 1996, when the rule began, may be
  ///   an hour off. A moment outside the years 1970 to 9999 counts as the nearest one inside.
  /// Source: Directive 2000/84/EC, articles 2 and 3.
  public static func inPoland(unixSeconds: Int) -> CalendarDate {
    let moment = min(max(unixSeconds, 0), 253_402_293_599)
    guard let day = CalendarDate(dayNumber: moment / 86_400) else {
      preconditionFailure("the moment lies between 1970 and 9999")
    }
    let isSummer = moment >= day.summerTimeChange(inMonth: 3) && moment < day.summerTimeChange(inMonth: 10)
    guard let local = CalendarDate(dayNumber: (moment + (isSummer ? 7200 : 3600)) / 86_400) else {
      preconditionFailure("the moment lies between 1970 and 9999")
    }
    return local
  }

  /// 01:00 UTC on the last Sunday of a month of 31 days in this year.
  private func summerTimeChange(inMonth month: Int) -> Int {
    guard let last = CalendarDate(year: year, month: month, day: 31) else {
      preconditionFailure("March and October have 31 days")
    }
    // 1 January 1970 was a Thursday.
    let weekday = (last.dayNumber + 4) % 7
    return (last.dayNumber - weekday) * 86_400 + 3600
  }
}
