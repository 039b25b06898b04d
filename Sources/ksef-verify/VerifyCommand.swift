public import ArgumentParser
import CodeReading
public import Findings
public import KSeFIdentifiers
import Verification
import WholeFiles

/// The command line of the verifier: arguments in, library calls, report out, exit code.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ksef-verify",
    abstract: "Check the verification codes of a printed KSeF invoice, offline.",
    discussion: """
      EVIDENCE is what carries the codes: a link, a PDF, a PNG or JPEG picture, or -
      for standard input (one of these files, or text with one link on each line).
      Each invoice found gets a verdict. Nothing is fetched from anywhere.

      WHAT TO GIVE BESIDE THE PRINT
        --invoice      the invoice's exact XML shows that the codes are of this invoice
        --certificate  the issuer's KSeF certificate of type Offline, from a source that
                       you trust, shows who issued it; KOD II says which one it takes
        --public-key   checks the signature alone: type and validity of the certificate
                       stay open, so that no KOD II passes with it

      EXAMPLES
        ksef-verify scan.pdf --certificate certificates/
        ksef-verify receipt.jpg --invoice invoice.xml --certificate shop.crt
        ksef-verify 'https://qr.ksef.mf.gov.pl/invoice/…' --invoice invoice.xml
        zbarimg --quiet --raw photo.png | ksef-verify - --report json

      EXIT CODES
         0  passed: all that can be decided offline was decided and agrees
         2  failed: something doesn't agree
         3  indeterminate: nothing disagrees, but evidence is missing or unreadable
         4  no code of KSeF's was found
        64  the call is wrong
        74  a file can't be read, or the report can't be written
      """,
    version: "ksef-verify 0.1.0")

  @Argument(help: "A link, a PDF, a PNG or JPEG picture, or - for standard input.")
  var evidence: [String]

  @Option(name: .long, help: "An invoice's XML, the exact file; may be repeated.")
  var invoice: [String] = []

  @Option(
    name: .long,
    help: "A certificate (PEM or DER), or a folder of them; may be repeated. A folder's other files are skipped.")
  var certificate: [String] = []

  @Option(name: .long, help: "A bare public key (PEM or DER); may be repeated.")
  var publicKey: [String] = []

  @Option(name: .long, help: "The environment that the codes should be of (default: any).")
  var environment: KSeFEnvironment?

  @Option(name: .long, help: "The report's form.")
  var report: ReportForm = .text

  @Option(name: .long, help: "The report's language (default: as LC_ALL, LC_MESSAGES or LANG ask, else English).")
  var language: Language?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Processor time that reading one piece of evidence may take; then nothing is decided.", valueName: "n"))
  var seconds = 300

  func validate() throws {
    guard (1...86_400).contains(seconds) else { throw ValidationError("--seconds takes 1 to 86400.") }
    guard (evidence + invoice + certificate + publicKey).count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input (-) can be given only once.")
    }
  }

  func run() throws {
    let language = language ?? .ofEnvironment
    WorkLimit.begin(language: language)
    do {
      let report = try judged()
      let text =
        switch self.report {
        case .text: report.text(in: language)
        case .json: report.json(in: language)
        }
      try writeWholeFile(Array(text.utf8), to: "-")
      throw ExitCode(report.exitCode)
    } catch let obstacle as Obstacle {
      printToStandardError("ksef-verify: \(obstacle.text(in: language))")
      throw ExitCode(obstacle.kind == .usage ? 64 : 74)
    }
  }

  private func judged() throws(Obstacle) -> Report {
    let language = language ?? .ofEnvironment
    var trusted = TrustedMaterial()
    for path in certificate { try trusted.addCertificates(at: path) }
    for path in publicKey { try trusted.addPublicKey(at: path) }
    for remark in trusted.remarks { printToStandardError("ksef-verify: \(remark.text(in: language).printable)") }
    var invoices: [GivenInvoice] = []
    for path in invoice { invoices.append(try readInvoice(path)) }
    let verifier = Verifier(
      invoices: invoices, certificates: trusted.certificates, publicKeys: trusted.publicKeys,
      expectedEnvironment: environment)
    let reader = CodeReader()
    var items: [Evidence] = trusted.obstacles.map { .unreadable($0) }
    for (index, argument) in evidence.enumerated() {
      WorkLimit.allow(seconds: seconds)
      items += try readEvidence(argument, number: index + 1, reader: reader, language: language)
    }
    return verifier.verify(items)
  }
}

/// The forms of a report.
enum ReportForm: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}

extension Language: ExpressibleByArgument {}
extension KSeFEnvironment: ExpressibleByArgument {}

extension Report {
  /// The exit code that scripts rely on; 1 is nobody's verdict.
  var exitCode: Int32 {
    switch verdict {
    case .passed: 0
    case .failed: 2
    case .indeterminate: 3
    case nil: 4
    }
  }
}
