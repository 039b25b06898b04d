import Findings
import KSeFIdentifiers

/// What a person should know about a due date besides the date.
extension Finding {
  static var sentLater: Finding {
    Finding(
      "due.sent-later", .warning,
      Sentence(
        "Whether an online invoice that is sent after its date has a due date at all is disputed; the next working day is the safe reading.",
        pl:
          "Nie jest pewne, czy faktura online wysłana po swojej dacie w ogóle ma termin; bezpiecznie przyjąć następny dzień roboczy."
      ), source: "art. 106nda ust. 16")
  }

  static var eventUnknown: Finding {
    Finding(
      "due.event-unknown", .warning,
      Sentence(
        "The announcement under which the invoice was issued isn't on record; the date is that of offline24.",
        pl: "Brak komunikatu, na podstawie którego wystawiono fakturę; podano termin jak dla offline24."))
  }

  static func maintenanceAhead(_ event: AvailabilityEvent, _ day: CalendarDate) -> Finding {
    Finding(
      "due.maintenance-ahead", .warning,
      Sentence(
        "Maintenance \(event.name) begins \(event.start.clock), before the due date \(day.printed) has passed, and doesn't move it: send before.",
        pl:
          "Niedostępność \(event.name) zaczyna się \(event.start.clock), przed końcem terminu \(day.printed), i go nie przesuwa: wyślij wcześniej."
      ), source: "art. 106nda")
  }

  static func endsAtMidnight(_ event: AvailabilityEvent, _ end: Moment) -> Finding {
    Finding(
      "due.ends-at-midnight", .info,
      Sentence(
        "\(event.name) ends at \(end.clock) sharp: that day, which then begins, counts as the day of its end.",
        pl: "\(event.name) kończy się dokładnie \(end.clock): za dzień końca uznano ten, który się wtedy zaczyna."))
  }
}
