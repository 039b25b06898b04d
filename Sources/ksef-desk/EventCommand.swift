import ArgumentParser
import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import RenderCommands
import WholeFiles

struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Take in what KSeF announces: failures, their ends, maintenance.",
    subcommands: [Add.self, Announce.self, List.self], defaultSubcommand: List.self)

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in what the availability service answered (/status or /messages).",
      discussion: """
        Messages may come in any order and as often as you like. That the service can't
        be reached is never a failure of KSeF, and changes nothing.
        """)
    @Option(help: ArgumentHelp("The answer as a file (JSON); - for standard input.", valueName: "file"))
    var file: String
    @OptionGroup var user: ActingUser
    @OptionGroup var environment: DeskEnvironment
    @OptionGroup var place: DeskPlace

    func run() throws {
      try place.work(settingUp: true) { (ledger, language) throws(Obstacle) in
        let feed = try AvailabilityFeed.read(try readWholeFile(file, limit: 1 << 20), fileName: file)
        report(feed.findings, in: language)
        let (added, mode) = try ledger.take(feed.messages, from: file, by: user.name, in: environment.environment)
        say(
          Sentence(
            "Messages: \(feed.messages.count), new: \(added).",
            pl: "Komunikaty: \(feed.messages.count), nowe: \(added)."),
          in: language)
        let history = try ledger.history(in: environment.environment)
        say(mode.sentence(history), in: language)
        if feed.status == "AVAILABLE", case .event(let id, _) = mode.cause {
          notice(
            Sentence(
              "The service says that KSeF is available, yet the end of event \(id) wasn't announced: look at the BIP, or end the mode by hand (ksef-desk mode end).",
              pl:
                "Usługa podaje, że KSeF jest dostępny, lecz końca zdarzenia \(id) nie ogłoszono: sprawdź BIP albo zakończ tryb ręcznie (ksef-desk mode end)."
            ), in: language)
        }
        if let status = feed.status, ["FAILURE", "TOTAL_FAILURE"].contains(status),
          mode.mode == .online || mode.mode == .offline24
        {
          notice(
            Sentence(
              "The service says \(status), yet no message that could be read tells of a failure that runs now: look at the BIP.",
              pl: "Usługa podaje \(status), lecz żaden odczytany komunikat nie mówi o trwającej awarii: sprawdź BIP."),
            in: language)
        }
        for doubt in history.doubts(at: ledger.now) { notice(doubt, in: language) }
      }
    }
  }

  struct Announce: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down an announcement that you read elsewhere: in the BIP, in a newspaper.",
      discussion: "Its end is written down by the same call with --event and --end.")
    @Option(help: "What was announced: failure, maintenance or total-failure.")
    var category: AnnouncedCategory
    @Option(help: ArgumentHelp("When it begins, Polish time.", valueName: "YYYY-MM-DD hh:mm"))
    var start: PolishClock
    @Option(help: ArgumentHelp("When it ends or ended, Polish time.", valueName: "YYYY-MM-DD hh:mm"))
    var end: PolishClock?
    @Option(help: ArgumentHelp("When it was announced, Polish time. Default: now.", valueName: "YYYY-MM-DD hh:mm"))
    var announced: PolishClock?
    @Option(help: ArgumentHelp("Where you read it.", valueName: "text"))
    var source: String
    // What one writes down oneself has a negative number, which looks like an option.
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The number of an event that is already on record.", valueName: "number"))
    var event: Int?
    @OptionGroup var user: ActingUser
    @OptionGroup var environment: DeskEnvironment
    @OptionGroup var place: DeskPlace

    mutating func validate() throws {
      guard !source.isBlank else { throw ValidationError("--source takes a few words.") }
    }

    func run() throws {
      try place.work(settingUp: true) { (ledger, language) throws(Obstacle) in
        let state = try ledger.announce(
          category.category, start: start.moment, end: end?.moment, announced: announced?.moment, source: source,
          event: event, by: user.name, in: environment.environment)
        let history = try ledger.history(in: environment.environment)
        say(state.sentence(history), in: language)
        for doubt in history.doubts(at: ledger.now) { notice(doubt, in: language) }
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What was announced, as it is known now.")
    @OptionGroup var environment: DeskEnvironment
    @OptionGroup var place: DeskPlace
    @OptionGroup var list: ListOptions

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let events = try ledger.history(in: environment.environment).events
        list.tell(.array(events.map(\.json))) {
          guard !events.isEmpty else {
            return say(Sentence("Nothing was announced.", pl: "Nic nie ogłoszono."), in: language)
          }
          var table = TextTable(
            [
              Sentence("Event", pl: "Zdarzenie"), Sentence("Name", pl: "Nazwa"), Sentence("What", pl: "Rodzaj"),
              Sentence("Announced", pl: "Ogłoszono"), Sentence("Start", pl: "Początek"), Sentence("End", pl: "Koniec"),
            ], in: language)
          for event in events {
            table.add([
              String(event.id), event.name, event.category.name.text(in: language), event.announced.clock,
              event.start.clock, event.end?.clock ?? "-",
            ])
          }
          table.show()
        }
      }
    }
  }
}

/// The kinds of announcement as the command line calls them.
enum AnnouncedCategory: String, ExpressibleByArgument, CaseIterable {
  case failure
  case maintenance
  case totalFailure = "total-failure"

  init(_ category: AvailabilityMessage.Category) {
    switch category {
    case .failure: self = .failure
    case .maintenance: self = .maintenance
    case .totalFailure: self = .totalFailure
    }
  }

  var category: AvailabilityMessage.Category {
    switch self {
    case .failure: .failure
    case .maintenance: .maintenance
    case .totalFailure: .totalFailure
    }
  }
}

/// A moment as Polish clocks show it: `2026-02-03 13:27`.
struct PolishClock: ExpressibleByArgument {
  let moment: Moment

  init?(argument: String) {
    let parts = argument.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, let day = CalendarDate(iso: String(parts[0])) else { return nil }
    let time = parts[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard time.count == 2, let hour = time[0], let minute = time[1], (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    // On the two days of the year when clocks change, a time after midnight may be an hour off that count.
    let begin = Moment.startOfDay(day).unixSeconds + Int64(hour * 3600 + minute * 60)
    let wanted = "\(day.printed) \(parts[1])"
    let candidates = [begin, begin - 3600, begin + 3600].map(Moment.init(unixSeconds:))
    guard let moment = candidates.first(where: { $0.clock == wanted }) else { return nil }
    self.moment = moment
  }
}

extension AvailabilityMessage.Category {
  var name: Sentence {
    switch self {
    case .failure: Sentence("failure", pl: "awaria")
    case .maintenance: Sentence("maintenance", pl: "niedostępność")
    case .totalFailure: Sentence("total failure", pl: "awaria całkowita")
    }
  }
}

extension EventHistory {
  /// What a person should look at: a failure that he wrote down himself and that the service tells of, too.
  func doubts(at now: Moment) -> [Sentence] {
    let failures = events.filter { $0.category != .maintenance }
    guard let own = failures.first(where: { $0.id < 0 && $0.isInForce(at: now) }),
      let other = failures.first(where: { $0.id > 0 && !$0.isOver(at: own.start) && $0.start <= now })
    else { return [] }
    let call =
      "ksef-desk event announce --event \(own.id) --category \(AnnouncedCategory(own.category).rawValue) --start \"\(own.start.typed)\" --end \"…\" --source \"…\""
    return [
      Sentence(
        "Event \(own.id), written down by hand, still runs, and event \(other.id) is of the same time. If they are one, write down its end: \(call)",
        pl:
          "Zdarzenie \(own.id), zapisane ręcznie, wciąż trwa, a zdarzenie \(other.id) jest z tego samego czasu. Jeżeli to jedno i to samo, zapisz jego koniec: \(call)"
      )
    ]
  }
}

extension Moment {
  /// As the command line takes it: `2026-02-03 13:27`.
  fileprivate var typed: String { "\(day.iso) \(clock.suffix(5))" }
}

extension AvailabilityEvent {
  var json: JSONValue {
    .object([
      ("event", .integer(id)), ("name", .string(name)), ("category", .string(category.rawValue)),
      ("announced", .string(announced.iso)), ("start", .string(start.iso)), ("end", .text(end?.iso)),
      ("version", .integer(version)),
    ])
  }
}
