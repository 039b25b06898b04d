import ArgumentParser
import FAInvoice
import Findings
import InvoiceTemplate
import KSeFIdentifiers
import WholeFiles

/// What every command that works on an invoice takes.
struct InvoiceOptions: ParsableArguments {
  @Argument(help: "The invoice: an FA(3), FA(2) or FA_RR(1) file, exactly as it is sent to KSeF; - for standard input.")
  var invoice: String

  @Option(help: "Which KSeF the codes lead to: production, demo or test.")
  var environment: KSeFEnvironment = .production

  @Option(help: "Languages of the print, first one leading: pl, en, or pl,en. Messages follow it too.")
  var language: LanguageList?

  /// The language of messages: that of the print where one is asked for, else the environment's.
  var messageLanguage: Language { language?.languages.first?.messages ?? .ofEnvironment }

  func document() throws(Obstacle) -> FADocument {
    let name =
      invoice == "-" ? Sentence("standard input", pl: "standardowe wejście").text(in: messageLanguage) : invoice
    return try FADocument.read(try readWholeFile(invoice, limit: FADocument.sizeLimit), fileName: name)
  }
}

/// One or two languages, as `pl,en`.
struct LanguageList: ExpressibleByArgument, Sendable {
  let languages: [LabelLanguage]

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let languages = names.compactMap { LabelLanguage(rawValue: $0.lowercased()) }
    guard languages.count == names.count, (1...2).contains(languages.count), Set(languages).count == languages.count
    else { return nil }
    self.languages = languages
  }

  static var allValueStrings: [String] { ["pl", "en", "pl,en", "en,pl"] }
}
