public import Findings

/// What came of one check.
public enum Outcome: String, Sendable, Hashable, CaseIterable {
  /// What was compared agrees.
  case passed
  /// It agrees, and something about it is worth a person's look.
  case remark
  /// It doesn't agree.
  case failed
  /// It could not be run for want of evidence, and no verdict but `indeterminate` is honest without it.
  case undecided
  /// It was not run, and the verdict doesn't need it.
  case notRun = "not-run"
}

/// One check: its name, what came of it, and what was compared.
public struct CheckResult: Sendable, Hashable {
  /// Which check.
  public let check: CheckName
  /// What it came to.
  public let outcome: Outcome
  /// What was compared or why it could not be, with the values.
  public let sentence: Sentence
  /// The code that the check is about; nil where it is about all of them.
  public let code: Origin?

  init(_ check: CheckName, _ outcome: Outcome, _ sentence: Sentence, code: Origin? = nil) {
    self.check = check
    self.outcome = outcome
    self.sentence = sentence
    self.code = code
  }
}
