import ArgumentParser
import Findings
import OfflineLedger

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy all records into one file, while the tills go on working.",
    discussion: """
      To go back to it, end the tills, and put the copy in the place of ledger.sqlite \
      (ledger.sqlite-wal and ledger.sqlite-shm are deleted then).
      """)
  @Argument(help: ArgumentHelp("A file that isn't there yet.", valueName: "file"))
  var file: String
  @OptionGroup var place: DeskPlace

  func run() throws {
    try place.work { (ledger, language) throws(Obstacle) in
      try ledger.backUp(to: file)
      say(Sentence("Copied to \(file).", pl: "Skopiowano do \(file)."), in: language)
    }
  }
}
