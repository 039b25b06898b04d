import Findings
import Glibc
import PrintRuns

/// Tells on standard error how a run goes: a line for each trouble, how far it has come, and the sum at the end.
///
/// On a terminal one line with a bar changes; elsewhere there is a line every ten seconds.
final class RunConsole {
  private let total: Int?
  private let language: Language
  private let showsProgress: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = RunConsole.milliseconds
  private var last = RunConsole.milliseconds
  private var done = 0
  private var hasLine = false
  private var toldNotices: Set<Sentence> = []

  /// So many different notices are told; each says the same of many prints.
  private static let noticeLimit = 20

  /// - Parameters:
  ///   - total: how many invoices there are; nil where that isn't known.
  ///   - showsProgress: false for a run without end.
  init(total: Int?, showsProgress: Bool = true, language: Language) {
    self.total = total
    self.showsProgress = showsProgress
    self.language = language
  }

  /// Tells of an invoice's end.
  func tell(_ row: PrintRow) {
    done += 1
    for notice in row.notices where toldNotices.count < Self.noticeLimit && toldNotices.insert(notice).inserted {
      say(notice)
    }
    switch row.verdict {
    case .printed, .skipped: break
    case .refused, .failed: tellTrouble(row)
    }
    show()
  }

  func say(_ sentence: Sentence) {
    clear()
    notice(sentence, in: language)
  }

  /// The heaviest finding, and how many there are besides.
  private func tellTrouble(_ row: PrintRow) {
    guard let finding = row.findings.min(by: { $0.severity < $1.severity }) else { return }
    let others = row.findings.count { $0.severity == .refused } - 1
    let more = Sentence(" (and \(others) more)", pl: " (i \(others) innych)").text(in: language)
    let place = finding.place.text.isEmpty ? row.source : finding.place.text
    let verdict = row.verdict == .failed ? row.verdict.word : Sentence("refused", pl: "błąd")
    clear()
    printToStandardError(
      "\(place): \(verdict.text(in: language)): \(finding.sentence.text(in: language))".printable
        + " [\(finding.code)]" + (others > 0 ? more : ""))
  }

  /// The sum of a run.
  func finish(_ counts: PrintCounts) {
    clear()
    let tenths = max(1, (RunConsole.milliseconds - start) / 100)
    let rate = counts.done * 100 / tenths
    say(
      Sentence(
        "Printed: \(counts.printed), refused: \(counts.refused), failed: \(counts.failed), skipped: \(counts.skipped); "
          + "warnings: \(counts.warnings); other files: \(counts.passedOver); "
          + "\(tenths / 10).\(tenths % 10) s, \(rate / 10).\(rate % 10) per second.",
        pl: "Wydrukowane: \(counts.printed), odrzucone: \(counts.refused), nieodczytane: \(counts.failed), "
          + "pominięte: \(counts.skipped); uwagi: \(counts.warnings); inne pliki: \(counts.passedOver); "
          + "\(tenths / 10),\(tenths % 10) s, \(rate / 10),\(rate % 10) na sekundę."))
  }

  private func show() {
    let now = RunConsole.milliseconds
    guard showsProgress, now - last >= (isTerminal ? 200 : 10_000) else { return }
    last = now
    let line = line(milliseconds: max(1, now - start))
    if isTerminal {
      writeToStandardError("\r\(line)\u{1B}[K")
      hasLine = true
    } else {
      printToStandardError("ksef-render: \(line)")
    }
  }

  private func line(milliseconds: Int) -> String {
    let rate = done * 10_000 / milliseconds
    guard let total = total.map({ max($0, done, 1) }) else {
      return Sentence(
        "\(done) invoices, \(rate / 10).\(rate % 10) per second",
        pl: "faktury: \(done), \(rate / 10),\(rate % 10) na sekundę"
      ).text(in: language)
    }
    let left = RunConsole.duration((total - done) * milliseconds / done / 1000)
    let filled = 20 * done / total
    let bar =
      isTerminal ? "[\(String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled))] " : ""
    return bar
      + Sentence(
        "\(done) of \(total), \(rate / 10).\(rate % 10) per second, \(left) left",
        pl: "\(done) z \(total), \(rate / 10),\(rate % 10) na sekundę, pozostało \(left)"
      ).text(in: language)
  }

  private func clear() {
    if hasLine { writeToStandardError("\r\u{1B}[K") }
    hasLine = false
  }

  private func writeToStandardError(_ text: String) {
    let bytes = Array(text.utf8)
    // What can't be said on standard error can be said nowhere.
    _ = write(STDERR_FILENO, bytes, bytes.count)
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
