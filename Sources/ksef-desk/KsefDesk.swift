import ArgumentParser
import DeskPrinting
import RenderCommands

@main
struct KsefDesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ksef-desk",
    abstract: "The offline desk: whose certificates, which working mode, what waits and until when.",
    discussion: """
      When KSeF or the network is down, invoices are issued offline. The desk knows
      whether they may be, signs with the right certificate, keeps every one of them
      and its exact XML, and says until when each must be sent. Nothing is ever sent
      over a network.

      EXAMPLES
        How does it stand?
          ksef-desk
        A certificate made in KSeF's application, for the user anna:
          ksef-desk certificate add --certificate firma.crt --key firma.key \\
            --user anna
        The network is down, KSeF isn't:
          ksef-desk mode set offline24 --reason "router broken"
        KSeF announced a failure, and here is what its availability service said:
          ksef-desk event add --file messages.json
        The same read in the newspaper or the BIP:
          ksef-desk event announce --category failure --start "2026-02-03 13:27" \\
            --source "BIP MF"
        Print at the till; the desk chooses mode and certificate, and records it:
          ksef-render invoice.xml -o invoice.pdf --user anna \\
            --desk ~/.local/share/ksef-desk
        What must be sent until when, and why then:
          ksef-desk due list
          ksef-desk due explain FV/17/2026
        The files to be sent; then their numbers come back:
          ksef-desk queue export --output-directory to-send
          ksef-desk queue sent FV/17/2026 --ksef-number 9999999999-…

      docs/offline-desk.md tells it step by step, in Polish and English.

      EXIT CODES
         0  done
         2  refused: the message says what, and what to do; of `due list`:
            something is overdue; of `journal verify`: something was changed
        64  the call is wrong
        74  a file can't be read or written
      """,
    version: KsefRender.configuration.version,
    subcommands: [
      StatusCommand.self, ModeCommand.self, EventCommand.self, CertificateCommand.self, QueueCommand.self,
      DueCommand.self, CalendarCommand.self, JournalCommand.self, BackupCommand.self,
    ],
    defaultSubcommand: StatusCommand.self)

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // As `ksef-render --desk` calls it.
    guard arguments.first != Doors.word else {
      return Doors.$desk.withValue(LedgerDoor()) {
        Doors.$prelude.withValue([Doors.word]) { KsefRender.call(Array(arguments.dropFirst())) }
      }
    }
    main(arguments)
  }
}
