package import ArgumentParser
package import Findings

/// All of `ksef-render`, for the program of that name and for the desk, which prints in the same way.
package struct KsefRender: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "ksef-render",
    abstract: "Prints KSeF invoices (FA XML) as PDF or on a printer, with their codes; and UPOs.",
    discussion: """
      An invoice issued offline gets two codes: KOD I (the invoice) and KOD II (the
      issuer), the second signed with a KSeF certificate of type Offline. Nothing is
      fetched from a network, or sent, but to a printer that you name.

      `ksef-render render --help` lists all options of printing.

      EXAMPLES
        What would KSeF refuse? (Every print asks this first.)
          ksef-render check invoice.xml
        Issued offline, during an outage:
          ksef-render invoice.xml -o invoice.pdf --certificate firma.crt \\
            --key firma.key --passphrase-file secret
        The same, with the document and codes that the law wants for this buyer:
          ksef-render invoice.xml -o slip.pdf --issued offline24 \\
            --certificate firma.crt --key firma.key --passphrase-file secret
        Accepted by KSeF, number known:
          ksef-render invoice.xml -o invoice.pdf \\
            --ksef-number 9999999999-20260201-0100001AF629-8D
        On the till's own printer:
          ksef-render print invoice.xml --device tcp://192.168.1.50
        Many at once, or whatever comes into a folder:
          ksef-render batch till/ --output-directory prints
          ksef-render watch till/ --output-directory prints
        Every PDF is an archive copy (PDF/A-3b) that carries the XML; back from it:
          ksef-render extract invoice.pdf -o invoice.xml
        A first try without a certificate of your own:
          ksef-render demo-certificate --output-directory demo
          ksef-render invoice.xml -o invoice.pdf --environment test \\
            --certificate demo/demo-offline.crt --key demo/demo-offline.key \\
            --passphrase-file demo/demo-passphrase.txt

      EXIT CODES
         0  printed
         2  refused: the message says what, where, and what to do
            (--print-anyway prints what only KSeF would refuse)
        64  the call is wrong
        74  a file can't be read or written, or a printer failed
        75  a printer took it and doesn't say whether it printed
      """,
    version: "ksef-render 0.1.0",
    subcommands: [
      RenderCommand.self, PrintCommand.self, BatchCommand.self, WatchCommand.self, CheckCommand.self, LinkCommand.self,
      CodesCommand.self,
      ExtractCommand.self, DemoCertificateCommand.self, CheckTemplateCommand.self, WorkerCommand.self,
    ],
    defaultSubcommand: RenderCommand.self)

  package init() {}
}

/// Runs a command's work, and turns an obstacle into its message and exit code.
package func reporting(in language: Language, _ work: () throws(Obstacle) -> Void) throws {
  do throws(Obstacle) {
    try work()
  } catch {
    printToStandardError(error.text(in: language))
    throw ExitCode(error.kind.exitCode)
  }
}

extension Obstacle.Kind {
  /// The exit codes that `--help` promises.
  package var exitCode: Int32 {
    switch self {
    case .refused: 2
    case .usage: 64
    case .inputOutput: 74
    }
  }
}
