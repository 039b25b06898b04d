public import Findings
public import KSeFIdentifiers

/// An invoice that waits to be sent, as far as its due date depends on it.
public struct WaitingInvoice: Sendable, Hashable {
  /// Date of issue (`P_1`).
  public let issueDate: CalendarDate
  /// When it was printed; nil where nobody knows.
  public let issuedAt: Moment?
  /// How it was issued.
  public let mode: WorkingMode
  /// The event that put that mode in force (`eventId`).
  public let eventID: Int?
  /// The events that had been ended by hand when it was issued: it was issued as if they were over.
  public var setAside: Set<Int> = []

  /// An invoice that waits to be sent.
  public init(issueDate: CalendarDate, issuedAt: Moment? = nil, mode: WorkingMode, eventID: Int? = nil) {
    self.issueDate = issueDate
    self.issuedAt = issuedAt
    self.mode = mode
    self.eventID = eventID
  }

  /// Whether it was late, as if it had been issued in offline24, before an event came into force: then it isn't issued
  /// under that event, and isn't helped by it.
  public func wasLate(before event: AvailabilityEvent, calendar: WorkingCalendar = WorkingCalendar()) -> Bool {
    Moment.endOfDay(calendar.next(after: issueDate)) <= event.beginning
  }

  /// When its waiting began: the print, where it was made on the date of issue; else that day's last moment, so that no
  /// failure that was over before helps it.
  var waitsSince: Moment {
    if let issuedAt, issuedAt.day == issueDate { return issuedAt }
    return Moment(unixSeconds: Moment.endOfDay(issueDate).unixSeconds - 1)
  }
}

/// One step on the way to a due date.
public struct DueStep: Sendable, Hashable {
  /// Stable: `base.offline24`, `extended.failure`, `lifted.total-failure` …
  public let rule: String
  /// The provision: `art. 106nda`.
  public let source: String
  /// What follows, in words.
  public let sentence: Sentence
  /// The event that it rests on.
  public let eventID: Int?
}

/// Until when an invoice must be sent to KSeF, computed from what is known now.
///
/// Four readings are ours, where the rules leave room; each grants less time rather than more. A failure helps only an
/// invoice that was waiting while it ran. A date never moves forward in the calendar by a failure that ended long before.
/// What was late when a failure, even a total one, was announced stays late. And a due date that rests on an end that
/// lies ahead is called planned.
///
/// Source: offline-rules, "Deadline algorithm".
public struct DueDate: Sendable, Hashable {
  /// What follows for the invoice.
  public enum Outcome: Sendable, Hashable {
    /// By the end of that day in Poland; planned where it rests on an end that was announced only.
    case by(CalendarDate, isPlanned: Bool)
    /// It follows once the end of that event is known.
    case whenEnded(eventID: Int)
    /// Nothing is to be sent.
    case never
  }

  /// What follows for the invoice.
  public let outcome: Outcome
  /// How it follows.
  public let steps: [DueStep]
  /// What a person should know besides.
  public let cautions: [Finding]

  /// Computes the due date.
  ///
  /// - Parameters:
  ///   - history: all that has been announced.
  ///   - calendar: which days are counted.
  ///   - now: what is announced for later has no effect yet, and an end that lies ahead is a planned one; after all that
  ///     was announced where nothing is said.
  public init(
    of invoice: WaitingInvoice, in history: EventHistory, calendar: WorkingCalendar = WorkingCalendar(),
    asOf now: Moment = Moment(unixSeconds: .max)
  ) {
    var reckoning = DueReckoning(invoice, history, calendar, now)
    reckoning.run()
    (outcome, steps, cautions) = (reckoning.outcome, reckoning.steps, reckoning.cautions)
  }

  /// Whether the due day has passed.
  public func isOverdue(on today: CalendarDate) -> Bool {
    if case .by(let day, _) = outcome { day < today } else { false }
  }
}
