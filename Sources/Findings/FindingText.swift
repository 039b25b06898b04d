extension Severity {
  /// The word for it in front of a sentence.
  package var word: Sentence {
    switch self {
    case .refused: Sentence("refused", pl: "błąd")
    case .warning: Sentence("warning", pl: "uwaga")
    case .info: Sentence("note", pl: "informacja")
    }
  }
}

extension Finding {
  /// `refused: sentence [code]` on one line, with nothing in it that could steer a terminal.
  package func weighedSentence(in language: Language) -> String {
    "\(severity.word.text(in: language)): \(sentence.text(in: language).printable) [\(code)]"
  }
}

extension Obstacle {
  /// The obstacle as the finding that it is about a document.
  package var finding: Finding { Finding(code, .refused, at: place, reason, remedy: remedy) }
}
