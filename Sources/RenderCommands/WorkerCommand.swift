import ArgumentParser
import Findings
import Glibc
import InvoicePrinting
import PrintWorkers

struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Print for another program: requests on standard input, answers on standard output.",
    discussion: """
      Certificate, template and fonts are opened once; each invoice then takes
      milliseconds. docs/worker.md describes requests and answers, with clients in
      Python and Swift to copy. With --passphrase-stdin the passphrase is the first
      line of standard input, before the first request.

      EXIT CODES
         0  the input ended between two requests; what was wrong with an invoice is
            in its answer
         2  certificate or template can't be used
        64  the call is wrong, or what came isn't a request
        74  a file can't be read, or nobody reads the answers
      """)

  @OptionGroup var printing: PrintingOptions

  mutating func validate() throws {
    let credentials = printing.credentials
    guard ![credentials.certificate, credentials.key, credentials.pkcs12].contains("-") else {
      throw ValidationError("Standard input carries the requests: give certificate and key as files.")
    }
  }

  func run() throws {
    let language = printing.messageLanguage
    try reporting(in: language) { () throws(Obstacle) in try printing.enter() }
    // Whoever doesn't read answers any more is told of by the write, not by the end of the process.
    signal(SIGPIPE, SIG_IGN)
    // Should a library ever print something, it must not come among the answers.
    let answers = dup(STDOUT_FILENO)
    guard answers >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { throw ExitCode(74) }
    try reporting(in: language) { () throws(Obstacle) in
      try PrintWorker.serve(try printing.printer(), in: language, from: STDIN_FILENO, to: answers)
    }
  }
}
