import CSVWriting
import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import Presentation

/// An entry as it is shown.
struct JournalLine {
  private let entry: JournalEntry
  private let particulars: [(name: String, value: String)]

  init(_ entry: JournalEntry) throws(Obstacle) {
    self.entry = entry
    particulars = try entry.particulars
  }

  /// - Parameter width: of the column of numbers.
  func text(in language: Language, width: Int) -> String {
    let number = String(entry.number)
    return String(repeating: " ", count: max(0, width - number.count))
      + "\(number)  \(entry.recorded.clock)  \(sentence.text(in: language).printable)"
  }

  /// How many digits its number has.
  var digits: Int { String(entry.number).count }

  /// When it was written down.
  var recorded: Moment { entry.recorded }

  /// As a row of a print: number, day over time, what happened, with the entry's hash under it.
  func row(in language: Language) -> Table.Row {
    let clock = entry.recorded.clock.split(separator: " ")
    return Table.Row(
      [
        Table.Cell(String(entry.number)), Table.Cell(String(clock[0]), secondary: clock.last.map(String.init)),
        Table.Cell(sentence.text(in: language).printable, secondary: Base64URL.encode(entry.hash)),
      ])
  }

  var json: JSONValue {
    .object([
      ("number", .integer(entry.number)), ("recorded", .string(entry.recorded.iso)),
      ("kind", .string(entry.kind.rawValue)), ("content", .string(entry.content)),
      ("hash", .string(Base64URL.encode(entry.hash))),
    ])
  }

  static func csv(_ lines: [JournalLine], in language: Language) -> String {
    var text = CSVRow.byteOrderMark + CSVRow(["number", "recorded", "kind", "what", "hash"], in: language).text
    for line in lines {
      text +=
        CSVRow(
          [
            String(line.entry.number), line.entry.recorded.iso, line.entry.kind.rawValue,
            line.sentence.text(in: language),
            Base64URL.encode(line.entry.hash),
          ], in: language
        ).text
    }
    return text
  }

  /// What happened; of another KSeF than the production one it says which.
  private var sentence: Sentence {
    let said = whatHappened
    guard let environment = particulars.first(where: { $0.name == "environment" })?.value, environment != "production"
    else { return said }
    return Sentence("[\(environment)] \(said.english)", pl: "[\(environment)] \(said.polish)")
  }

  private var whatHappened: Sentence {
    let facts = Dictionary(particulars.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    func fact(_ name: String) -> String { facts[name] ?? "-" }
    func mode(_ name: String) -> Sentence {
      facts[name].flatMap(WorkingMode.init(rawValue:))?.name ?? Sentence("?", pl: "?")
    }
    func clock(_ name: String) -> String? { facts[name].flatMap { Moment(iso: $0) }?.clock }
    let hand = facts["user"].map { "\($0): \(fact("reason"))" }
    switch entry.kind {
    case .opened: return Sentence("The desk was set up.", pl: "Założono biuro offline.")
    case .event:
      return Sentence(
        "Announcement \(fact("id")) (event \(fact("eventId")), version \(fact("version"))): \(announced(facts).english), from \(clock("start") ?? "-") to \(clock("end") ?? "…"); source \(fact("source")).",
        pl:
          "Komunikat \(fact("id")) (zdarzenie \(fact("eventId")), wersja \(fact("version"))): \(announced(facts).polish), od \(clock("start") ?? "-") do \(clock("end") ?? "…"); źródło \(fact("source"))."
      )
    case .set: return Sentence("offline24 chosen, \(hand ?? "-").", pl: "Wybrano offline24, \(hand ?? "-").")
    case .end:
      return Sentence(
        "\(mode("mode").english) ended by hand, \(hand ?? "-").",
        pl: "Zakończono ręcznie: \(mode("mode").polish), \(hand ?? "-").")
    case .mode:
      let at = clock("at") ?? "-"
      let cause: Sentence =
        if let event = facts["event"] {
          Sentence("event \(event), version \(fact("version"))", pl: "zdarzenie \(event), wersja \(fact("version"))")
        } else if let hand {
          Sentence(hand, pl: hand)
        } else {
          Sentence("what was in force ended", pl: "koniec poprzedniego")
        }
      return Sentence(
        "Mode \(mode("from").english) -> \(mode("to").english) since \(at); \(cause.english).",
        pl: "Tryb \(mode("from").polish) -> \(mode("to").polish) od \(at); \(cause.polish).")
    case .certificate:
      return Sentence(
        "Certificate \(fact("serial")) of \(fact("user")) \(done(fact("act")).english).",
        pl: "Certyfikat \(fact("serial")), \(fact("user")): \(done(fact("act")).polish).")
    case .issued:
      return Sentence(
        "Invoice \(fact("number")) issued, \(mode("mode").english), by \(fact("user")), hash \(fact("hash")).",
        pl: "Wystawiono fakturę \(fact("number")), \(mode("mode").polish), \(fact("user")), skrót \(fact("hash")).")
    case .reprinted:
      return Sentence(
        "Printed again by \(fact("user")), hash \(fact("hash")).",
        pl: "Ponowny wydruk, \(fact("user")), skrót \(fact("hash")).")
    case .sent:
      return Sentence(
        "Invoice \(fact("number")) accepted by KSeF as \(fact("ksefNumber")).",
        pl: "KSeF przyjął fakturę \(fact("number")) jako \(fact("ksefNumber")).")
    case .dayOff:
      let day = facts["day"].flatMap(CalendarDate.init(iso:))?.printed ?? "-"
      return facts["off"] == "true"
        ? Sentence("\(day) is a day off, \(hand ?? "-").", pl: "\(day) jest dniem wolnym, \(hand ?? "-").")
        : Sentence("\(day) is no day off, \(hand ?? "-").", pl: "\(day) nie jest dniem wolnym, \(hand ?? "-").")
    case .abandoned:
      return Sentence(
        "Invoice \(fact("number")) given up, \(hand ?? "-").",
        pl: "Zaniechano faktury \(fact("number")), \(hand ?? "-").")
    case .reopened:
      return Sentence(
        "Invoice \(fact("number")) waits again, \(hand ?? "-").",
        pl: "Faktura \(fact("number")) znowu czeka, \(hand ?? "-").")
    case .rejected:
      return Sentence(
        "Invoice \(fact("number")) refused by KSeF: \(fact("reason")).",
        pl: "KSeF odrzucił fakturę \(fact("number")): \(fact("reason")).")
    }
  }

  /// What an announcement says, by its category and type.
  private func announced(_ facts: [String: String]) -> Sentence {
    let category = facts["category"].flatMap(AvailabilityMessage.Category.init(rawValue:))?.name
    let what = category ?? Sentence("?", pl: "?")
    switch facts["type"].flatMap(AvailabilityMessage.Kind.init(rawValue:)) {
    case .failureStart: return Sentence("\(what.english), begun", pl: "\(what.polish), początek")
    case .failureEnd: return Sentence("\(what.english), over", pl: "\(what.polish), koniec")
    case .maintenanceAnnouncement, nil: return what
    }
  }

  /// What was done to a certificate.
  private func done(_ act: String) -> Sentence {
    switch act {
    case "added": Sentence("was added", pl: "dodano")
    case "preferred": Sentence("was put before the user's others", pl: "wybrano jako pierwszy")
    case "withdrawn": Sentence("was marked as withdrawn", pl: "oznaczono jako wycofany")
    case "removed": Sentence("was removed with its key", pl: "usunięto razem z kluczem")
    default: Sentence(act, pl: act)
    }
  }
}
