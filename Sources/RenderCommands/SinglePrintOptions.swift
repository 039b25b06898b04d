import ArgumentParser
import FAInvoice
import Findings
import InvoicePrinting
import InvoiceRendering
import Presentation

/// What commands take that print one invoice.
struct SinglePrintOptions: ParsableArguments {
  @OptionGroup var options: InvoiceOptions
  @OptionGroup(title: "Codes") var signing: SigningOptions
  @OptionGroup(title: "Issue") var issuing: IssuingOptions
  @OptionGroup(title: "Desk") var desk: DeskOptions
  @OptionGroup(title: "Check") var preflight: PreflightOptions
  @OptionGroup(title: "Check") var proof: ProofOptions
  @OptionGroup(title: "Look") var look: LookOptions

  mutating func validate() throws {
    guard desk.desk == nil || !signing.credentials.nameACertificate else { throw DeskOptions.certificateTwice }
    if issuing.issued == .totalFailure, signing.ksefNumber != nil || signing.signedLink != nil {
      throw ValidationError("An invoice of a total failure never gets a KSeF number and carries no codes.")
    }
  }

  var language: Language { options.messageLanguage }

  /// Continues as another program where this one can't do it.
  ///
  /// - Throws: `program.missing`.
  func enter() throws(Obstacle) {
    try proof.enter()
    try desk.enter()
  }

  /// Prints, as far as to the bytes.
  ///
  /// - Parameters:
  ///   - form: what sort of file it becomes.
  ///   - adjust: settles what the command decides besides.
  /// - Throws: what keeps it from being printed.
  func answer(
    _ creation: CreationDateOption, form: PrintForm, _ adjust: (inout PrintSettings) -> Void
  ) throws(Obstacle) -> PrintAnswer {
    let document = try options.documentOrReceipt()
    if case .receipt(let receipt) = document, signing.areGiven || issuing.areGiven {
      throw .receiptHasNoCodes(receipt.fileName)
    }
    var settings = try PrintSettings(options.surroundings, issuing, preflight, look, creation, form: form)
    adjust(&settings)
    proof.set(in: &settings)
    let printer = InvoicePrinter(
      settings, issuer: signing.credentials.issuer(for: options.environment, in: language),
      desk: try desk.open(options.environment, signing.credentials, language))
    var particular = PrintOptions()
    particular.ksefNumber = signing.ksefNumber
    particular.signedLink = signing.signedLink
    return try tellingRefusals(in: language) { () throws(Obstacle) in
      try printer.print(document, options: particular)
    }
  }

  /// Tells what a person should know about a print.
  func tell(_ answer: PrintAnswer) {
    for sentence in answer.notices { notice(sentence, in: language) }
    if issuing.issued == .totalFailure, signing.areGiven {
      notice(SinglePrintOptions.certificateUnused, in: language)
    }
    switch answer.facts.kind {
    case .invoice: reportPrint(answer.findings, in: language)
    case .receipt: report(answer.findings, in: language)
    }
  }

  private static let certificateUnused = Sentence(
    "The certificate wasn't opened: this document carries no codes.",
    pl: "Certyfikatu nie użyto: ten dokument nie ma kodów.")
}
