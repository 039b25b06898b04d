import Foundation
import KSeFIdentifiers
import OfflineRules

/// A due date computed anew without any of our code for days: one day after the other, with Foundation's calendar.
///
/// Source: offline-rules, "Deadline algorithm" and "Working-day calendar".
struct NaiveDueDate {
  enum Outcome: Equatable {
    case by(String)
    case open(Int)
    case never
  }

  private static let polish: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    guard let zone = TimeZone(identifier: "Europe/Warsaw") else { preconditionFailure("no time zones") }
    calendar.timeZone = zone
    return calendar
  }()

  /// Days off that move, written out.
  private static let moving: Set<String> = [
    "2025-04-20", "2025-04-21", "2025-06-08", "2025-06-19", "2026-04-05", "2026-04-06", "2026-05-24", "2026-06-04",
    "2027-03-28", "2027-03-29", "2027-05-16", "2027-05-27", "2028-04-16", "2028-04-17", "2028-06-04", "2028-06-15",
  ]
  private static let fixed: Set<String> = [
    "01-01", "01-06", "05-01", "05-03", "08-15", "11-01", "11-11", "12-24", "12-25", "12-26",
  ]

  /// A noon of the day, so that nothing depends on when clocks change.
  private static func noon(_ moment: Date) -> Date {
    guard let noon = polish.date(bySettingHour: 12, minute: 0, second: 0, of: moment) else {
      preconditionFailure("every day has a noon")
    }
    return noon
  }

  private static func name(_ day: Date) -> String {
    let parts = polish.dateComponents([.year, .month, .day], from: day)
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }

  private static func next(_ day: Date) -> Date {
    guard let next = polish.date(byAdding: .day, value: 1, to: day) else { preconditionFailure("time goes on") }
    return next
  }

  private static func isWorkingDay(_ day: Date) -> Bool {
    let text = name(day)
    return !polish.isDateInWeekend(day) && !moving.contains(text) && !fixed.contains(String(text.suffix(5)))
  }

  private static func working(_ count: Int, after day: Date) -> Date {
    var (day, left) = (noon(day), count)
    while left > 0 {
      day = next(day)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  struct Event: Hashable {
    let id: Int
    let category: AvailabilityMessage.Category
    let announced: Date
    let start: Date
    let end: Date?

    var beginning: Date { max(announced, start) }
  }

  /// What each event was, followed through time: it becomes graver whenever something graver is published, though never
  /// graver than it turned out to be.
  static func events(_ messages: [AvailabilityMessage]) -> [Event] {
    let order: [AvailabilityMessage.Category] = [.maintenance, .failure, .totalFailure]
    func date(_ seconds: Int64) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
    return Dictionary(grouping: messages, by: \.eventID).flatMap { id, all -> [Event] in
      guard let last = holding(all) else { return [] }
      let begun = last.kind == .failureEnd ? holding(all.filter { $0.kind == .failureStart }) : nil
      let most = max(order.firstIndex(of: last.category) ?? 0, begun.flatMap { order.firstIndex(of: $0.category) } ?? 0)
      var steps: [(gravity: Int, at: Int64)] = []
      for message in all.sorted(by: { $0.published < $1.published }) {
        let gravity = min(order.firstIndex(of: message.category) ?? 0, most)
        if gravity > steps.last?.gravity ?? -1 { steps.append((gravity, message.published.unixSeconds)) }
      }
      let messages = steps.indices.map { index in
        index + 1 < steps.count
          ? holding(all.filter { $0.category == order[steps[index].gravity] }) ?? last : last
      }
      return steps.indices.map { index in
        let own = messages[index]
        var end = own.end?.unixSeconds
        if index + 1 < steps.count {
          end = min(end ?? .max, max(steps[index + 1].at, messages[index + 1].start.unixSeconds))
        }
        return Event(
          id: id, category: order[steps[index].gravity], announced: date(steps[index].at),
          start: date(own.start.unixSeconds), end: end.map(date))
      }
    }.sorted { ($0.announced, $0.id) < ($1.announced, $1.id) }
  }

  /// The message of an event that holds.
  private static func holding(_ messages: [AvailabilityMessage]) -> AvailabilityMessage? {
    let inOrder = messages.sorted { ($0.version, $0.published) < ($1.version, $1.published) }
    let begun = inOrder.last { $0.kind == .failureStart }
    let over = inOrder.last { $0.kind == .failureEnd }
    let planned = inOrder.last { $0.kind == .maintenanceAnnouncement }
    var failure = over ?? begun
    if let begun, let over, begun.version > over.version, begun.published > over.published { failure = begun }
    guard let failure, let planned else { return failure ?? planned }
    return (failure.version, failure.published) > (planned.version, planned.published) ? failure : planned
  }

  static func outcome(
    issued moment: Moment, _ mode: WorkingMode, _ own: Int?, _ messages: [AvailabilityMessage]
  ) -> Outcome {
    let events = events(messages).sorted { ($0.beginning, $0.id) < ($1.beginning, $1.id) }
    let issued = Date(timeIntervalSince1970: Double(moment.unixSeconds))
    var (deadline, openBy): (Date?, Int?) = (nil, nil)
    let phases = events.filter { $0.id == own }
    let ownEvent = phases.first { $0.category.mode == mode } ?? phases.max { $0.announced < $1.announced }
    let wasLate = ownEvent.map { working(1, after: issued) < noon($0.beginning) } ?? false
    if mode == .totalFailure, !wasLate { return .never }
    switch (mode, ownEvent) {
    case _ where wasLate: deadline = working(1, after: issued)
    case (.offline24, _), (_, nil): deadline = working(1, after: issued)
    case (.unavailability, let event?): deadline = event.end.map { working(1, after: $0) }
    case (_, let event?): deadline = event.end.map { working(7, after: $0) }
    }
    if deadline == nil { openBy = own }
    deadline = deadline.map { max($0, working(1, after: issued)) }
    var counted = mode == .emergency ? Set([own]) : []
    var day = noon(issued)
    let last = events.map(\.beginning).max().map(noon) ?? day
    while day <= max(last, noon(issued)) {
      if let deadline, openBy == nil, day > deadline { break }
      for event in events where noon(event.beginning) <= day {
        if let end = event.end, end <= issued { continue }
        if event.category == .totalFailure { return .never }
        guard event.category == .failure, counted.insert(event.id).inserted else { continue }
        guard let end = event.end else {
          openBy = event.id
          continue
        }
        deadline = max(deadline ?? .distantPast, working(7, after: end))
      }
      day = next(day)
    }
    if let openBy { return .open(openBy) }
    return deadline.map { .by(name($0)) } ?? .never
  }
}
