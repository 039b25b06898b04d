/// Why the work can't go on: what happened, where, and what the user can do.
///
/// The only error that the product's targets throw. Equal by `code`, `kind` and `place`, so that a test
/// doesn't depend on wording.
public struct Obstacle: Error, Sendable {
  /// Who has to act; a command line turns it into its exit code.
  public enum Kind: Sendable, Hashable {
    /// What was given can't be accepted: exit code 2.
    case refused
    /// The call itself is wrong: exit code 64.
    case usage
    /// A file, folder or device can't be read or written: exit code 74.
    case inputOutput
  }

  /// Stable, lower case, words separated by dots and hyphens: `certificate.not-offline`.
  public let code: String
  /// Who has to act.
  public let kind: Kind
  /// Where the work stopped.
  public var place: Place
  /// What happened, in one sentence.
  public let reason: Sentence
  /// What to do about it, in one sentence.
  public let remedy: Sentence
  /// All that was found wrong, where it is more than one sentence can say.
  public let findings: [Finding]

  /// An obstacle; `findings` only where one sentence can't say all.
  public init(
    _ code: String, kind: Kind = .refused, at place: Place = Place(), _ reason: Sentence, remedy: Sentence,
    findings: [Finding] = []
  ) {
    self.code = code
    self.kind = kind
    self.place = place
    self.reason = reason
    self.remedy = remedy
    self.findings = findings
  }

  /// The same obstacle with the file's name filled in where the thrower didn't know it.
  public func inFile(_ file: String) -> Obstacle {
    var copy = self
    if copy.place.file == nil { copy.place.file = file }
    return copy
  }

  /// The obstacle as printed for a person: place and reason on one line, the remedy on the next.
  ///
  /// Nothing in a file's name can steer the terminal or begin a line of its own.
  public func text(in language: Language) -> String {
    let head = place.text.isEmpty ? "" : "\(place.text): "
    let details = findings.map { finding in
      [finding.place.text + ":", finding.sentence.text(in: language), finding.remedy?.text(in: language)]
        .compactMap { $0 }.joined(separator: " ")
    }
    let lines = ["\(head)\(reason.text(in: language))"] + (details + [remedy.text(in: language)]).map { "  \($0)" }
    return lines.map(\.printable).joined(separator: "\n")
  }
}

extension Obstacle: Equatable {
  /// Same code, kind and place, whatever the wording.
  public static func == (left: Obstacle, right: Obstacle) -> Bool {
    left.code == right.code && left.kind == right.kind && left.place == right.place
  }
}
