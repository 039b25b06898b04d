import ArgumentParser
import Findings
import Glibc
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import RenderCommands
import WholeFiles

struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "The journal of working modes: show it, check that nothing in it was changed.",
    subcommands: [Show.self, Verify.self], defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every change of mode, with its cause and evidence.")
    @Flag(help: "Everything: also announcements, certificates and invoices.")
    var all = false
    @Option(help: "How it is told: text, json, csv, or pdf for the records on paper.")
    var report: JournalForm = .text
    @Option(name: [.short, .long], help: ArgumentHelp("Where it goes; - for standard output.", valueName: "file"))
    var output: String = "-"
    @OptionGroup var place: DeskPlace

    mutating func validate() throws {
      guard report != .pdf || output != "-" || isatty(STDOUT_FILENO) == 0 else {
        throw ValidationError("A PDF doesn't go to a terminal: give -o FILE.")
      }
    }

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        // What changed by itself since the last call belongs into it.
        for environment in KSeFEnvironment.allCases { _ = try ledger.mode(in: environment) }
        let entries = try ledger.journal(all ? [] : [.mode, .set, .end])
        var lines: [JournalLine] = []
        for entry in entries { lines.append(try JournalLine(entry)) }
        let bytes =
          switch report {
          case .text: Array(lines.map { $0.text(in: language, width: lines.last?.digits ?? 0) + "\n" }.joined().utf8)
          case .json: Array((JSONValue.array(lines.map(\.json)).text + "\n").utf8)
          case .csv: Array(JournalLine.csv(lines, in: language).utf8)
          case .pdf: try JournalPrint(lines, of: ledger, in: language).pdf()
          }
        try writeWholeFile(bytes, to: output)
      }
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check that every entry is as it was written, and that the queue agrees with the journal.",
      discussion: """
        What was cut off at the end shows only against a hash that was kept elsewhere: \
        note the one that this command gives, on paper or with somebody else, and give \
        it back with --kept.
        """)
    // A hash may begin with a dash.
    @Option(
      parsing: .unconditional, help: ArgumentHelp("A hash that this command gave before.", valueName: "hash"))
    var kept: String?
    @OptionGroup var place: DeskPlace

    func run() throws {
      var isWhole = false
      try place.work { (ledger, language) throws(Obstacle) in
        let (findings, entries, head) = try ledger.verifyJournal(kept: kept)
        report(findings, in: language)
        isWhole = !findings.contains { $0.severity == .refused }
        say(
          isWhole
            ? Sentence(
              "The journal is whole: \(entries) entries.", pl: "Dziennik jest nienaruszony, wpisy: \(entries).")
            : Sentence(
              "The journal isn't as it was written.",
              pl: "Dziennik nie jest taki, jaki zapisano."), in: language)
        say(Sentence("Hash of the last entry: \(head)", pl: "Skrót ostatniego wpisu: \(head)"), in: language)
      }
      if !isWhole { throw ExitCode(2) }
    }
  }
}

enum JournalForm: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case csv
  case pdf
}
