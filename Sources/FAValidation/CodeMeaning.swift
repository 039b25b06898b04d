package import Findings

/// What the code of a finding means: a section of `docs/messages.md`.
package struct CodeMeaning: Sendable {
  /// Stable, lower case, words separated by dots and hyphens: `sum.total`.
  package let code: String
  /// What it weighs, where it may be told of.
  package let weight: Weight
  /// A few words, as a heading.
  package let title: Sentence
  /// Why it matters and when it is told, in one to three sentences.
  package let explanation: Sentence
  /// What to do about it.
  package let remedy: Sentence
  /// An article, or a publication of the Ministry's and its chapter.
  package let source: String

  /// How much a finding weighs in each KSeF.
  package enum Weight: Sendable, Hashable {
    case always(Severity)
    /// Refused in production, where KSeF checks it; elsewhere a warning.
    case refusedInProduction
  }

  /// - Parameters:
  ///   - title: a few words, no full stop.
  ///   - explanation: whole sentences.
  package init(
    _ code: String, _ weight: Weight, title: Sentence, explanation: Sentence, remedy: Sentence, source: String
  ) {
    self.code = code
    self.weight = weight
    self.title = title
    self.explanation = explanation
    self.remedy = remedy
    self.source = source
  }
}
