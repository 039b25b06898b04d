import Findings

/// What KSeF would refuse about a file that can be read all the same.
///
/// Source: verification-codes, "What KSeF refuses later".
enum FileFindings {
  /// How many of a kind are told apart: a hostile file can hold millions.
  static let limit = 100

  static func byteOrderMark() -> Finding {
    Finding(
      "xml.byte-order-mark", .refused, at: Place(line: 1, column: 1),
      Sentence("The file begins with a byte order mark.", pl: "Plik zaczyna się od znacznika kolejności bajtów (BOM)."),
      remedy: Sentence(
        "Let the program write UTF-8 without a byte order mark: KSeF refuses it, and removing it changes the invoice's hash.",
        pl: "Ustaw w programie zapis UTF-8 bez BOM: KSeF go odrzuca, a jego usunięcie zmienia skrót faktury."),
      source: source)
  }

  static func processingInstruction(_ target: String, at place: Place) -> Finding {
    Finding(
      "xml.processing-instruction", .refused, at: place,
      Sentence(
        "The file has a processing instruction (<?\(target.quotedBriefly) …?>).",
        pl: "Plik zawiera instrukcję przetwarzania (<?\(target.quotedBriefly) …?>)."),
      remedy: Remedies.correct, source: source)
  }

  static func discouragedCharacter(_ scalar: Unicode.Scalar, at place: Place) -> Finding {
    Finding(
      "xml.discouraged-character", .refused, at: place,
      Sentence(
        "The character \(scalar.codePoint) may not stand in an invoice: KSeF refuses it.",
        pl: "Znak \(scalar.codePoint) nie może wystąpić w fakturze: KSeF go odrzuca."),
      remedy: Remedies.correct, source: source)
  }

  private static let source = "faktury/weryfikacja-faktury.md"
}
