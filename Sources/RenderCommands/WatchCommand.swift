import ArgumentParser
import FAInvoice
import Findings
import PrintRuns
import PrintWorkers

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Print whatever others put into a folder, until told to end.",
    discussion: BatchHelp.watch)

  @Argument(help: ArgumentHelp("The folder that is watched.", valueName: "directory"))
  var folder: String

  @Option(
    name: [.short, .long], help: ArgumentHelp("Where the PDFs go; made where it is missing.", valueName: "directory"))
  var outputDirectory: String

  @Option(
    help: ArgumentHelp(
      "How the PDFs are called, such as {seller}/{year}/{number}.pdf. Default: {source}.pdf.", valueName: "pattern"))
  var name: String?

  @Option(
    help: ArgumentHelp("Where the XML goes once it is printed. Default: it stays where it is.", valueName: "directory"))
  var moveDone: String?

  @Option(
    help: ArgumentHelp(
      "Where the XML goes that can't be printed. Default: it stays, and the next call tries it again.",
      valueName: "directory"))
  var moveRefused: String?

  @Option(
    help: ArgumentHelp("How many invoices are printed at a time. Default: one for each processor.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var printing: PrintingOptions

  mutating func validate() throws {
    guard ![folder, outputDirectory, moveDone ?? "-", moveRefused ?? "-"].contains("") else {
      throw ValidationError("A name is empty.")
    }
    guard (1...256).contains(jobs ?? 1) else { throw ValidationError("--jobs takes 1 to 256.") }
  }

  func run() throws {
    let language = printing.messageLanguage
    try reporting(in: language) { () throws(Obstacle) in
      try printing.enter()
      let names = try name.map { (text) throws(Obstacle) in try NamePattern(text) } ?? .standard
      var settings = PrintRunSettings(options: try printing.fingerprint(names))
      settings.names = names
      settings.resuming = .whereRecorded
      settings.waitsForDisk = true
      let crew = try printing.crew(size: jobs ?? PrintCrew.sizeOfMachine)
      let output = try OutputFolder(outputDirectory, owner: .content)
      let watched = try WatchedFolder(folder, sizeLimit: FADocument.sizeLimit)
      let watch = try FolderWatch(watched, doneFolder: moveDone, refusedFolder: moveRefused)
      let signals = StopSignals()
      let console = RunConsole(total: nil, showsProgress: false, language: language)
      if let remark = output.remark { console.say(remark) }
      console.say(
        Sentence(
          "Watching \(folder); SIGTERM or Ctrl-C ends it.", pl: "Obserwuję \(folder); kończy SIGTERM albo Ctrl-C."))
      defer { console.finish(watch.counts) }
      try watch.print(into: output, settings, by: crew, until: signals) { (row) throws(Obstacle) in
        console.tell(row)
        if let print = row.output, row.verdict == .printed {
          console.say(Sentence("\(row.source): \(print)", pl: "\(row.source): \(print)"))
        }
      }
    }
  }
}
