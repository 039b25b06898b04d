public import Findings

/// Where the passphrase of a key comes from. Never the command line: other users of the machine can read that.
public enum PassphraseSource: Sendable, Hashable {
  /// The content of a file; one line feed at its end is dropped.
  case file(String)
  /// The first line of standard input; the rest stays unread.
  case standardInput
  /// An environment variable, by its name.
  case environment(String)
  /// A question on the terminal (`/dev/tty`), without echo.
  case prompt
  /// There is none to be had.
  case none

  /// Fetches the passphrase; nil for `none`.
  ///
  /// - Parameter prompt: the question, for `prompt`.
  /// - Throws: `passphrase.unreadable`, `passphrase.too-long`, `passphrase.variable-not-set`, `passphrase.no-terminal`.
  public func read(prompt: Sentence, language: Language) throws(Obstacle) -> Passphrase? {
    preconditionFailure("not written yet")
  }
}
