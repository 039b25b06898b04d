import ArgumentParser
import FAInvoice
import FAValidation
import Findings
import Glibc
import InvoicePrinting
import KSeFIdentifiers

/// The day on which invoices are judged.
struct TodayOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day on which the invoice is judged: KSeF refuses one that is issued later. Default: today in Poland.",
      valueName: "YYYY-MM-DD"))
  var today: CalendarDate?

  /// The day that was given, else Poland's today.
  var day: CalendarDate {
    today ?? .inPoland(unixSeconds: time(nil))
  }
}

/// How an invoice is checked before it is printed.
struct PreflightOptions: ParsableArguments {
  @Flag(help: "Print the invoice even where KSeF would refuse it. Nothing on the paper says so.")
  var printAnyway = false

  @OptionGroup var today: TodayOption

  /// The invoice, cleared for a print.
  ///
  /// - Parameter numberIsKnown: an invoice with a KSeF number was accepted, whatever we think of it.
  /// - Throws: `invoice.refused`, after telling why.
  func clear(
    _ document: FADocument, for environment: KSeFEnvironment, numberIsKnown: Bool, in language: Language
  ) throws(Obstacle) -> ClearedInvoice {
    try tellingRefusals(in: language) { () throws(Obstacle) in
      try ClearedInvoice(
        document, environment: environment, today: today.today, numberIsKnown: numberIsKnown,
        printsRefused: printAnyway)
    }
  }
}

/// Does what throws `invoice.refused`, and then tells why in the words of the command line.
func tellingRefusals<Made>(
  in language: Language, _ work: () throws(Obstacle) -> Made
) throws(Obstacle) -> Made {
  do throws(Obstacle) {
    return try work()
  } catch {
    guard error.code == "invoice.refused" else { throw error }
    reportCheck(error.findings, in: language)
    let refusals = error.findings.count { $0.severity == .refused }
    throw Obstacle(
      error.code, at: error.place,
      Sentence(
        "KSeF would refuse this invoice; nothing was printed.", pl: "KSeF odrzuci tę fakturę; nic nie wydrukowano."),
      remedy: Sentence(
        "Refusals: \(refusals). Correct the invoice where it is made; --print-anyway prints it all the same.",
        pl: "Błędy: \(refusals). Popraw fakturę w programie, który ją wystawia; --print-anyway drukuje ją mimo to."))
  }
}

/// Tells what was found about an invoice and its print, and that KSeF would refuse what is printed all the same.
func reportPrint(_ findings: [Finding], in language: Language) {
  reportCheck(findings, in: language)
  let refusals = findings.count { $0.severity == .refused }
  guard refusals > 0 else { return }
  notice(
    Sentence(
      "KSeF would refuse this invoice (refusals: \(refusals)); it is printed because of --print-anyway.",
      pl: "KSeF odrzuci tę fakturę (błędy: \(refusals)); wydrukowano ją, bo podano --print-anyway."), in: language)
}

/// The first ten refusals and the first ten warnings, and how many there are besides; notes are for the check alone.
private func reportCheck(_ findings: [Finding], in language: Language) {
  let limit = 10
  var hidden = 0
  for severity in [Severity.refused, .warning] {
    let some = findings.inReportOrder.filter { $0.severity == severity }
    for line in Array(some.prefix(limit)).lines(in: language) { printToStandardError(line) }
    hidden += max(0, some.count - limit)
  }
  guard hidden > 0 else { return }
  notice(
    Sentence(
      "Findings not told here: \(hidden). `ksef-render check` tells all.",
      pl: "Pominięte tu ustalenia: \(hidden). Wszystkie pokaże `ksef-render check`."), in: language)
}
