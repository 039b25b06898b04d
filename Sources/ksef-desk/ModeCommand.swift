import ArgumentParser
import Findings
import JSONWriting
import OfflineLedger
import OfflineRules

struct ModeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mode", abstract: "Show, choose and end the working mode.",
    subcommands: [Show.self, Set.self, End.self], defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Which mode is in force, since when and why.")
    @OptionGroup var environment: DeskEnvironment
    @OptionGroup var place: DeskPlace
    @OptionGroup var list: ListOptions

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let state = try ledger.mode(in: environment.environment)
        let history = try ledger.history(in: environment.environment)
        list.tell(state.json) { say(state.sentence(history), in: language) }
      }
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Choose offline24.",
      discussion: """
        Any taxpayer may choose offline24, without a reason to give to anybody; the
        reason is for your own journal. The other modes follow from announcements:
        see `ksef-desk event`. One's own lost network is never a failure of KSeF.
        """)
    @Argument(help: "The mode.")
    var mode: ChosenMode
    @OptionGroup var given: GivenReason
    @OptionGroup var user: ActingUser
    @OptionGroup var environment: DeskEnvironment
    @OptionGroup var place: DeskPlace

    func run() throws {
      try place.work(settingUp: true) { (ledger, language) throws(Obstacle) in
        let state = try ledger.setOffline24(by: user.name, reason: given.reason, in: environment.environment)
        say(state.sentence(try ledger.history(in: environment.environment)), in: language)
        guard state.mode != .offline24 else { return }
        say(
          Sentence(
            "offline24 is noted, and holds once that is over.",
            pl: "Zapisano offline24; zacznie obowiązywać, gdy to się skończy."),
          in: language)
      }
    }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End the mode in force.",
      discussion: """
        A failure that was announced can be switched off, too: your KSeF works again
        and nobody has said so yet. Should it be announced as going on, the mode comes
        back by itself.
        """)
    @OptionGroup var given: GivenReason
    @OptionGroup var user: ActingUser
    @OptionGroup var environment: DeskEnvironment
    @OptionGroup var place: DeskPlace

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let state = try ledger.endMode(by: user.name, reason: given.reason, in: environment.environment)
        say(state.sentence(try ledger.history(in: environment.environment)), in: language)
      }
    }
  }
}

/// The mode that anybody may choose; the others follow from announcements.
enum ChosenMode: String, ExpressibleByArgument, CaseIterable {
  case offline24
}

extension ModeState {
  var json: JSONValue {
    var (event, version, user, reason): (Int?, Int?, String?, String?) = (nil, nil, nil, nil)
    switch cause {
    case .event(let id, let number): (event, version) = (id, number)
    case .hand(let by, let why): (user, reason) = (by, why)
    case .none: break
    }
    return .object([
      ("mode", .string(mode.rawValue)), ("since", mode == .online && cause == .none ? .null : .string(since.iso)),
      ("event", event.map { .integer($0) } ?? .null), ("version", version.map { .integer($0) } ?? .null),
      ("user", .text(user)), ("reason", .text(reason)),
    ])
  }

  func sentence(_ history: EventHistory) -> Sentence {
    let name = mode.name
    switch cause {
    case .none where mode == .online:
      return Sentence("Mode: \(name.english).", pl: "Tryb: \(name.polish).")
    case .none:
      return Sentence("Mode: \(name.english), since \(since.clock).", pl: "Tryb: \(name.polish), od \(since.clock).")
    case .hand(let user, let reason):
      return Sentence(
        "Mode: \(name.english), since \(since.clock), by \(user): \(reason).",
        pl: "Tryb: \(name.polish), od \(since.clock), \(user): \(reason).")
    case .event(let id, let version):
      let event = history.event(id, for: mode)?.name ?? String(id)
      return Sentence(
        "Mode: \(name.english), since \(since.clock), by announcement \(event) (event \(id), version \(version)).",
        pl: "Tryb: \(name.polish), od \(since.clock), komunikat \(event) (zdarzenie \(id), wersja \(version)).")
    }
  }
}

extension WorkingMode {
  /// What people call it.
  var name: Sentence {
    switch self {
    case .online: Sentence("online", pl: "online")
    case .offline24: Sentence("offline24", pl: "offline24")
    case .unavailability: Sentence("unavailability (art. 106nh)", pl: "niedostępność KSeF (art. 106nh)")
    case .emergency: Sentence("emergency (art. 106nf)", pl: "awaryjny (art. 106nf)")
    case .totalFailure: Sentence("total failure (art. 106ng)", pl: "awaria całkowita (art. 106ng)")
    }
  }
}
