import ArgumentParser
import FAInvoice
import Findings
import Presentation

/// How the invoice was issued, and which document is wanted.
struct IssuingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the invoice was issued; decides which document the buyer is handed and which codes it carries.",
      valueName: "mode"))
  var issued: ModeOfIssue?

  @Option(
    help: ArgumentHelp(
      "What to print: by the rule, the invoice, or potwierdzenie transakcji.", valueName: "document"))
  var document: DocumentWish = .auto

  /// Whether anything is to be chosen; nothing was said of it otherwise, and nothing need be said back.
  var areGiven: Bool { issued != nil || document != .auto }

  /// The document and codes by the rule, or as wished.
  ///
  /// - Throws: `document.confirmation-impossible`.
  func choice(for invoice: FADocument, numberIsKnown: Bool) throws(Obstacle) -> DocumentChoice {
    try DocumentChoice(
      mode: issued, buyer: BuyerFacts(of: invoice), numberIsKnown: numberIsKnown, wish: document.document)
  }
}

/// What `--document` asks for.
enum DocumentWish: String, ExpressibleByArgument, CaseIterable {
  case auto
  case invoice
  case confirmation

  /// Nil where the rule decides.
  var document: PrintedDocument? { PrintedDocument(rawValue: rawValue) }
}
