import Certificates
import Foundation
import KSeFIdentifiers
import Testing

@Suite("The time of Polish clocks")
struct WarsawTimeTests {
  @Test("Every day of sixty years begins when the time-zone database says it does")
  func againstTheDatabase() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Europe/Warsaw"))
    for year in 2000...2060 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          let start = try #require(calendar.date(from: DateComponents(year: year, month: month, day: day)))
          let seconds = Int64(start.timeIntervalSince1970)
          guard WarsawTime.start(of: date) == seconds, WarsawTime.clock(at: seconds)?.day == date,
            WarsawTime.clock(at: seconds - 1)?.day != date, WarsawTime.end(of: date) > seconds + 82_000
          else {
            Issue.record("\(date) begins at \(seconds), not at \(WarsawTime.start(of: date))")
            return
          }
        }
      }
    }
  }

  @Test("The clocks jump at 01:00 UTC on the last Sundays of March and October")
  func jumps() {
    // 2026-03-29 01:00 UTC and 2026-10-25 01:00 UTC.
    #expect(WarsawTime.offset(at: 1_774_746_000 - 1) == 3600)
    #expect(WarsawTime.offset(at: 1_774_746_000) == 7200)
    #expect(WarsawTime.offset(at: 1_792_890_000 - 1) == 7200)
    #expect(WarsawTime.offset(at: 1_792_890_000) == 3600)
  }

  @Test("A clock shows day, hour and minute of both halves of the year")
  func clock() throws {
    let winter = try #require(WarsawTime.clock(at: noon))
    #expect(winter.day.iso == "2026-11-22" && winter.hour == 13 && winter.minute == 0)
    // 2026-07-01 22:30 UTC.
    let summer = try #require(WarsawTime.clock(at: 1_782_945_000))
    #expect(summer.day.iso == "2026-07-02" && summer.hour == 0 && summer.minute == 30)
  }
}
