/// What a person decided about the mode.
public enum ModeAct: Sendable, Hashable {
  /// offline24 was chosen.
  case set(at: Moment, user: String, reason: String)
  /// The mode in force was ended.
  case end(at: Moment, user: String, reason: String)

  /// When it was decided.
  public var moment: Moment {
    switch self {
    case .set(let at, _, _), .end(let at, _, _): at
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

/// Which mode is in force when, from all that is known: announcements and what people decided.
///
/// A total failure outranks a failure, that maintenance, and that the choice of offline24, which comes back after them
/// until it is ended. That KSeF can't be reached is no input: it is never a failure.
public struct ModeTimeline: Sendable {
  private let events: [AvailabilityEvent]
  private let sightings: [Int: [Moment]]
  private let acts: [ModeAct]

  /// - Parameters:
  ///   - history: what was announced.
  ///   - sightings: when each message was told; one that comes after an event was switched off by hand, and shows it
  ///     still going on, restores it.
  ///   - acts: what people decided.
  public init(history: EventHistory, sightings: [Sighting], acts: [ModeAct]) {
    events = history.events
    var seen: [Int: [Moment]] = [:]
    for sighting in sightings { seen[sighting.message.eventID, default: []].append(sighting.seen) }
    self.sightings = seen
    self.acts = acts.sorted { $0.moment < $1.moment }
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

  /// Every moment at which something may change, in order.
  private var turningPoints: [Moment] {
    let ofEvents = events.flatMap { [$0.beginning, $0.end].compactMap(\.self) }
    return Set(ofEvents + acts.map(\.moment) + sightings.values.flatMap(\.self)).sorted()
  }

  /// Goes through all states in order, with the one before each.
  private func walk(_ visit: (_ at: Moment, _ before: ModeState, _ now: ModeState) -> Void) {
    var state = ModeTimeline.beginning
    var chosen: (user: String, reason: String)?
    var suspended: [Int: Moment] = [:]
    for moment in turningPoints {
      var ended: ModeCause?
      // What is told at the moment of an act came before it, unless it is told later.
      for (id, at) in suspended where (sightings[id] ?? []).contains(where: { at < $0 && $0 <= moment }) {
        suspended[id] = nil
      }
      for act in acts where act.moment == moment {
        switch act {
        case .set(_, let user, let reason): chosen = (user, reason)
        case .end(_, let user, let reason):
          ended = .hand(user: user, reason: reason)
          if let event = leading(at: moment, suspended) {
            suspended[event.id] = moment
          } else {
            chosen = nil
          }
        }
      }
      let now = inForce(at: moment, chosen, suspended, ended)
      guard now.mode != state.mode || now.cause != state.cause && now.cause != .none else { continue }
      let since = now.mode == state.mode ? state.since : moment
      let next = ModeState(mode: now.mode, since: since, cause: now.cause)
      visit(moment, state, next)
      state = next
    }
  }

  private func inForce(
    at moment: Moment, _ chosen: (user: String, reason: String)?, _ suspended: [Int: Moment], _ ended: ModeCause?
  ) -> (mode: WorkingMode, cause: ModeCause) {
    if let event = leading(at: moment, suspended) {
      return (event.category.mode, .event(id: event.id, version: event.version))
    }
    if let chosen { return (.offline24, .hand(user: chosen.user, reason: chosen.reason)) }
    return (.online, ended ?? .none)
  }

  /// The event that decides: the gravest in force; of equal ones the first announced.
  private func leading(at moment: Moment, _ suspended: [Int: Moment]) -> AvailabilityEvent? {
    let inForce = events.filter { $0.isInForce(at: moment) && suspended[$0.id] == nil }
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
