public import Findings
public import KSeFIdentifiers

/// The working days of Poland: not Saturdays, Sundays and the days off by statute.
///
/// A Saturday isn't off by statute; the tax code moves a term that ends on one, and the Ministry's example skips it.
///
/// Source: offline-rules, "Working-day calendar" (act of 18.01.1951; Ordynacja podatkowa art. 12).
public struct WorkingCalendar: Sendable, Hashable {
  /// Single days off that a statute proclaimed, as 12.11.2018 was.
  public let extraDaysOff: Set<CalendarDate>

  /// The days off that stand in the act, and further single ones.
  public init(extraDaysOff: Set<CalendarDate> = []) { self.extraDaysOff = extraDaysOff }

  /// Whether work is done on a day.
  public func isWorkingDay(_ day: CalendarDate) -> Bool { dayOff(day) == nil }

  /// The first working day after a day.
  public func next(after day: CalendarDate) -> CalendarDate { adding(1, workingDaysAfter: day) }

  /// The day on which that many working days have passed; the day itself isn't counted.
  ///
  /// - Parameter count: 1 or more. The last day of the year 9999 is never passed.
  public func adding(_ count: Int, workingDaysAfter day: CalendarDate) -> CalendarDate {
    precondition(count >= 1, "a term has one day at least")
    var (current, left) = (day, count)
    while left > 0, let next = CalendarDate(dayNumber: current.dayNumber + 1) {
      current = next
      if isWorkingDay(current) { left -= 1 }
    }
    return current
  }

  /// Why no work is done on a day; nil on a working day.
  public func dayOff(_ day: CalendarDate) -> Sentence? {
    if let holiday = WorkingCalendar.holiday(day) { return holiday }
    if extraDaysOff.contains(day) { return Sentence("day off by statute", pl: "dzień wolny na mocy ustawy") }
    switch day.weekday {
    case 6: return Sentence("Saturday", pl: "sobota")
    case 7: return Sentence("Sunday", pl: "niedziela")
    default: return nil
    }
  }

  private static func holiday(_ day: CalendarDate) -> Sentence? {
    switch (day.month, day.day) {
    case (1, 1): return Sentence("New Year", pl: "Nowy Rok")
    case (1, 6): return Sentence("Epiphany", pl: "Trzech Króli")
    case (5, 1): return Sentence("1 May", pl: "1 Maja")
    case (5, 3): return Sentence("3 May", pl: "3 Maja")
    case (8, 15): return Sentence("Assumption", pl: "Wniebowzięcie NMP")
    case (11, 1): return Sentence("All Saints", pl: "Wszystkich Świętych")
    case (11, 11): return Sentence("Independence Day", pl: "Święto Niepodległości")
    // Off since the act of 6.12.2024, in force 1.02.2025.
    case (12, 24) where day.year >= 2025: return Sentence("Christmas Eve", pl: "Wigilia")
    case (12, 25), (12, 26): return Sentence("Christmas", pl: "Boże Narodzenie")
    default: break
    }
    switch day.dayNumber - easter(day.year).dayNumber {
    case 0: return Sentence("Easter", pl: "Wielkanoc")
    case 1: return Sentence("Easter Monday", pl: "Poniedziałek Wielkanocny")
    case 49: return Sentence("Pentecost", pl: "Zielone Świątki")
    case 60: return Sentence("Corpus Christi", pl: "Boże Ciało")
    default: return nil
    }
  }

  /// Easter Sunday of the Gregorian calendar, in March or April.
  ///
  /// Source: the computus of Meeus, Jones and Butcher, as offline-rules names it.
  public static func easter(_ year: Int) -> CalendarDate {
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let golden = year % 19
    let (leapCenturies, restCenturies) = century.quotientAndRemainder(dividingBy: 4)
    let moonCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30
    let (leapYears, restYears) = yearOfCentury.quotientAndRemainder(dividingBy: 4)
    let weekday = (32 + 2 * restCenturies + 2 * leapYears - epact - restYears) % 7
    let correction = (golden + 11 * epact + 22 * weekday) / 451
    let (month, day) = (epact + weekday - 7 * correction + 114).quotientAndRemainder(dividingBy: 31)
    guard let easter = CalendarDate(year: year, month: month, day: day + 1) else {
      preconditionFailure("Easter is a day of every year of a calendar date")
    }
    return easter
  }
}

extension CalendarDate {
  /// 1 (Monday) to 7 (Sunday).
  public var weekday: Int {
    // 1 January 1970 was a Thursday.
    (((dayNumber + 3) % 7) + 7) % 7 + 1
  }

  /// The weekday's name.
  var weekdayName: Sentence {
    let names = [
      ("Monday", "poniedziałek"), ("Tuesday", "wtorek"), ("Wednesday", "środa"), ("Thursday", "czwartek"),
      ("Friday", "piątek"), ("Saturday", "sobota"), ("Sunday", "niedziela"),
    ]
    return Sentence(names[weekday - 1].0, pl: names[weekday - 1].1)
  }
}
