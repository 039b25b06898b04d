import Findings

/// Lines for a terminal, folded at 100 columns where words allow.
struct FoldedLines {
  private(set) var text = ""

  private static let columns = 100

  /// Adds a line, its continuations indented by `hanging`; a word longer than a line stays whole, for copying.
  ///
  /// Nothing in it can steer a terminal or begin a line of its own.
  mutating func add(_ line: String, indent: Int = 0, hanging: Int? = nil) {
    var column = indent
    var folded = String(repeating: " ", count: indent)
    var isFresh = true
    for word in line.printable.split(separator: " ", omittingEmptySubsequences: false) {
      let width = word.count
      if !isFresh, column + 1 + width > FoldedLines.columns {
        finish(folded)
        column = hanging ?? indent
        folded = String(repeating: " ", count: column)
        isFresh = true
      }
      folded += (isFresh ? "" : " ") + word
      column += (isFresh ? 0 : 1) + width
      isFresh = false
    }
    finish(folded)
  }

  /// The lines so far, which are forgotten here.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }

  private mutating func finish(_ line: String) {
    let last = line.lastIndex { $0 != " " }
    text += (last.map { line[...$0] } ?? "") + "\n"
  }
}

extension String {
  /// The text, with spaces up to a width and one at least.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
