public import Findings
package import JSONReading

/// An answer of the availability service: `/status`, `/messages`, or one message alone.
///
/// What isn't known is left alone: further members anywhere, and whole messages of a kind that didn't exist yet.
///
/// Source: ksef-api, "Latarnia (availability API)".
public struct AvailabilityFeed: Sendable {
  /// The messages that could be read, in the answer's order.
  public let messages: [AvailabilityMessage]
  /// `event.message-unknown`, a warning for each message that was left out.
  public let findings: [Finding]

  /// The most bytes of an answer.
  public static let sizeLimit = 1 << 20
  /// The most messages of an answer.
  static let most = 10_000

  /// Reads an answer; numbers in it are whole, and no member is named twice.
  ///
  /// - Throws: `event.unreadable` for what is no such answer, such as the page of an error; `event.too-many`.
  public static func read(_ bytes: [UInt8], fileName: String) throws(Obstacle) -> AvailabilityFeed {
    guard bytes.count <= sizeLimit else { throw .feedTooLarge(fileName) }
    let answer: ReadJSON
    do throws(NoJSON) {
      answer = try ReadJSON.read(bytes)
    } catch {
      throw .feedUnreadable(fileName)
    }
    let items: [ReadJSON]
    if let list = answer.elements {
      items = list
    } else if answer["status"]?.text != nil {
      // Where all is well, there may be no messages at all.
      items = answer["messages"]?.elements ?? []
    } else if answer["eventId"] != nil {
      items = [answer]
    } else {
      throw .feedUnreadable(fileName)
    }
    guard items.count <= most else { throw .feedTooLarge(fileName) }
    var (messages, findings): ([AvailabilityMessage], [Finding]) = ([], [])
    for (index, item) in items.enumerated() {
      if let message = AvailabilityMessage(item) {
        messages.append(message)
      } else {
        findings.append(.messageUnknown(item["id"]?.text, Place(file: fileName, path: "messages[\(index)]")))
      }
    }
    return AvailabilityFeed(messages: messages, findings: findings)
  }
}

extension AvailabilityMessage {
  /// Nil where a member is missing or has a meaning that isn't known.
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
}

extension Finding {
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
