import Findings
import GRDB
import JSONReading
import JSONWriting
import KSeFIdentifiers
import OfflineRules

/// All that decides the mode in one environment, as the journal has it.
struct ModeFacts {
  private(set) var facts: [ModeFact] = []
  private(set) var sightings: [Sighting] = []
  private var told: Set<AvailabilityMessage> = []

  init(_ database: Database, _ environment: KSeFEnvironment) throws {
    for entry in try Journal.entries(database, [.event, .set, .end]) {
      let members = try entry.members
      guard members["environment"]?.text == environment.rawValue else { continue }
      let (user, reason) = (members["user"]?.text ?? "", members["reason"]?.text ?? "")
      switch entry.kind {
      case .event:
        guard let message = AvailabilityMessage(members) else { throw DamagedRecord("entry \(entry.number)") }
        let sighting = Sighting(message: message, seen: entry.recorded)
        sightings.append(sighting)
        facts.append(.told(sighting))
        told.insert(message)
      case .set: facts.append(.act(.set(at: entry.recorded, user: user, reason: reason)))
      default:
        let event = members["event"]?.integer
        facts.append(.act(.end(at: entry.recorded, user: user, reason: reason, event: event)))
      }
    }
  }

  var timeline: ModeTimeline { ModeTimeline(facts) }

  /// Whether a message says more than is known.
  func isNews(_ message: AvailabilityMessage) -> Bool { !told.contains(message) }
}

extension AvailabilityMessage {
  /// As the journal keeps it.
  func members(in environment: KSeFEnvironment) -> [(String, JSONValue)] {
    [
      ("environment", .string(environment.rawValue)), ("id", .string(id)), ("eventId", .integer(eventID)),
      ("category", .string(category.rawValue)),
      ("type", .string(kind.rawValue)), ("title", .string(title)), ("text", .string(text)),
      ("start", .string(start.iso)), ("end", .text(end?.iso)), ("version", .integer(version)),
      ("published", .string(published.iso)),
    ]
  }
}

extension ModeChange {
  /// As the journal keeps it.
  func members(in environment: KSeFEnvironment) -> [(String, JSONValue)] {
    let (event, version, user, reason): (JSONValue, JSONValue, String?, String?) =
      switch cause {
      case .event(let id, let version): (.integer(id), .integer(version), nil, nil)
      case .hand(let user, let reason): (.null, .null, user, reason)
      case .none: (.null, .null, nil, nil)
      }
    return [
      ("environment", .string(environment.rawValue)), ("from", .string(from.rawValue)), ("to", .string(to.rawValue)),
      ("at", .string(at.iso)), ("event", event),
      ("version", version), ("user", .text(user)), ("reason", .text(reason)),
    ]
  }
}

extension Obstacle {
  static func modeSame() -> Obstacle {
    Obstacle(
      "mode.same",
      Sentence("offline24 is in force already.", pl: "Tryb offline24 już obowiązuje."),
      remedy: Sentence("ksef-desk mode end ends it.", pl: "Kończy go ksef-desk mode end."))
  }

  static func modeOnline() -> Obstacle {
    Obstacle(
      "mode.online",
      Sentence("The mode is online: there is nothing to end.", pl: "Obowiązuje tryb online: nie ma czego kończyć."),
      remedy: Sentence("ksef-desk mode show tells since when.", pl: "Od kiedy, pokazuje ksef-desk mode show."))
  }
}
