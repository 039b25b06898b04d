import Findings
import GRDB
import JSONReading
import JSONWriting
import OfflineRules

/// All that decides the mode, as the journal has it.
struct ModeFacts {
  private(set) var sightings: [Sighting] = []
  private(set) var acts: [ModeAct] = []
  private var lastEnd: Moment?

  init(_ database: Database) throws {
    for entry in try Journal.entries(database, [.event, .set, .end]) {
      let members = try entry.members
      switch entry.kind {
      case .event:
        guard let message = AvailabilityMessage(members) else {
          throw DamagedRecord("entry \(entry.number)")
        }
        sightings.append(Sighting(message: message, seen: entry.recorded))
      case .set:
        acts.append(.set(at: entry.recorded, user: members["user"]?.text ?? "", reason: members["reason"]?.text ?? ""))
      default:
        acts.append(.end(at: entry.recorded, user: members["user"]?.text ?? "", reason: members["reason"]?.text ?? ""))
        lastEnd = entry.recorded
      }
    }
  }

  var timeline: ModeTimeline { ModeTimeline(history: EventHistory(sightings), sightings: sightings, acts: acts) }

  /// Whether a message says more than is known: it is new, or it is said again after somebody ended a mode.
  func isNews(_ message: AvailabilityMessage) -> Bool {
    guard let last = sightings.last(where: { $0.message == message }) else { return true }
    guard let lastEnd else { return false }
    return last.seen <= lastEnd
  }
}

extension AvailabilityMessage {
  /// As the journal keeps it.
  var members: [(String, JSONValue)] {
    [
      ("id", .string(id)), ("eventId", .integer(eventID)), ("category", .string(category.rawValue)),
      ("type", .string(kind.rawValue)), ("title", .string(title)), ("text", .string(text)),
      ("start", .string(start.iso)), ("end", .text(end?.iso)), ("version", .integer(version)),
      ("published", .string(published.iso)),
    ]
  }
}

extension ModeChange {
  /// As the journal keeps it.
  var members: [(String, JSONValue)] {
    let (event, version, user, reason): (JSONValue, JSONValue, String?, String?) =
      switch cause {
      case .event(let id, let version): (.integer(id), .integer(version), nil, nil)
      case .hand(let user, let reason): (.null, .null, user, reason)
      case .none: (.null, .null, nil, nil)
      }
    return [
      ("from", .string(from.rawValue)), ("to", .string(to.rawValue)), ("at", .string(at.iso)), ("event", event),
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
