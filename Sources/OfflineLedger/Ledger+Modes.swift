public import Findings
import GRDB
import JSONReading
import JSONWriting
public import KSeFIdentifiers
public import OfflineRules

extension Ledger {
  /// The mode in force now; a change that came about by itself since the last call is written down.
  ///
  /// - Throws: what keeps the records from being used.
  public func mode(in environment: KSeFEnvironment) throws(Obstacle) -> ModeState {
    try write { database, now in try Ledger.keepUp(database, now, environment) }
  }

  /// Chooses offline24.
  ///
  /// - Throws: `mode.same` where it is chosen already.
  @discardableResult
  public func setOffline24(
    by user: String, reason: String, in environment: KSeFEnvironment
  ) throws(Obstacle) -> ModeState {
    try write { database, now in
      let before = try Ledger.keepUp(database, now, environment)
      guard before.mode != .offline24 else { throw Obstacle.modeSame() }
      try Journal(database: database, now: now).add(.set, act(.offline24, user, reason, environment))
      return try Ledger.keepUp(database, now, environment)
    }
  }

  /// Ends the mode in force: what was chosen, or what an announcement put in force, until it is said again to go on.
  ///
  /// - Throws: `mode.online` where there is nothing to end.
  @discardableResult
  public func endMode(
    by user: String, reason: String, in environment: KSeFEnvironment
  ) throws(Obstacle) -> ModeState {
    try write { database, now in
      let before = try Ledger.keepUp(database, now, environment)
      guard before.mode != .online else { throw Obstacle.modeOnline() }
      var members = act(before.mode, user, reason, environment)
      if case .event(let id, _) = before.cause { members.append(("event", .integer(id))) }
      try Journal(database: database, now: now).add(.end, members)
      return try Ledger.keepUp(database, now, environment)
    }
  }

  /// Takes what the availability service said.
  ///
  /// What was known already is no news, and restores nothing that somebody ended.
  ///
  /// - Parameter source: where it comes from, as a person will read it: a file's name, "BIP MF".
  /// - Returns: how many messages were written down, and the mode in force now.
  /// - Throws: what keeps the records from being used.
  @discardableResult
  public func take(
    _ messages: [AvailabilityMessage], from source: String, by user: String, in environment: KSeFEnvironment
  ) throws(Obstacle) -> (added: Int, mode: ModeState) {
    try write { database, now in
      _ = try Ledger.keepUp(database, now, environment)
      let facts = try ModeFacts(database, environment)
      var told: Set<AvailabilityMessage> = []
      for message in messages where facts.isNews(message) && told.insert(message).inserted {
        try Journal(database: database, now: now).add(
          .event, message.members(in: environment) + [("source", .string(source)), ("user", .string(user))])
      }
      return (told.count, try Ledger.keepUp(database, now, environment))
    }
  }

  /// What has been announced, as it is known now.
  ///
  /// - Throws: what keeps the records from being read.
  public func history(in environment: KSeFEnvironment) throws(Obstacle) -> EventHistory {
    try read { database in EventHistory(try ModeFacts(database, environment).sightings) }
  }

  private func act(
    _ mode: WorkingMode, _ user: String, _ reason: String, _ environment: KSeFEnvironment
  ) -> [(String, JSONValue)] {
    [
      ("environment", .string(environment.rawValue)), ("mode", .string(mode.rawValue)), ("user", .string(user)),
      ("reason", .string(reason)),
    ]
  }

  /// Writes down the changes of mode up to now.
  static func keepUp(
    _ database: Database, _ now: Moment, _ environment: KSeFEnvironment
  ) throws -> ModeState {
    let timeline = try ModeFacts(database, environment).timeline
    let journal = Journal(database: database, now: now)
    let modes = try Row.fetchCursor(
      database, sql: "SELECT recorded, content FROM journal WHERE kind = 'mode' ORDER BY number DESC")
    var (written, begin) = (WorkingMode.online, Moment(unixSeconds: .min))
    while let row = try modes.next() {
      let content = try ReadJSON.read(Array((row["content"] as String).utf8))
      guard content["environment"]?.text == environment.rawValue else { continue }
      written = content["to"]?.text.flatMap(WorkingMode.init(rawValue:)) ?? .online
      begin = Moment(unixSeconds: row["recorded"])
      break
    }
    let state = timeline.state(at: now)
    for change in timeline.changes(from: begin, through: now) where change.from == written && change.to != written {
      try journal.add(.mode, change.members(in: environment))
      written = change.to
    }
    // What was learned late: the mode has been another for some time.
    if written != state.mode {
      try journal.add(
        .mode, ModeChange(at: state.since, from: written, to: state.mode, cause: state.cause).members(in: environment))
    }
    return state
  }
}

extension Ledger {
  /// Writes down an announcement that a person read elsewhere.
  ///
  /// - Parameters:
  ///   - announced: nil for now.
  ///   - event: one that is on record, whose next version this is; nil for one of its own, which gets a negative number.
  /// - Throws: `event.unknown`, `event.backwards`, and what keeps the records from being used.
  @discardableResult
  public func announce(
    _ category: AvailabilityMessage.Category, start: Moment, end: Moment?, announced: Moment?, source: String,
    event: Int?, by user: String, in environment: KSeFEnvironment
  ) throws(Obstacle) -> ModeState {
    if let end, end < start { throw .eventBackwards() }
    return try write { database, now in
      _ = try Ledger.keepUp(database, now, environment)
      let sightings = try ModeFacts(database, environment).sightings
      let number = event ?? min(0, sightings.map(\.message.eventID).min() ?? 0) - 1
      let before = EventHistory(sightings).event(number, for: category.mode)
      let version = sightings.filter { $0.message.eventID == number }.map(\.message.version).max() ?? 0
      if event != nil, before == nil { throw Obstacle.eventUnknown(number) }
      if let before { try Ledger.check(category, announced, follows: before) }
      let kind: AvailabilityMessage.Kind =
        switch (category, end) {
        case (.maintenance, _): .maintenanceAnnouncement
        case (_, nil): .failureStart
        case (_, _?): .failureEnd
        }
      let message = AvailabilityMessage(
        id: before?.name ?? source, eventID: number, category: category, kind: kind, title: source, text: "",
        start: start, end: end, version: version + 1, published: announced ?? now)
      try Journal(database: database, now: now).add(
        .event, message.members(in: environment) + [("source", .string(source)), ("user", .string(user))])
      return try Ledger.keepUp(database, now, environment)
    }
  }
}

extension Ledger {
  /// A failure may become a total one; anything else is another event.
  private static func check(
    _ category: AvailabilityMessage.Category, _ announced: Moment?, follows before: AvailabilityEvent
  ) throws(Obstacle) {
    guard category == before.category || (before.category, category) == (.failure, .totalFailure) else {
      throw .eventOfOtherKind(before)
    }
    if let announced, announced < before.published { throw .eventEarlier(before) }
  }
}

extension Obstacle {
  fileprivate static func eventOfOtherKind(_ event: AvailabilityEvent) -> Obstacle {
    Obstacle(
      "event.other-kind", kind: .usage,
      Sentence(
        "Event \(event.id) (\(event.name)) is of another category.",
        pl: "Zdarzenie \(event.id) (\(event.name)) jest innego rodzaju."),
      remedy: Sentence(
        "Leave out --event to write down an event of its own; a failure may become a total failure.",
        pl: "Pomiń --event, aby zapisać osobne zdarzenie; awaria może stać się awarią całkowitą."))
  }

  fileprivate static func eventEarlier(_ event: AvailabilityEvent) -> Obstacle {
    Obstacle(
      "event.earlier", kind: .usage,
      Sentence(
        "What is on record of event \(event.id) was announced later, \(event.published.clock).",
        pl: "To, co zapisano o zdarzeniu \(event.id), ogłoszono później, \(event.published.clock)."),
      remedy: Sentence("Check the time of --announced.", pl: "Sprawdź godzinę --announced."))
  }

  fileprivate static func eventUnknown(_ number: Int) -> Obstacle {
    Obstacle(
      "event.unknown",
      Sentence("No event \(number) is on record.", pl: "Nie zapisano zdarzenia \(number)."),
      remedy: Sentence("ksef-desk event list shows the numbers.", pl: "Numery pokazuje ksef-desk event list."))
  }

  fileprivate static func eventBackwards() -> Obstacle {
    Obstacle(
      "event.backwards", kind: .usage,
      Sentence("The end lies before the start.", pl: "Koniec jest przed początkiem."),
      remedy: Sentence("Check both times.", pl: "Sprawdź obie godziny."))
  }
}
