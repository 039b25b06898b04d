import Foundation
import OfflineRules
import Testing

@Suite("What messages together tell")
struct EventHistoryTests {
  private func message(
    _ category: AvailabilityMessage.Category = .failure, _ kind: AvailabilityMessage.Kind? = nil, version: Int,
    published: String, start: String = "2026-06-08 09:00", end: String? = nil
  ) -> AvailabilityMessage {
    AvailabilityMessage(
      id: "K/\(category.rawValue)/\(version)", eventID: 1, category: category,
      kind: kind
        ?? (category == .maintenance ? .maintenanceAnnouncement : end == nil ? .failureStart : .failureEnd),
      title: "", text: "", start: Announcement.moment(start), end: end.map(Announcement.moment), version: version,
      published: Announcement.moment(published))
  }

  /// The events in few words, the same in whatever order the messages come.
  private func told(_ messages: [AvailabilityMessage]) -> [String] {
    let events = Announcement.history(messages).events
    #expect(Announcement.history(messages.reversed()).events == events)
    #expect(Announcement.history(messages + messages).events == events)
    return events.map { event in
      "\(event.category.rawValue) \(event.announced.clock) - \(event.end?.clock ?? "") v\(event.version)"
    }
  }

  @Test("A failure's end holds though its version is no higher than the start's")
  func endOfEqualVersion() {
    let start = message(version: 1, published: "2026-06-08 09:05")
    let end = message(version: 1, published: "2026-06-08 14:05", end: "2026-06-08 14:00")
    #expect(told([start, end]) == ["FAILURE 08.06.2026 09:05 - 08.06.2026 14:00 v1"])
    let amended = message(version: 3, published: "2026-06-08 10:00")
    #expect(told([start, amended, end]) == ["FAILURE 08.06.2026 09:05 - 08.06.2026 14:00 v1"])
  }

  @Test("A failure's end of a higher or equal version holds though its start was published again later")
  func startAgain() {
    let end = message(version: 2, published: "2026-06-08 14:05", end: "2026-06-08 14:00")
    for version in [1, 2] {
      let again = message(version: version, published: "2026-06-08 15:00")
      #expect(told([end, again]) == ["FAILURE 08.06.2026 14:05 - 08.06.2026 14:00 v2"])
    }
  }

  @Test("A start of a higher version that was published after the end says that the failure goes on")
  func reopened() {
    let end = message(version: 2, published: "2026-06-08 14:05", end: "2026-06-08 14:00")
    let again = message(version: 3, published: "2026-06-08 15:00")
    #expect(told([end, again]) == ["FAILURE 08.06.2026 14:05 -  v3"])
  }

  @Test("Within one type the higher version holds, then the later published")
  func withinOneType() {
    let first = message(version: 2, published: "2026-06-08 14:05", end: "2026-06-08 14:00")
    let lower = message(version: 1, published: "2026-06-08 16:00", end: "2026-06-08 15:55")
    #expect(told([first, lower]) == ["FAILURE 08.06.2026 14:05 - 08.06.2026 14:00 v2"])
    let later = message(version: 2, published: "2026-06-08 17:00", end: "2026-06-08 13:00")
    #expect(told([first, lower, later]) == ["FAILURE 08.06.2026 14:05 - 08.06.2026 13:00 v2"])
  }

  @Test("Maintenance that becomes a total failure is total since that was announced, and maintenance until then")
  func fromMaintenance() {
    let planned = message(
      .maintenance, version: 1, published: "2026-03-01 12:00", start: "2026-03-04 22:00", end: "2026-03-10 04:00")
    let total = message(.totalFailure, version: 2, published: "2026-03-05 08:00", start: "2026-03-05 08:00")
    let expected = [
      "MAINTENANCE 01.03.2026 12:00 - 05.03.2026 08:00 v1", "TOTAL_FAILURE 05.03.2026 08:00 -  v2",
    ]
    #expect(told([planned, total]) == expected)
    let shortened = message(
      .maintenance, version: 1, published: "2026-03-02 12:00", start: "2026-03-04 22:00", end: "2026-03-05 04:00")
    #expect(
      told([planned, total, shortened])
        == ["MAINTENANCE 01.03.2026 12:00 - 05.03.2026 04:00 v1", expected[1]])
  }

  @Test("What becomes graver twice is told in three parts, each until the next was announced")
  func twiceGraver() {
    let messages = [
      message(.maintenance, version: 1, published: "2026-06-07 12:00", end: "2026-06-08 12:00"),
      message(version: 2, published: "2026-06-08 10:00"),
      message(.totalFailure, version: 3, published: "2026-06-09 10:00"),
      message(.totalFailure, version: 4, published: "2026-06-11 10:00", end: "2026-06-11 09:00"),
    ]
    #expect(
      told(messages) == [
        "MAINTENANCE 07.06.2026 12:00 - 08.06.2026 10:00 v1", "FAILURE 08.06.2026 10:00 - 09.06.2026 10:00 v2",
        "TOTAL_FAILURE 09.06.2026 10:00 - 11.06.2026 09:00 v4",
      ])
  }

  @Test("A total failure that becomes a failure is a failure since its first announcement")
  func lessGrave() {
    let total = message(.totalFailure, version: 1, published: "2026-06-08 09:05")
    let failure = message(version: 2, published: "2026-06-08 11:00")
    #expect(told([total, failure]) == ["FAILURE 08.06.2026 09:05 -  v2"])
    let end = message(version: 3, published: "2026-06-08 14:05", end: "2026-06-08 14:00")
    #expect(told([total, failure, end]) == ["FAILURE 08.06.2026 09:05 - 08.06.2026 14:00 v3"])
  }

  @Test("What was told of only after the graver is no part of its own")
  func toldAfter() {
    let total = message(.totalFailure, version: 2, published: "2026-06-08 09:05")
    let failure = message(version: 1, published: "2026-06-08 11:00")
    #expect(told([total, failure]) == ["TOTAL_FAILURE 08.06.2026 09:05 -  v2"])
    let atOnce = message(version: 1, published: "2026-06-08 09:05")
    #expect(told([total, atOnce]) == ["TOTAL_FAILURE 08.06.2026 09:05 -  v2"])
  }

  @Test("A failure that is converted to a total one and never ends lifts the duty, by one event as by two")
  func converted() {
    let messages = [
      message(version: 1, published: "2026-06-08 09:00"),
      message(.totalFailure, version: 2, published: "2026-06-09 09:00"),
    ]
    let day = Announcement.day("2026-06-08")
    for (mode, own) in [(WorkingMode.emergency, 1), (.offline24, nil)] {
      let invoice = WaitingInvoice(
        issueDate: day, issuedAt: Announcement.moment("2026-06-08 10:00"), mode: mode, eventID: own)
      #expect(DueDate(of: invoice, in: Announcement.history(messages)).outcome == .never)
    }
  }

  @Test("Of several events of one number the one that puts the mode in force is found, else the gravest")
  func phase() {
    let history = Announcement.history([
      message(version: 1, published: "2026-06-08 09:00"),
      message(.totalFailure, version: 2, published: "2026-06-09 09:00"),
      Announcement.message(-2, from: "2026-06-20 09:00"),
    ])
    #expect(history.event(1, for: .emergency)?.category == .failure)
    #expect(history.event(1, for: .totalFailure)?.category == .totalFailure)
    for mode in [WorkingMode.unavailability, .offline24, .online] {
      #expect(history.event(1, for: mode)?.category == .totalFailure)
    }
    #expect(history.event(-2, for: .totalFailure)?.category == .failure)
    #expect(history.event(2, for: .emergency) == nil)
  }

  /// Random messages; the less there is to choose from, the more often two are of equal version and moment.
  private func random(_ count: Int, minutes: Int, _ random: inout SplitMix) -> [AvailabilityMessage] {
    var free = Array(0..<minutes)
    let base = Announcement.moment("2026-06-08 09:00").unixSeconds
    func moment(_ minute: Int) -> Moment { Moment(unixSeconds: base + Int64(minute * 60)) }
    return (0..<count).map { number in
      let kind = AvailabilityMessage.Kind.allCases.randomElement(using: &random) ?? .failureStart
      let failure = [AvailabilityMessage.Category.failure, .totalFailure].randomElement(using: &random) ?? .failure
      let begin = Int.random(in: 0..<3, using: &random)
      let hasEnd = kind == .failureEnd || kind == .maintenanceAnnouncement && begin > 0
      let published =
        minutes > count
        ? free.remove(at: Int.random(in: 0..<free.count, using: &random)) : Int.random(in: 0..<minutes, using: &random)
      return AvailabilityMessage(
        id: "K/\(Int.random(in: 1...2, using: &random))", eventID: Int.random(in: 1...2, using: &random),
        category: kind == .maintenanceAnnouncement ? .maintenance : failure, kind: kind, title: "\(number)", text: "",
        start: moment(begin), end: hasEnd ? moment(begin + Int.random(in: 0..<minutes, using: &random)) : nil,
        version: Int.random(in: 1...3, using: &random), published: moment(published))
    }
  }

  @Test("The order of messages, and their repetition, change nothing", arguments: 1...4)
  func anyOrder(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    for _ in 0..<300 {
      let messages = random(Int.random(in: 2...8, using: &generator), minutes: 2, &generator)
      let events = Announcement.history(messages).events
      for _ in 0..<5 {
        let again = (messages + messages.prefix(2)).shuffled(using: &generator)
        try #require(Announcement.history(again).events == events)
      }
    }
  }

  @Test("A total failure that is ended as a failure stays a total one")
  func endOfATotalFailure() {
    let begun = Announcement.message(1, from: "2026-06-08 09:00")
    let total = Announcement.message(
      1, .totalFailure, from: "2026-06-08 09:00", announced: "2026-06-09 10:00", version: 2)
    let over = Announcement.message(
      1, from: "2026-06-08 09:00", to: "2026-06-10 12:00", announced: "2026-06-10 12:05", version: 3)
    let events = Announcement.history([over, begun, total]).events
    #expect(events.map(\.category) == [.failure, .totalFailure])
    #expect(events.last?.end == Announcement.moment("2026-06-10 12:00"))
    #expect(events.last?.announced == Announcement.moment("2026-06-09 10:00"))
  }

  @Test("A second computation, that follows each event through time, agrees", arguments: 1...4)
  func agrees(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    var ofOneNumber: [Int: Int] = [:]
    for _ in 0..<500 {
      let messages = random(Int.random(in: 2...12, using: &generator), minutes: 500, &generator)
      let events = Announcement.history(messages).events
      func date(_ moment: Moment) -> Date { Date(timeIntervalSince1970: Double(moment.unixSeconds)) }
      let found = events.map {
        NaiveDueDate.Event(
          id: $0.id, category: $0.category, announced: date($0.announced), start: date($0.start), end: $0.end.map(date))
      }
      try #require(found == NaiveDueDate.events(messages), "\(messages)")
      for id in 1...2 { ofOneNumber[events.count { $0.id == id }, default: 0] += 1 }
    }
    // Otherwise nothing was compared that matters.
    for count in 1...3 { #expect(ofOneNumber[count, default: 0] > 10, "\(count)") }
  }
}
