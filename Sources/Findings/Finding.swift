/// How much a finding weighs.
public enum Severity: String, Sendable, Hashable, Comparable {
  /// KSeF would refuse the document, or it can't be worked on: nothing is printed.
  case refused
  /// Worth a person's look; the work goes on.
  case warning
  /// Said for completeness.
  case info

  /// Heavier first.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.weight < right.weight
  }

  private var weight: Int {
    switch self {
    case .refused: 0
    case .warning: 1
    case .info: 2
    }
  }
}

/// A judgement on data: what is wrong, where, how badly, and what to do.
///
/// Findings are returned, never thrown. Two findings are told apart by their `code`, which is stable between versions.
public struct Finding: Sendable, Hashable {
  /// Stable, lower case, words separated by dots and hyphens: `xml.byte-order-mark`.
  public let code: String
  /// How much it weighs.
  public let severity: Severity
  /// Where it was found.
  public var place: Place
  /// What is wrong, in one sentence.
  public let sentence: Sentence
  /// What to do about it.
  public let remedy: Sentence?
  /// The rule's source: an article, a specification and its heading.
  public let source: String?

  /// A finding; its code is stable between versions, its wording isn't.
  public init(
    _ code: String, _ severity: Severity, at place: Place = Place(), _ sentence: Sentence, remedy: Sentence? = nil,
    source: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.sentence = sentence
    self.remedy = remedy
    self.source = source
  }
}
