import ArgumentParser
import Certificates
import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import OfflineRules

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "How it stands: mode, certificates, what waits (the default command).")
  @OptionGroup var environment: DeskEnvironment
  @OptionGroup var place: DeskPlace
  @OptionGroup var list: ListOptions
  @OptionGroup var calendar: CalendarOptions

  func run() throws {
    try place.work { (ledger, language) throws(Obstacle) in
      let state = try ledger.mode(in: environment.environment)
      let history = try ledger.history(in: environment.environment)
      let desk = try DueDesk(ledger, calendar, environment.environment)
      let waiting = try ledger.issued(in: environment.environment, waitingOnly: true)
        .filter(desk.mustBeSent)
      let late = waiting.filter(desk.isOverdue)
      let next = waiting.compactMap(desk.dueDay).min()
      let certificates = try ledger.certificates(in: environment.environment)
      let now = ledger.now
      let signing = certificates.filter { $0.signs(at: now) }
      let json = JSONValue.object([
        ("environment", .string(environment.environment.rawValue)), ("mode", state.json),
        ("waiting", .integer(waiting.count)), ("overdue", .integer(late.count)), ("nextDue", .text(next?.iso)),
        ("certificates", .array(certificates.map { $0.json(at: now) })),
      ])
      list.tell(json) {
        say(state.sentence(history), in: language)
        say(
          Sentence(
            "Waiting to be sent: \(waiting.count), overdue: \(late.count)"
              + (next.map { ", the next due on \($0.printed)." } ?? "."),
            pl: "Czeka na wysłanie: \(waiting.count), po terminie: \(late.count)"
              + (next.map { ", najbliższy termin \($0.printed)." } ?? ".")), in: language)
        say(
          Sentence(
            "Certificates that can sign now: \(signing.count) of \(certificates.count) (\(environment.environment.rawValue)).",
            pl:
              "Certyfikaty, które mogą teraz podpisać: \(signing.count) z \(certificates.count) (\(environment.environment.rawValue))."
          ),
          in: language)
        for certificate in certificates {
          guard case .expiring = certificate.state(at: now) else { continue }
          let (serial, state) = (certificate.certificate.serialText, certificate.stateText(at: now))
          say(
            Sentence(
              "Certificate \(serial) of \(certificate.user) \(state.english): request a new one.",
              pl: "Certyfikat \(serial), \(certificate.user), \(state.polish): złóż wniosek o nowy."
            ),
            in: language)
        }
      }
    }
  }
}
