/// What a person decided about the mode.
public enum ModeAct: Sendable, Hashable {
  /// offline24 was chosen.
  case set(at: Moment, user: String, reason: String)
  /// What was in force was ended: an event, or nil for the choice of offline24.
  case end(at: Moment, user: String, reason: String, event: Int?)

  /// When it was decided.
  public var moment: Moment {
    switch self {
    case .set(let at, _, _), .end(let at, _, _, _): at
    }
  }
}

/// Why a mode is in force.
public enum ModeCause: Sendable, Hashable {
  /// An event that was announced.
  case event(id: Int, version: Int)
  /// A person.
  case hand(user: String, reason: String)
  /// Nothing, or the end of what was before.
  case none
}

/// The mode in force at a moment.
public struct ModeState: Sendable, Hashable {
  /// The mode.
  public let mode: WorkingMode
  /// Since when; for a mode that nothing ever changed, the beginning of time.
  public let since: Moment
  /// Why.
  public let cause: ModeCause

  /// The mode in force at a moment.
  public init(mode: WorkingMode, since: Moment, cause: ModeCause) {
    self.mode = mode
    self.since = since
    self.cause = cause
  }
}

/// A change of mode.
public struct ModeChange: Sendable, Hashable {
  /// When it came about.
  public let at: Moment
  /// What was in force before.
  public let from: WorkingMode
  /// What is in force from then on.
  public let to: WorkingMode
  /// Why.
  public let cause: ModeCause

  /// A change of mode.
  public init(at: Moment, from: WorkingMode, to: WorkingMode, cause: ModeCause) {
    self.at = at
    self.from = from
    self.to = to
    self.cause = cause
  }
}

/// What decides the mode, as it was written down.
public enum ModeFact: Sendable, Hashable {
  /// A message was told.
  case told(Sighting)
  /// A person decided.
  case act(ModeAct)

  var moment: Moment {
    switch self {
    case .told(let sighting): sighting.seen
    case .act(let act): act.moment
    }
  }
}

/// Which mode is in force when, from all that is known: announcements and what people decided.
///
/// A total failure outranks a failure, that maintenance, and that the choice of offline24, which comes back after them
/// until it is ended. That KSeF can't be reached is no input: it is never a failure.
public struct ModeTimeline: Sendable {
  private let events: [AvailabilityEvent]
  private let facts: [ModeFact]

  /// - Parameter facts: in the order in which they were written down, by which those of one second follow each other. A
  ///   message that comes after an event was switched off by hand, and shows it still going on, restores it.
  public init(_ facts: [ModeFact]) {
    self.facts = facts
    events =
      EventHistory(
        facts.compactMap { fact in
          if case .told(let sighting) = fact { sighting } else { nil }
        }
      ).events
  }

  /// The events that had been ended by hand, and not been told of anew, at a moment.
  public func setAside(at moment: Moment) -> Set<Int> {
    var setAside: Set<Int> = []
    for fact in facts where fact.moment <= moment {
      switch fact {
      case .told(let sighting): setAside.remove(sighting.message.eventID)
      case .act(.end(_, _, _, let event?)): setAside.insert(event)
      case .act: break
      }
    }
    return setAside
  }

  /// The mode in force at a moment.
  public func state(at moment: Moment) -> ModeState {
    var state = ModeTimeline.beginning
    walk { at, _, now in
      guard at <= moment else { return }
      state = now
    }
    return state
  }

  /// The changes after a moment and up to another.
  public func changes(from begin: Moment, through end: Moment) -> [ModeChange] {
    var changes: [ModeChange] = []
    walk { at, before, now in
      guard begin < at, at <= end, before.mode != now.mode else { return }
      changes.append(ModeChange(at: at, from: before.mode, to: now.mode, cause: now.cause))
    }
    return changes
  }

  /// What nothing has changed yet.
  private static let beginning = ModeState(mode: .online, since: Moment(unixSeconds: 0), cause: .none)

  /// Something at which the mode may change.
  private struct TurningPoint {
    let moment: Moment
    /// The fact's place; -1 for an event that begins or ends, which comes before what is told in the same second.
    let place: Int
  }

  private var turningPoints: [TurningPoint] {
    let ofEvents = Set(events.flatMap { [$0.beginning, $0.end].compactMap(\.self) })
      .map { TurningPoint(moment: $0, place: -1) }
    let ofFacts = facts.enumerated().map { TurningPoint(moment: $1.moment, place: $0) }
    return (ofEvents + ofFacts).sorted { ($0.moment, $0.place) < ($1.moment, $1.place) }
  }

  /// Goes through all states in order, with the one before each.
  private func walk(_ visit: (_ at: Moment, _ before: ModeState, _ now: ModeState) -> Void) {
    var state = ModeTimeline.beginning
    var chosen: (user: String, reason: String)?
    var suspended: Set<Int> = []
    for point in turningPoints {
      var ended: ModeCause?
      if point.place >= 0 {
        switch facts[point.place] {
        case .told(let sighting): suspended.remove(sighting.message.eventID)
        case .act(.set(_, let user, let reason)): chosen = (user, reason)
        case .act(.end(_, let user, let reason, let event)):
          // What he ended is what was in force then, whatever has been learned since.
          let before = inForce(at: point.moment, chosen, suspended, nil)
          if let event { suspended.insert(event) } else { chosen = nil }
          let after = inForce(at: point.moment, chosen, suspended, nil)
          if before.mode != after.mode { ended = .hand(user: user, reason: reason) }
        }
      }
      let now = inForce(at: point.moment, chosen, suspended, ended)
      guard now.mode != state.mode || now.cause != state.cause && now.cause != .none else { continue }
      let since = now.mode == state.mode ? state.since : point.moment
      let next = ModeState(mode: now.mode, since: since, cause: now.cause)
      visit(point.moment, state, next)
      state = next
    }
  }

  private func inForce(
    at moment: Moment, _ chosen: (user: String, reason: String)?, _ suspended: Set<Int>, _ ended: ModeCause?
  ) -> (mode: WorkingMode, cause: ModeCause) {
    if let event = ModeTimeline.leading(events, at: moment, suspended) {
      return (event.category.mode, .event(id: event.id, version: event.version))
    }
    if let chosen { return (.offline24, .hand(user: chosen.user, reason: chosen.reason)) }
    return (.online, ended ?? .none)
  }

  /// The event that decides: the gravest in force; of equal ones the first announced.
  private static func leading(
    _ events: [AvailabilityEvent], at moment: Moment, _ suspended: Set<Int>
  ) -> AvailabilityEvent? {
    let inForce = events.filter { $0.isInForce(at: moment) && !suspended.contains($0.id) }
    for category in [AvailabilityMessage.Category.totalFailure, .failure, .maintenance] {
      if let event = inForce.first(where: { $0.category == category }) { return event }
    }
    return nil
  }
}

extension AvailabilityMessage.Category {
  /// The mode that such an event puts in force.
  public var mode: WorkingMode {
    switch self {
    case .failure: .emergency
    case .totalFailure: .totalFailure
    case .maintenance: .unavailability
    }
  }
}
