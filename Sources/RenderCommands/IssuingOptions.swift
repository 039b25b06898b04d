import ArgumentParser
import InvoicePrinting
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
}
