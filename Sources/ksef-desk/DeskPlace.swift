import ArgumentParser
import Findings
import Glibc
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import RenderCommands

/// Which desk, and how it speaks.
struct DeskPlace: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where the desk keeps its records. Default: $XDG_DATA_HOME/ksef-desk, else ~/.local/share/ksef-desk.",
      valueName: "directory"))
  var desk: String?

  @Option(help: "Language of messages: pl or en.")
  var language: Language = .ofEnvironment

  mutating func validate() throws {
    guard desk != "" else { throw ValidationError("--desk takes a folder.") }
  }

  /// - Throws: as `Ledger.init(_:clock:)`.
  private func open(settingUp isNew: Bool) throws(Obstacle) -> Ledger {
    try Ledger(desk ?? DeskPlace.standard, settingUp: isNew)
  }

  /// Does a command's work at the desk.
  ///
  /// - Parameter isNew: whether a desk is set up where there is none; a question never does that.
  func work(settingUp isNew: Bool = false, _ work: (Ledger, Language) throws(Obstacle) -> Void) throws {
    try reporting(in: language) { () throws(Obstacle) in try work(try open(settingUp: isNew), language) }
  }

  private static var standard: String {
    if let data = getenv("XDG_DATA_HOME"), data.pointee != 0 { return String(cString: data) + "/ksef-desk" }
    let home = getenv("HOME").map { String(cString: $0) } ?? "."
    return home + "/.local/share/ksef-desk"
  }
}

/// Who does it.
struct ActingUser: ParsableArguments {
  @Option(help: ArgumentHelp("Who does it. Default: the name under which one is logged in.", valueName: "name"))
  var user: String?

  mutating func validate() throws {
    guard user.map({ !$0.isBlank }) ?? true else { throw ValidationError("--user takes a name.") }
  }

  var name: String { user ?? loginName() }
}

/// Which KSeF.
struct DeskEnvironment: ParsableArguments {
  @Option(help: "Which KSeF: production, demo or test.")
  var environment: KSeFEnvironment = .production
}

/// How a list is told.
enum ListForm: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

struct ListOptions: ParsableArguments {
  @Option(help: "How it is told: text for people, json for programs.")
  var report: ListForm = .text

  /// Tells it in the form that is wanted, on standard output.
  func tell(_ json: @autoclosure () -> JSONValue, _ text: () -> Void) {
    switch report {
    case .text: text()
    case .json: print(json().text)
    }
  }
}

/// Rows under a heading, each column as wide as it must be.
struct TextTable {
  private var rows: [[String]]

  init(_ heading: [Sentence], in language: Language) {
    rows = [heading.map { $0.text(in: language) }]
  }

  mutating func add(_ row: [String]) { rows.append(row.map { $0.printable(upTo: 60) }) }

  func show() {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      print(line)
    }
  }
}

extension String {
  /// Whether there is nothing to be read in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

/// Why something is done, for the journal.
struct GivenReason: ParsableArguments {
  @Option(help: ArgumentHelp("Why, for the journal.", valueName: "text"))
  var reason: String

  mutating func validate() throws {
    guard !reason.isBlank else { throw ValidationError("--reason takes a few words.") }
  }
}

/// Says a sentence on standard output, where it is what was asked for.
func say(_ sentence: Sentence, in language: Language) { print(sentence.text(in: language).printable) }
