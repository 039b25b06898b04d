/// The words of the print in one language.
package struct Labels: Sendable {
  package let language: LabelLanguage
  var words: [Term: String]
  var countries: [String: String]

  package subscript(term: Term) -> String {
    guard let word = words[term] else { preconditionFailure("a label file that was read has every word") }
    return word
  }

  /// The name of a country; nil for a code that isn't known.
  package func country(_ code: String) -> String? { countries[code] }
}

/// The words of one print.
package struct Wording: Sendable {
  package let lead: Labels
  /// Printed beside the leading ones.
  package let second: Labels?
  /// What the law says in Polish stands in Polish in every print, in the built-in words.
  package let polish: Labels

  /// The same language twice is printed once.
  package init(lead: Labels, second: Labels? = nil, polish: Labels) {
    precondition(polish.language == .polish, "words of the law are Polish")
    self.lead = lead
    self.second = second?.language == lead.language ? nil : second
    self.polish = polish
  }

  package var languages: [LabelLanguage] { [lead.language] + (second.map { [$0.language] } ?? []) }
}
