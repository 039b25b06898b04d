import Foundation
import KSeFIdentifiers
import Testing

@Suite("Days of the calendar")
struct CalendarDaysTests {
  @Test(
    "The day in Poland changes at midnight of its own clocks",
    arguments: [
      // Winter: an hour ahead of UTC.
      (1_767_221_999, "2025-12-31"), (1_767_222_000, "2026-01-01"),
      // Summer: two hours.
      (1_782_856_799, "2026-06-30"), (1_782_856_800, "2026-07-01"),
      (0, "1970-01-01"),
    ])
  func midnight(moment: Int, day: String) {
    #expect(CalendarDate.inPoland(unixSeconds: moment).iso == day)
  }

  @Test("The day in Poland agrees with the table of time zones at every midnight of summer and winter, 2024 to 2030")
  func table() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Europe/Warsaw"))
    let (first, last) = (1_704_067_200, 1_924_991_999)
    var compared = 0
    for midnight in stride(from: first, to: last, by: 86_400) {
      for moment in [midnight - 7201, midnight - 7200, midnight - 3601, midnight - 3600] {
        let parts = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(moment)))
        let day = CalendarDate.inPoland(unixSeconds: moment)
        if (parts.year, parts.month, parts.day) != (day.year, day.month, day.day) {
          Issue.record("\(moment) is \(day), and the table says \(parts)")
        }
        compared += 1
      }
    }
    #expect(compared > 10_000)
  }

  @Test("A clock that is far off gives the nearest day that can be")
  func wildClocks() {
    #expect(CalendarDate.inPoland(unixSeconds: .min).iso == "1970-01-01")
    #expect(CalendarDate.inPoland(unixSeconds: .max).iso == "9999-12-31")
  }

  @Test("A day's number leads back to the day")
  func numbers() throws {
    for number in stride(from: -719_162, through: 2_932_896, by: 97) {
      #expect(CalendarDate(dayNumber: number)?.dayNumber == number)
    }
    #expect(CalendarDate(iso: "1970-01-01")?.dayNumber == 0)
    #expect(CalendarDate(iso: "2024-02-29")?.dayNumber == 19_782)
    #expect(CalendarDate(dayNumber: -719_162)?.iso == "0001-01-01")
    #expect(CalendarDate(dayNumber: -719_163) == nil)
    #expect(CalendarDate(dayNumber: 2_932_896)?.iso == "9999-12-31")
    #expect(CalendarDate(dayNumber: 2_932_897) == nil)
  }
}
