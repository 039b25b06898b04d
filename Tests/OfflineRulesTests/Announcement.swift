import KSeFIdentifiers
import OfflineRules

/// Times and messages in few words; times are Polish, as `2026-06-12 22:00`.
enum Announcement {
  static func moment(_ clock: String) -> Moment {
    let parts = clock.split(separator: " ")
    guard parts.count == 2, let day = CalendarDate(iso: String(parts[0])) else { preconditionFailure(clock) }
    let time = parts[1].split(separator: ":").compactMap { Int($0) }
    let midnight = Moment.startOfDay(day).unixSeconds
    return Moment(unixSeconds: midnight + Int64(time[0] * 3600 + time[1] * 60))
  }

  static func day(_ iso: String) -> CalendarDate {
    guard let day = CalendarDate(iso: iso) else { preconditionFailure(iso) }
    return day
  }

  static func message(
    _ event: Int, _ category: AvailabilityMessage.Category = .failure, from start: String, to end: String? = nil,
    announced: String? = nil, version: Int = 1
  ) -> AvailabilityMessage {
    AvailabilityMessage(
      id: "K/2026/\(event)", eventID: event, category: category,
      kind: category == .maintenance ? .maintenanceAnnouncement : end == nil ? .failureStart : .failureEnd,
      title: "", text: "", start: moment(start), end: end.map(moment), version: version,
      published: moment(announced ?? start))
  }

  static func history(_ messages: [AvailabilityMessage]) -> EventHistory {
    EventHistory(messages.map { Sighting(message: $0, seen: $0.published) })
  }
}
