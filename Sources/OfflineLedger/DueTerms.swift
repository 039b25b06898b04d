public import Findings
import GRDB
public import KSeFIdentifiers
public import OfflineRules

/// All that the due dates of a desk's invoices rest on, as it is known at one moment; nothing of it is stored.
public struct DueTerms: Sendable {
  /// What has been announced.
  public let history: EventHistory
  /// Which days are counted: those of the act, and the days off that were written down here.
  public let calendar: WorkingCalendar
  private let timeline: ModeTimeline
  private let now: Moment

  init(_ database: Database, _ environment: KSeFEnvironment, daysOff: Set<CalendarDate> = [], now: Moment) throws {
    let facts = try ModeFacts(database, environment)
    history = EventHistory(facts.sightings)
    timeline = facts.timeline
    calendar = WorkingCalendar(extraDaysOff: try Ledger.daysOff(database).union(daysOff))
    self.now = now
  }

  /// Until when an invoice must be sent, and why.
  public func due(_ invoice: IssuedInvoice) -> DueDate {
    var waiting = WaitingInvoice(
      issueDate: invoice.identity.issueDate, issuedAt: invoice.firstRecorded, mode: invoice.mode,
      eventID: invoice.eventID)
    waiting.setAside = timeline.setAside(at: invoice.firstRecorded)
    return DueDate(of: waiting, in: history, calendar: calendar, asOf: now)
  }
}

extension Ledger {
  /// What due dates rest on now.
  ///
  /// - Parameter daysOff: besides those that were written down here.
  /// - Throws: what keeps the records from being read.
  public func dueTerms(
    in environment: KSeFEnvironment, daysOff: Set<CalendarDate> = []
  ) throws(Obstacle) -> DueTerms {
    let now = clock()
    return try read { database in try DueTerms(database, environment, daysOff: daysOff, now: now) }
  }
}
