import ArgumentParser
import FAInvoice
import Findings
import InvoicePrinting
import InvoiceTemplate
import KSeFIdentifiers
import WholeFiles

/// What every command that works on an invoice takes.
struct InvoiceOptions: ParsableArguments {
  @Argument(help: "The invoice: an FA(3), FA(2) or FA_RR(1) file, exactly as it is sent to KSeF; - for standard input.")
  var invoice: String

  @OptionGroup var surroundings: SurroundingOptions

  var environment: KSeFEnvironment { surroundings.environment }

  var messageLanguage: Language { surroundings.messageLanguage }

  func document() throws(Obstacle) -> FADocument {
    try FADocument.read(try readWholeFile(invoice, limit: FADocument.sizeLimit), fileName: fileName)
  }

  /// The document where a UPO will do, too.
  func documentOrReceipt() throws(Obstacle) -> KSeFDocument {
    try KSeFDocument.read(try readWholeFile(invoice, limit: ReceiptDocument.sizeLimit), fileName: fileName)
  }

  /// What messages call the file.
  private var fileName: String {
    invoice == "-" ? Sentence("standard input", pl: "standardowe wejście").text(in: messageLanguage) : invoice
  }
}

/// Which KSeF it is about, and in which language.
struct SurroundingOptions: ParsableArguments {
  @Option(help: "Which KSeF the codes lead to: production, demo or test.")
  var environment: KSeFEnvironment = .production

  @Option(help: "Language of the print: pl, en, de or uk; or two, the first leading, as pl,en. Messages follow it too.")
  var language: LanguageList?

  /// The languages of the print; empty for the template's.
  var languages: [LabelLanguage] { language?.languages ?? [] }

  /// The language of messages: that of the print where one is asked for, else the environment's.
  var messageLanguage: Language { languages.first?.messages ?? .ofEnvironment }
}

/// One or two languages, as `pl,en`.
struct LanguageList: ExpressibleByArgument, Sendable {
  let languages: [LabelLanguage]

  init?(argument: String) {
    guard let languages = LabelLanguage.list(argument) else { return nil }
    self.languages = languages
  }

  static var allValueStrings: [String] { LabelLanguage.allCases.map(\.rawValue) + ["pl,en", "pl,uk"] }
}
