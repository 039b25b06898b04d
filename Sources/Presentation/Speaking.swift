import InvoiceTemplate

/// Who says things in the words of a print, in one language or two.
protocol Speaking {
  var wording: Wording { get }
}

extension Speaking {
  /// A label in the languages of the print.
  func label(_ term: Term) -> Label {
    let first = wording.lead[term]
    let other = wording.second?[term]
    return Label(first, second: other == first ? nil : other)
  }

  /// A phrase that stands as a value, in the languages of the print.
  func said(_ term: Term) -> String { label(term).text }

  /// A phrase that the law gives in Polish: Polish words stand in every print, whatever its languages.
  func statutory(_ term: Term) -> String { statutoryWords(term).joined(separator: " / ") }

  /// A sentence in the languages of the print, each on a line of its own.
  func paragraphs(_ term: Term) -> String {
    let words = label(term)
    return [words.lead, words.second].compactMap { $0 }.joined(separator: "\n")
  }

  /// As `statutory`, each language on a line of its own.
  func statutoryLines(_ term: Term) -> String { statutoryWords(term).joined(separator: "\n") }

  private func statutoryWords(_ term: Term) -> [String] {
    let words = label(term)
    let polish = wording.polish[term]
    return [words.lead]
      + [words.second, words.lead == polish || words.second == polish ? nil : polish].compactMap { $0 }
  }

  /// Whether labels are printed in two languages.
  var isBilingual: Bool { wording.second != nil }

  /// A phrase in the leading language alone.
  func leading(_ term: Term) -> String { wording.lead[term] }

  /// A labelled value; nil where there is no value.
  func field(_ term: Term, _ value: String?, role: TextRole = .text) -> Field? {
    value.map { Field(label(term), $0, role: role) }
  }
}
