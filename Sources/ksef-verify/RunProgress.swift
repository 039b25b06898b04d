import Findings
import Glibc

/// Tells on standard error how far a long run has come: on a terminal in one line that changes, elsewhere in a line
/// every ten seconds.
final class RunProgress {
  private let total: Int?
  private let language: Language
  private let isTerminal: Bool
  private let start: Int
  private var last: Int
  private var done = 0
  private var troubles = 0
  private var hasLine = false

  /// - Parameter total: how many files there are; nil where nothing is to be told.
  init(total: Int?, language: Language) {
    self.total = total
    self.language = language
    isTerminal = isatty(STDERR_FILENO) == 1
    start = RunProgress.milliseconds
    last = start
  }

  func noteDone() {
    done += 1
    show()
  }

  func noteTrouble() { troubles += 1 }

  /// Says something if it is time to.
  func show() {
    guard let total else { return }
    let now = RunProgress.milliseconds
    guard now - last >= (isTerminal ? hasLine ? 200 : 1000 : 10_000) else { return }
    last = now
    write(line(total: total, seconds: max(1, (now - start) / 1000)))
  }

  /// Clears the line.
  func finish() {
    if hasLine { printBytes("\r\u{1B}[K") }
    hasLine = false
  }

  private func line(total: Int, seconds: Int) -> String {
    let total = max(total, done)
    let rate = done * 10 / seconds
    let left = done == 0 ? "–" : RunProgress.duration((total - done) * seconds / done)
    let sentence = Sentence(
      "\(done) of \(total) files, \(rate / 10).\(rate % 10) per second, \(left) left, troubles: \(troubles)",
      pl: "plik \(done) z \(total), \(rate / 10),\(rate % 10) na sekundę, pozostało \(left), kłopoty: \(troubles)")
    return sentence.text(in: language)
  }

  private func write(_ line: String) {
    if isTerminal {
      printBytes("\r\(line)\u{1B}[K")
      hasLine = true
    } else {
      printBytes("ksef-verify: \(line)\n")
    }
  }

  private func printBytes(_ text: String) {
    let bytes = Array(text.utf8)
    // What can't be said on standard error can be said nowhere.
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }

  /// `1:02:03`, or `2:03` below an hour.
  private static func duration(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }

  /// Of a clock that nobody sets.
  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
