import ArgumentParser
import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import OfflineRules

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Days off by statutes of their own, besides those of the act.",
    discussion: """
      Saturdays, Sundays and the days off of the act of 18.01.1951 are known. A single \
      day that a statute proclaims, as 12.11.2018 was, is written down here.
      """,
    subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The days that were written down.")
    @OptionGroup var place: DeskPlace
    @OptionGroup var list: ListOptions

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let days = try ledger.daysOff().sorted { $0.dayNumber < $1.dayNumber }
        list.tell(.array(days.map { .string($0.iso) })) {
          guard !days.isEmpty else {
            return say(
              Sentence("No days besides those of the act.", pl: "Żadnych dni poza dniami z ustawy."), in: language)
          }
          for day in days { print(day.printed) }
        }
      }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write down a day off.")
    @Argument(help: ArgumentHelp("The day.", valueName: "YYYY-MM-DD"))
    var day: CalendarDate
    @Option(help: ArgumentHelp("The statute.", valueName: "text"))
    var source: String
    @OptionGroup var user: ActingUser
    @OptionGroup var place: DeskPlace

    mutating func validate() throws {
      guard !source.isBlank else { throw ValidationError("--source takes a few words.") }
    }

    func run() throws {
      try place.work(settingUp: true) { (ledger, language) throws(Obstacle) in
        try ledger.addDayOff(day, source: source, by: user.name)
        say(
          Sentence("\(day.printed) isn't a working day.", pl: "\(day.printed) nie jest dniem roboczym."), in: language)
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take back that a day is off.")
    @Argument(help: ArgumentHelp("The day.", valueName: "YYYY-MM-DD"))
    var day: CalendarDate
    @OptionGroup var given: GivenReason
    @OptionGroup var user: ActingUser
    @OptionGroup var place: DeskPlace

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let wasThere = try ledger.removeDayOff(day, reason: given.reason, by: user.name)
        say(
          wasThere
            ? Sentence("\(day.printed) is no longer written down.", pl: "\(day.printed) skreślono.")
            : Sentence("\(day.printed) wasn't written down.", pl: "\(day.printed) nie było zapisane."), in: language)
      }
    }
  }
}
