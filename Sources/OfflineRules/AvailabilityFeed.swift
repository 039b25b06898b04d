public import Findings
package import JSONReading
import KSeFIdentifiers

/// An answer of the availability service: `/status`, `/messages`, or one message alone.
///
/// What isn't known is left alone: further members anywhere, and whole messages of a kind that didn't exist yet. So is a
/// message that the service can't have meant: one slip or forgery mustn't move all other dates.
///
/// Source: ksef-api, "Latarnia (availability API)".
public struct AvailabilityFeed: Sendable {
  /// What the service says of KSeF as a whole (`status`): `AVAILABLE`, `MAINTENANCE`, `FAILURE`, `TOTAL_FAILURE`, or a
  /// word that didn't exist yet; nil in answers that don't say it. Only messages put a mode in force, never this alone.
  public let status: String?
  /// The messages that could be read, in the answer's order.
  public let messages: [AvailabilityMessage]
  /// `event.message-unknown`, a warning for each message that was left out; `event.status-alone`, a warning where the
  /// service says that something is wrong and no message says what.
  public let findings: [Finding]

  /// The most bytes of an answer.
  public static let sizeLimit = 1 << 20
  /// The most messages of an answer.
  static let most = 10_000
  /// The statuses that a message must explain.
  private static let troubles: Set<String> = ["MAINTENANCE", "FAILURE", "TOTAL_FAILURE"]

  /// Reads an answer; a byte order mark is skipped, and a message that can't be read never hides the others.
  ///
  /// - Throws: `event.unreadable` for what is no such answer, such as the page of an error; `event.too-many`.
  public static func read(_ bytes: [UInt8], fileName: String) throws(Obstacle) -> AvailabilityFeed {
    guard bytes.count <= sizeLimit else { throw .feedTooLarge(fileName) }
    let answer: ReadJSON
    do throws(NoJSON) {
      answer = try ReadJSON.readForgivingly(bytes)
    } catch {
      throw .feedUnreadable(fileName)
    }
    let items: [ReadJSON]
    var (messages, findings): ([AvailabilityMessage], [Finding]) = ([], [])
    let status = answer["status"]?.text
    if let list = answer.elements {
      items = list
    } else if let status {
      // Where all is well, there may be no messages at all.
      items = answer["messages"]?.elements ?? []
      if items.isEmpty, AvailabilityFeed.troubles.contains(status) {
        findings.append(.statusAlone(status, Place(file: fileName, path: "status")))
      }
    } else if answer["eventId"] != nil {
      items = [answer]
    } else {
      throw .feedUnreadable(fileName)
    }
    guard items.count <= most else { throw .feedTooLarge(fileName) }
    for (index, item) in items.enumerated() {
      if let message = AvailabilityMessage(item), message.isCredible {
        messages.append(message)
      } else {
        findings.append(.messageUnknown(item["id"]?.text, Place(file: fileName, path: "messages[\(index)]")))
      }
    }
    return AvailabilityFeed(status: status, messages: messages, findings: findings)
  }
}

extension AvailabilityMessage {
  /// Nil where a member is missing or has a meaning that isn't known, or the end lies before the start.
  ///
  /// The journal's own entries are read by this too; what a person wrote down has a negative `eventId`.
  package init?(_ item: ReadJSON) {
    guard let id = item["id"]?.text, let eventID = item["eventId"]?.integer,
      let category = item["category"]?.text.flatMap(Category.init(rawValue:)),
      let kind = item["type"]?.text.flatMap(Kind.init(rawValue:)), let version = item["version"]?.integer,
      let start = item["start"]?.text.flatMap({ Moment(iso: $0) }),
      let published = item["published"]?.text.flatMap({ Moment(iso: $0) })
    else { return nil }
    var end: Moment?
    if let given = item["end"], given != .null {
      guard let read = given.text.flatMap({ Moment(iso: $0) }), read >= start else { return nil }
      end = read
    }
    self.init(
      id: id, eventID: eventID, category: category, kind: kind, title: item["title"]?.text ?? "",
      text: item["text"]?.text ?? "", start: start, end: end, version: version, published: published)
  }

  /// Whether the service can have meant it: numbers and times of a real event, and parts that belong together.
  ///
  /// Negative events are a person's, whom no answer may overrule. The bounds of versions and years leave room for a
  /// correction by hand, and keep every later computation from overflowing.
  fileprivate var isCredible: Bool {
    guard (1...Int(Int32.max)).contains(eventID), (1...1_000_000).contains(version),
      [start, end, published].allSatisfy({ $0.map { (2020...2100).contains($0.day.year) } ?? true })
    else { return false }
    return switch (category, kind) {
    case (.maintenance, .maintenanceAnnouncement), (.failure, .failureStart), (.totalFailure, .failureStart): true
    case (.failure, .failureEnd), (.totalFailure, .failureEnd): end != nil
    case (.maintenance, .failureStart), (.maintenance, .failureEnd), (.failure, .maintenanceAnnouncement),
      (.totalFailure, .maintenanceAnnouncement):
      false
    }
  }
}

extension Finding {
  fileprivate static func statusAlone(_ status: String, _ place: Place) -> Finding {
    Finding(
      "event.status-alone", .warning, at: place,
      Sentence(
        "The service says \(status), but no message says what happened and since when; nothing follows from it.",
        pl:
          "Usługa podaje stan \(status), ale żaden komunikat nie mówi, co i od kiedy się dzieje; nic z tego nie wynika."
      ),
      remedy: Sentence(
        "Look for the announcement in the Ministry of Finance's BIP; what it says can be written down by hand.",
        pl: "Poszukaj komunikatu w BIP Ministerstwa Finansów; jego treść można wpisać ręcznie."))
  }

  fileprivate static func messageUnknown(_ id: String?, _ place: Place) -> Finding {
    let name = (id ?? "?").quotedBriefly
    return Finding(
      "event.message-unknown", .warning, at: place,
      Sentence(
        "Message \(name) can't be understood and is left out.",
        pl: "Komunikat \(name) jest niezrozumiały; pominięto go."),
      remedy: Sentence(
        "Read it yourself; what it announces can be written down by hand.",
        pl: "Przeczytaj go; to, co ogłasza, można wpisać ręcznie."))
  }
}

extension Obstacle {
  fileprivate static func feedUnreadable(_ file: String) -> Obstacle {
    Obstacle(
      "event.unreadable", at: Place(file: file),
      Sentence(
        "This is no answer of KSeF's availability service; nothing was changed.",
        pl: "To nie jest odpowiedź usługi dostępności KSeF; niczego nie zmieniono."),
      remedy: Sentence(
        "That the service can't be reached is never a failure of KSeF. Ask it again later.",
        pl: "Brak odpowiedzi usługi nigdy nie jest awarią KSeF. Spróbuj później."))
  }

  fileprivate static func feedTooLarge(_ file: String) -> Obstacle {
    Obstacle(
      "event.too-many", at: Place(file: file),
      Sentence(
        "The answer is larger than a megabyte or has over \(AvailabilityFeed.most) messages.",
        pl: "Odpowiedź jest większa niż megabajt lub ma ponad \(AvailabilityFeed.most) komunikatów."),
      remedy: Sentence("Check that this is the right file.", pl: "Sprawdź, czy to właściwy plik."))
  }
}
