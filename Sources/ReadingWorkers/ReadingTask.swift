public import CodeReading
public import Findings

/// A print that is to be read.
public struct ReadingTask: Sendable {
  /// By which the caller knows the outcome again.
  public let number: Int
  /// What messages call the file.
  public let name: String
  /// The file's exact bytes.
  public let bytes: [UInt8]
  /// What is wanted beside the codes.
  public let wishes: CodeReader.Wishes
  /// The reader broke down on the first attempt, so that this one leaves out whatever isn't a code.
  private(set) var isSecondAttempt = false

  /// A task; `number` is the caller's.
  public init(number: Int, name: String, bytes: [UInt8], wishes: CodeReader.Wishes) {
    self.number = number
    self.name = name
    self.bytes = bytes
    self.wishes = wishes
  }

  /// The same with no wishes beside the codes, after the reader broke down; nil where that was tried, or there were none.
  var forCodesOnly: ReadingTask? {
    let none = CodeReader.Wishes.none
    guard !isSecondAttempt, wishes != none else { return nil }
    var task = ReadingTask(number: number, name: name, bytes: bytes, wishes: none)
    task.isSecondAttempt = true
    return task
  }
}

/// What came of a task.
public struct ReadingOutcome: Sendable {
  /// The task's number.
  public let number: Int
  /// What was seen, or why nothing could be looked for: what `CodeReader.read` says, or `evidence.too-slow`,
  /// `evidence.too-hungry` or `evidence.crashed`.
  public let result: Result<PrintReading, Obstacle>
}
