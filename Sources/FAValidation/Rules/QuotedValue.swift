import FAInvoice
import Findings

extension InvoiceElement {
  /// The value as a sentence quotes it: at most 40 characters, none that steers a terminal.
  var quoted: String {
    let shown = value.unicodeScalars.prefix(41)
    return (String(String.UnicodeScalarView(shown.prefix(40))) + (shown.count > 40 ? "…" : "")).printable
  }
}

/// Where the rules on what an invoice says come from.
enum RuleSource {
  static let verification = "faktury/weryfikacja-faktury.md"
  static let brochure = "Broszura informacyjna FA(3)"
  static func act(_ article: String) -> String { "ustawa o VAT, art. \(article)" }
}

extension Sentence {
  /// What to do about an entry that can't stand as it is.
  static let correctEntry = Sentence(
    "Correct it in the program that makes the invoice, before it is sent.",
    pl: "Popraw to w programie, który wystawia fakturę, zanim ją wyślesz.")
}
