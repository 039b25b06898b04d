#if canImport(Glibc)
  import Glibc
#endif

/// A language in which the product speaks: on paper, in messages, in reports.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case polish = "pl"
  case english = "en"

  /// The language that the environment asks for: the first that is set of `LC_ALL`, `LC_MESSAGES` and `LANG`;
  /// English where it names neither Polish nor English.
  public static var ofEnvironment: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name), value.pointee != 0 else { continue }
      return String(cString: value).lowercased().hasPrefix("pl") ? .polish : .english
    }
    return .english
  }
}

/// One thing said in both languages.
public struct Sentence: Sendable, Hashable {
  /// The sentence in Polish.
  public let polish: String
  /// The sentence in English.
  public let english: String

  /// - Parameters:
  ///   - english: plain English; a sentence where it stands alone.
  ///   - polish: the same in Polish.
  public init(_ english: String, pl polish: String) {
    self.english = english
    self.polish = polish
  }

  /// The sentence in one language.
  public func text(in language: Language) -> String {
    language == .polish ? polish : english
  }
}
