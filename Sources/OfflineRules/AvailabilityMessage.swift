/// One message of the availability service (`Latarnia`), as KSeF publishes them.
///
/// Source: ksef-api, "Latarnia (availability API)".
public struct AvailabilityMessage: Sendable, Hashable {
  /// What it is about (`category`).
  public enum Category: String, Sendable, Hashable, CaseIterable {
    case failure = "FAILURE"
    case totalFailure = "TOTAL_FAILURE"
    case maintenance = "MAINTENANCE"
  }

  /// What it says (`type`).
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case failureStart = "FAILURE_START"
    case failureEnd = "FAILURE_END"
    case maintenanceAnnouncement = "MAINTENANCE_ANNOUNCEMENT"
  }

  /// The name that people read (`id`): `K/2026/AWR/02`.
  public let id: String
  /// The event that it belongs to (`eventId`).
  public let eventID: Int
  /// What it is about.
  public let category: Category
  /// What it says.
  public let kind: Kind
  /// Its heading (`title`).
  public let title: String
  /// Its text (`text`).
  public let text: String
  /// When the event begins (`start`).
  public let start: Moment
  /// When it ends (`end`); nil where that isn't known yet.
  public let end: Moment?
  /// The higher one is the one that holds (`version`).
  public let version: Int
  /// When it was published (`published`).
  public let published: Moment

  /// A message from its parts.
  public init(
    id: String, eventID: Int, category: Category, kind: Kind, title: String, text: String, start: Moment, end: Moment?,
    version: Int, published: Moment
  ) {
    self.id = id
    self.eventID = eventID
    self.category = category
    self.kind = kind
    self.title = title
    self.text = text
    self.start = start
    self.end = end
    self.version = version
    self.published = published
  }
}

/// A message and when it was told.
public struct Sighting: Sendable, Hashable {
  /// What was said.
  public let message: AvailabilityMessage
  /// When the desk was told.
  public let seen: Moment

  /// A message and when it was told.
  public init(message: AvailabilityMessage, seen: Moment) {
    self.message = message
    self.seen = seen
  }
}
