/// A failure or maintenance, as all messages about it together tell; one that became graver is one for each gravity.
public struct AvailabilityEvent: Sendable, Hashable {
  /// `eventId`; an event that became graver has it in common with what it was before.
  public let id: Int
  /// The name that people read, of the message that holds.
  public let name: String
  /// What it is.
  public let category: AvailabilityMessage.Category
  /// When it was first published that it is this or graver.
  public let announced: Moment
  /// When it begins.
  public let start: Moment
  /// When it ends; nil where that isn't known.
  ///
  /// What became graver ends with the announcement of that, which may lie before a start that was planned.
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
  /// In the order of their announcement; several with one `id` where an event became graver.
  public let events: [AvailabilityEvent]

  /// Folds messages; repeats change nothing.
  ///
  /// Of each event one message holds: of one type the highest version, of equal ones the later published; and a failure's
  /// end over its start, unless the start is both of a higher version and published later.
  ///
  /// An event that became graver, such as a failure that was announced as total later, counts as that only since this
  /// was published, and until then as what it was before. One that became less grave counts as the less grave alone,
  /// since its first announcement: what was announced of the graver included it. A failure's end makes nothing less grave.
  public init(_ sightings: [Sighting]) {
    events = Dictionary(grouping: sightings.map(\.message), by: \.eventID).values
      .flatMap { EventHistory.phases(of: $0) }
      .sorted { ($0.announced, $0.id) < ($1.announced, $1.id) }
  }

  /// The event of a number that puts a mode in force; where none of that number does, the gravest of them.
  public func event(_ id: Int, for mode: WorkingMode) -> AvailabilityEvent? {
    let phases = events.filter { $0.id == id }
    return phases.first { $0.category.mode == mode } ?? phases.max { $0.category.gravity < $1.category.gravity }
  }

  /// What one event is and was, from the gravest that holds down.
  private static func phases(of messages: [AvailabilityMessage]) -> [AvailabilityEvent] {
    guard let latest = holding(messages) else { return [] }
    var phases: [AvailabilityEvent] = []
    // An end ends what the event is by then, whatever it calls it.
    let last = latest.kind == .failureEnd ? holding(messages.filter { $0.kind == .failureStart }) : nil
    let gravest = [latest, last ?? latest].max { $0.category.gravity < $1.category.gravity } ?? latest
    for gravity in (0...gravest.category.gravity).reversed() {
      let graver = phases.last
      let message = graver == nil ? latest : holding(messages.filter { $0.category.gravity == gravity })
      guard let message, let announced = messages.filter({ $0.category.gravity >= gravity }).map(\.published).min()
      else { continue }
      // What was told of only after the graver never was a state of its own.
      if let graver, graver.announced <= announced { continue }
      phases.append(
        AvailabilityEvent(
          id: message.eventID, name: message.id, category: graver == nil ? gravest.category : message.category,
          announced: announced,
          start: message.start, end: [message.end, graver?.beginning].compactMap(\.self).min(),
          version: message.version, published: message.published))
    }
    return phases
  }

  /// The message that holds.
  private static func holding(_ messages: [AvailabilityMessage]) -> AvailabilityMessage? {
    func latest(_ kind: AvailabilityMessage.Kind) -> AvailabilityMessage? {
      messages.filter { $0.kind == kind }.max { rank($0) < rank($1) }
    }
    var failure = latest(.failureStart)
    if let end = latest(.failureEnd) {
      // The service may count versions for each message, so that an end's is no higher than its start's.
      let isReopened = failure.map { end.version < $0.version && end.published < $0.published } ?? false
      if !isReopened { failure = end }
    }
    return [failure, latest(.maintenanceAnnouncement)].compactMap(\.self).max { rank($0) < rank($1) }
  }

  /// Two different messages of one version and moment must still fold alike in any order: an end outranks none.
  private static func rank(_ message: AvailabilityMessage) -> (Int, Moment, Moment, Int, Moment, String) {
    (
      message.version, message.published, message.end ?? Moment(unixSeconds: .min), message.category.gravity,
      message.start, message.id
    )
  }
}

extension AvailabilityMessage.Category {
  /// The graver, the higher.
  fileprivate var gravity: Int {
    switch self {
    case .maintenance: 0
    case .failure: 1
    case .totalFailure: 2
    }
  }
}
