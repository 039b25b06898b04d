import Findings
import KSeFIdentifiers
import OfflineRules
import Testing

@Suite("Due dates")
struct DueDateTests {
  private func due(
    _ issued: String, _ mode: WorkingMode = .offline24, event: Int? = nil, at time: String? = nil,
    after messages: [AvailabilityMessage] = [], calendar: WorkingCalendar = WorkingCalendar(), asOf now: String? = nil
  ) -> DueDate {
    DueDate(
      of: WaitingInvoice(
        issueDate: Announcement.day(issued), issuedAt: time.map { Announcement.moment("\(issued) \($0)") }, mode: mode,
        eventID: event), in: Announcement.history(messages), calendar: calendar,
      asOf: now.map(Announcement.moment) ?? Moment(unixSeconds: .max))
  }

  private func by(_ day: String, planned: Bool = false) -> DueDate.Outcome {
    .by(Announcement.day(day), isPlanned: planned)
  }

  @Test(
    "offline24: the next working day, over weekends, holidays and leap days",
    arguments: [
      ("2026-07-10", "2026-07-13"), ("2026-12-23", "2026-12-28"), ("2025-12-23", "2025-12-29"),
      ("2024-12-23", "2024-12-24"), ("2026-04-03", "2026-04-07"), ("2026-04-02", "2026-04-03"),
      ("2026-06-03", "2026-06-05"), ("2026-04-30", "2026-05-04"), ("2025-04-30", "2025-05-02"),
      ("2026-12-31", "2027-01-04"), ("2026-01-05", "2026-01-07"), ("2026-08-14", "2026-08-17"),
      ("2026-11-10", "2026-11-12"), ("2028-02-28", "2028-02-29"),
    ])
  func offline24(issued: String, expected: String) {
    #expect(due(issued).outcome == by(expected))
  }

  @Test("A failure announced while an offline24 invoice waits: the 7th working day after its end")
  func officialExample() {
    let failure = Announcement.message(1, from: "2025-07-09 10:00", to: "2025-07-12 12:00")
    let date = due("2025-07-08", after: [failure])
    #expect(date.outcome == by("2025-07-22"))
    #expect(date.steps.map(\.rule) == ["base.offline24", "extended.failure"])
  }

  @Test(
    "Maintenance: the next working day after the day of its end",
    arguments: [("2026-06-14 04:30", "2026-06-15"), ("2026-06-15 00:00", "2026-06-16")])
  func unavailability(end: String, expected: String) {
    let maintenance = Announcement.message(
      1, .maintenance, from: "2026-06-12 22:00", to: end, announced: "2026-06-10 12:00")
    let date = due("2026-06-13", .unavailability, event: 1, after: [maintenance], asOf: "2026-06-13 12:00")
    #expect(date.outcome == by(expected, planned: true))
    let after = due("2026-06-13", .unavailability, event: 1, after: [maintenance], asOf: "2026-06-15 00:00")
    #expect(after.outcome == by(expected), "what has come about is no plan")
    #expect(date.cautions.map(\.code) == (end.hasSuffix("00:00") ? ["due.ends-at-midnight"] : []))
  }

  @Test(
    "A failure: the 7th working day after the day of its end",
    arguments: [
      ("2026-12-21", "2026-12-22 14:00", "2027-01-05"), ("2026-06-01", "2026-06-02 14:00", "2026-06-12"),
      ("2026-04-28", "2026-04-29 12:00", "2026-05-11"),
    ])
  func failure(issued: String, end: String, expected: String) {
    let failure = Announcement.message(1, from: "\(issued) 08:00", to: end)
    #expect(due(issued, .emergency, event: 1, at: "09:00", after: [failure]).outcome == by(expected))
  }

  @Test("A new failure announced before the date begins the count anew")
  func secondFailure() {
    let first = Announcement.message(1, from: "2026-04-28 08:00", to: "2026-04-29 12:00")
    let second = Announcement.message(2, from: "2026-05-06 09:00", to: "2026-05-07 10:00")
    #expect(due("2026-04-28", .emergency, event: 1, after: [first, second]).outcome == by("2026-05-18"))
  }

  @Test("A failure announced on the last day counts, one announced after it doesn't")
  func lastDay() {
    let onTheDay = Announcement.message(1, from: "2026-06-08 09:00", to: "2026-06-08 14:00")
    #expect(due("2026-06-05", after: [onTheDay]).outcome == by("2026-06-17"))
    let after = Announcement.message(1, from: "2026-06-11 08:00")
    let late = due("2026-06-09", after: [after])
    #expect(late.outcome == by("2026-06-10"))
    #expect(late.isOverdue(on: Announcement.day("2026-06-11")))
    #expect(!late.isOverdue(on: Announcement.day("2026-06-10")))
  }

  @Test("An online invoice sent a day late is treated as offline24, and the doubt is said")
  func sentLater() {
    let date = due("2026-10-30", .online)
    #expect(date.outcome == by("2026-11-02"))
    #expect(date.cautions.map(\.code) == ["due.sent-later"])
  }

  @Test("A failure that became a total failure lifts the duty, also of what was issued before it")
  func totalFailure() {
    let failure = Announcement.message(1, from: "2026-06-08 09:00")
    let total = Announcement.message(2, .totalFailure, from: "2026-06-09 09:00")
    #expect(due("2026-06-08", .emergency, event: 1, at: "10:00", after: [failure, total]).outcome == .never)
    #expect(due("2026-06-08", .offline24, at: "08:00", after: [failure, total]).outcome == .never)
    #expect(due("2026-06-09", .totalFailure, event: 2, after: [failure, total]).outcome == .never)
  }

  @Test("What was late before a total failure was announced stays late")
  func lateBeforeTotalFailure() {
    let total = Announcement.message(2, .totalFailure, from: "2026-06-11 09:00")
    #expect(due("2026-06-09", after: [total]).outcome == by("2026-06-10"))
  }

  @Test("While a failure runs, there is no date yet")
  func open() {
    let failure = Announcement.message(1, from: "2026-06-08 09:00")
    #expect(due("2026-06-08", .emergency, event: 1, after: [failure]).outcome == .whenEnded(eventID: 1))
    #expect(due("2026-06-05", after: [failure]).outcome == .whenEnded(eventID: 1))
  }

  @Test("A failure that was over before the invoice was issued doesn't help it")
  func overBefore() {
    let failure = Announcement.message(1, from: "2026-06-08 09:00", to: "2026-06-08 14:00")
    #expect(due("2026-06-08", at: "15:00", after: [failure]).outcome == by("2026-06-09"))
    #expect(due("2026-06-08", at: "13:00", after: [failure]).outcome == by("2026-06-17"))
  }

  @Test("Maintenance that begins before the date has passed doesn't move it, and is warned of")
  func maintenanceAhead() {
    let maintenance = Announcement.message(
      1, .maintenance, from: "2026-06-09 16:00", to: "2026-06-10 08:00", announced: "2026-06-01 12:00")
    let date = due("2026-06-08", after: [maintenance])
    #expect(date.outcome == by("2026-06-09"))
    #expect(date.cautions.map(\.code) == ["due.maintenance-ahead"])
  }

  @Test("An end that is put back behind the invoice's date makes nobody late before he issues")
  func endedBefore() {
    let planned = Announcement.message(
      1, .maintenance, from: "2026-06-08 09:00", to: "2026-06-10 09:00", announced: "2026-06-01 12:00")
    let ended = Announcement.message(
      1, .maintenance, from: "2026-06-08 09:00", to: "2026-06-08 10:00", announced: "2026-06-10 10:00", version: 2)
    let date = due("2026-06-09", .unavailability, event: 1, after: [planned, ended])
    #expect(date.outcome == by("2026-06-10"))
    #expect(date.steps.map(\.rule) == ["base.unavailability", "base.after-end"])
  }

  @Test("What is announced for later changes nothing until it comes, and nothing if it comes after the due date")
  func announcedForLater() {
    let total = Announcement.message(1, .totalFailure, from: "2026-06-09 12:00", announced: "2026-06-08 09:00")
    #expect(due("2026-06-08", after: [total], asOf: "2026-06-09 11:59").outcome == by("2026-06-09"))
    #expect(due("2026-06-08", after: [total], asOf: "2026-06-09 12:00").outcome == .never)
    for category in [AvailabilityMessage.Category.failure, .totalFailure] {
      let late = Announcement.message(1, category, from: "2026-06-20 09:00", announced: "2026-06-08 09:00")
      #expect(due("2026-06-08", after: [late], asOf: "2026-06-25 09:00").outcome == by("2026-06-09"))
    }
  }

  @Test(
    "An invoice dated so early that it was late before the event began isn't helped by it",
    arguments: [
      (WorkingMode.emergency, AvailabilityMessage.Category.failure), (.totalFailure, .totalFailure),
      (.unavailability, .maintenance),
    ])
  func datedBefore(mode: WorkingMode, category: AvailabilityMessage.Category) {
    let event = Announcement.message(1, category, from: "2026-06-08 09:00", to: "2026-06-08 14:00")
    let date = due("2026-05-04", mode, event: 1, after: [event])
    #expect(date.outcome == by("2026-05-05"))
    #expect(date.steps.map(\.rule) == ["base.dated-before"])
  }

  @Test("A day off by a statute of its own isn't counted")
  func extraDay() {
    let calendar = WorkingCalendar(extraDaysOff: [Announcement.day("2018-11-12")])
    #expect(due("2018-11-09", calendar: calendar).outcome == by("2018-11-13"))
    #expect(due("2018-11-09").outcome == by("2018-11-12"))
  }

  @Test("Every step names its rule and the days that aren't counted, in both languages")
  func explained() {
    let step = due("2026-12-23").steps[0]
    #expect(step.source == "art. 106nda ust. 1")
    #expect(step.sentence.english.contains("24.12 Christmas Eve, 25.12 Christmas, 26.12 Christmas, 27.12 Sunday"))
    #expect(step.sentence.polish.contains("poniedziałek 28.12.2026"))
  }
}

@Suite("The working calendar")
struct WorkingCalendarTests {
  @Test(
    "Easter and the days that follow it",
    arguments: [
      (2025, "2025-04-20", "2025-06-19"), (2026, "2026-04-05", "2026-06-04"), (2027, "2027-03-28", "2027-05-27"),
      (2028, "2028-04-16", "2028-06-15"), (2029, "2029-04-01", "2029-05-31"), (2030, "2030-04-21", "2030-06-20"),
    ])
  func easter(year: Int, sunday: String, corpusChristi: String) {
    #expect(WorkingCalendar.easter(year) == Announcement.day(sunday))
    #expect(WorkingCalendar().dayOff(Announcement.day(corpusChristi))?.english == "Corpus Christi")
  }

  @Test(
    "The working days of a year",
    arguments: [(2025, 251), (2026, 253), (2027, 253), (2028, 251), (2029, 251), (2030, 250)])
  func count(year: Int, expected: Int) {
    let calendar = WorkingCalendar()
    var (day, count) = (Announcement.day("\(year - 1)-12-31"), 0)
    while true {
      day = calendar.next(after: day)
      guard day.year == year else { break }
      count += 1
    }
    #expect(count == expected)
  }
}
