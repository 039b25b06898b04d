import CCUPS
import Findings

/// How a queue stands.
struct QueueState: Sendable, Hashable {
  /// Whether it takes jobs.
  let accepts: Bool
  /// Whether it is stopped: by somebody, or by CUPS after a failure.
  let isStopped: Bool
  /// What the printer reports (`printer-state-reasons`), without the ends `-error`, `-warning` and `-report`.
  let reasons: [String]
  /// What the printer says in words, may be empty.
  let message: String
  /// The dots per inch in which the printer's driver makes pages; nil where it doesn't say.
  let dotsPerInch: Double?

  /// - Throws: `printer.server-failed`.
  init(of queue: String, _ server: PrintServer) throws(Obstacle) {
    let answer = try server.ask(
      IPP_OP_GET_PRINTER_ATTRIBUTES, queue: queue,
      [
        "printer-state", "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs",
        "printer-resolution-default",
      ])
    accepts = answer.flag("printer-is-accepting-jobs") ?? true
    isStopped = answer.integer("printer-state") == Int32(IPP_PSTATE_STOPPED.rawValue)
    reasons = answer.words("printer-state-reasons").map(QueueState.withoutWeight).filter { $0 != "none" }
    message = answer.words("printer-state-message").first ?? ""
    dotsPerInch = answer.resolution("printer-resolution-default")
  }

  private static func withoutWeight(_ reason: String) -> String {
    for end in ["-error", "-warning", "-report"] where reason.hasSuffix(end) {
      return String(reason.dropLast(end.count))
    }
    return reason
  }

  /// What keeps it from printing, in words; nil where nothing is known that does.
  var trouble: Sentence? {
    for reason in reasons {
      switch reason {
      case "media-empty", "media-needed":
        return Sentence("The printer is out of paper.", pl: "W drukarce skończył się papier.")
      case "media-jam": return Sentence("Paper is jammed in the printer.", pl: "W drukarce zaciął się papier.")
      case "cover-open", "door-open":
        return Sentence("The printer's cover is open.", pl: "Pokrywa drukarki jest otwarta.")
      case "offline", "timed-out":
        return Sentence("The printer is offline.", pl: "Drukarka jest w trybie offline.")
      case "toner-empty", "marker-supply-empty":
        return Sentence("The printer is out of toner or ink.", pl: "W drukarce skończył się toner lub tusz.")
      case "connecting-to-device":
        return Sentence("The printer can't be reached.", pl: "Nie można połączyć się z drukarką.")
      default: continue
      }
    }
    guard isStopped else { return nil }
    let said = message.isEmpty ? "" : " (\(message))"
    return Sentence("The queue is paused\(said).", pl: "Kolejka jest wstrzymana\(said).")
  }
}
