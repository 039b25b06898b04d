import KSeFIdentifiers
import OfflineRules
import Testing

@Suite("Due dates of random histories")
struct DueDatePropertyTests {
  /// Random histories of half a year, with several versions of each event, told in any order and more than once.
  private struct Histories {
    var random: SplitMix

    mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// A moment of 2026 or 2027, on the minute, sometimes at midnight sharp.
    mutating func moment(from day: Int, through last: Int) -> Moment {
      let date = Announcement.day("2026-01-01").dayNumber + pick(day...max(day, last))
      guard let calendarDay = CalendarDate(dayNumber: date) else { preconditionFailure("a day of these years") }
      let minute = pick(0...9) == 0 ? 0 : pick(0...1439)
      return Moment(unixSeconds: Moment.startOfDay(calendarDay).unixSeconds + Int64(minute * 60))
    }

    mutating func messages(around day: Int) -> [AvailabilityMessage] {
      var told: [AvailabilityMessage] = []
      for id in 1...pick(1...5) {
        let category: AvailabilityMessage.Category =
          [.failure, .failure, .failure, .failure, .maintenance, .maintenance, .totalFailure][pick(0...6)]
        let begin = pick((day - 10)...(day + 20))
        let start = moment(from: begin, through: begin)
        var published = moment(from: begin - 2, through: begin + 1)
        for version in 1...pick(1...3) {
          let isEnded = category == .maintenance || version > 1 && pick(0...5) > 0
          let end = isEnded ? later(start, days: 4) : nil
          told.append(
            AvailabilityMessage(
              id: "K/\(id)", eventID: id, category: category,
              kind: category == .maintenance ? .maintenanceAnnouncement : end == nil ? .failureStart : .failureEnd,
              title: "", text: "", start: start, end: end, version: version, published: published))
          published = later(published, days: 2)
        }
      }
      let repeated = told.randomElement(using: &random).map { [$0] } ?? []
      return (told + repeated).shuffled(using: &random)
    }

    private mutating func later(_ moment: Moment, days: Int) -> Moment {
      Moment(unixSeconds: moment.unixSeconds + Int64(pick(1...(days * 1440)) * 60))
    }
  }

  private func outcome(_ due: DueDate) -> NaiveDueDate.Outcome {
    switch due.outcome {
    case .by(let day, _): .by(day.iso)
    case .whenEnded(let event): .open(event)
    case .never: .never
    }
  }

  @Test("A second computation, day by day and with another calendar, agrees", arguments: 1...8)
  func agrees(seed: UInt64) throws {
    var histories = Histories(random: SplitMix(seed: seed))
    var seen: [String: Int] = [:]
    for _ in 0..<500 {
      let day = histories.pick(20...500)
      let messages = histories.messages(around: day)
      let issued = histories.moment(from: day, through: day)
      let event = messages.randomElement(using: &histories.random)
      let mode = histories.pick(0...1) == 0 ? WorkingMode.offline24 : event?.category.mode ?? .offline24
      let own = mode == .offline24 ? nil : event?.eventID
      let history = EventHistory(messages.map { Sighting(message: $0, seen: $0.published) })
      let due = DueDate(
        of: WaitingInvoice(issueDate: issued.day, issuedAt: issued, mode: mode, eventID: own), in: history)
      let naive = NaiveDueDate.outcome(issued: issued, mode, own, messages)
      try #require(
        outcome(due) == naive, "\(mode) \(issued.clock) \(messages.sorted { $0.eventID < $1.eventID })")
      for step in due.steps { seen[step.rule, default: 0] += 1 }
    }
    // Otherwise nothing was compared that matters.
    for rule in ["base.offline24", "base.failure", "base.unavailability", "extended.failure", "lifted.total-failure"] {
      #expect(seen[rule, default: 0] > 10, "\(rule)")
    }
  }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
