/// A failure or maintenance, as all messages about it together tell.
public struct AvailabilityEvent: Sendable, Hashable {
  /// `eventId`.
  public let id: Int
  /// The name that people read, of the message that holds.
  public let name: String
  /// What it is; a failure that was announced as total later is total.
  public let category: AvailabilityMessage.Category
  /// When it was first published.
  public let announced: Moment
  /// When it begins.
  public let start: Moment
  /// When it ends; nil where that isn't known.
  public let end: Moment?
  /// The version that holds.
  public let version: Int
  /// When that version was published.
  public let published: Moment

  /// Whether it is in force at a moment: announced, begun, and not over.
  ///
  /// The law speaks of announcements, so nothing is in force before one was published, whatever start it names.
  /// Source: offline-rules, "Conflicts and open points" (which clock triggers the mode).
  public func isInForce(at moment: Moment) -> Bool {
    announced <= moment && start <= moment && !isOver(at: moment)
  }

  /// Whether it is over at a moment; its end is the first moment at which it is.
  public func isOver(at moment: Moment) -> Bool {
    guard let end else { return false }
    return end <= moment
  }

  /// When it comes into force.
  var beginning: Moment { max(announced, start) }
}

/// What has been announced, folded from messages in any order.
public struct EventHistory: Sendable {
  /// In the order of their announcement.
  public let events: [AvailabilityEvent]

  /// Folds messages: of each event the highest version holds, of equal ones the later published; repeats change nothing.
  public init(_ sightings: [Sighting]) {
    var byEvent: [Int: (announced: Moment, holds: AvailabilityMessage)] = [:]
    for message in sightings.map(\.message) {
      guard let known = byEvent[message.eventID] else {
        byEvent[message.eventID] = (message.published, message)
        continue
      }
      let isNewer = EventHistory.rank(known.holds) < EventHistory.rank(message)
      byEvent[message.eventID] = (min(known.announced, message.published), isNewer ? message : known.holds)
    }
    events = byEvent.map { id, known in
      AvailabilityEvent(
        id: id, name: known.holds.id, category: known.holds.category, announced: known.announced,
        start: known.holds.start, end: known.holds.end, version: known.holds.version,
        published: known.holds.published)
    }.sorted { ($0.announced, $0.id) < ($1.announced, $1.id) }
  }

  /// Two different messages of one version and moment must still fold alike in any order: an end outranks none.
  private static func rank(_ message: AvailabilityMessage) -> (Int, Moment, Moment, String) {
    (message.version, message.published, message.end ?? Moment(unixSeconds: .min), message.kind.rawValue)
  }
}
