public import Findings

/// A language of the print; its raw value is the ISO 639-1 code, and the name of its label file.
public enum LabelLanguage: String, Sendable, Hashable, CaseIterable {
  case polish = "pl"
  case english = "en"
  case german = "de"
  case ukrainian = "uk"

  /// The language in which we write to whoever prints in this one.
  public var messages: Language { self == .polish ? .polish : .english }
}
