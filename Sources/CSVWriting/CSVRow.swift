package import Findings

/// A row of a table that spreadsheets open as it is meant.
package struct CSVRow {
  /// What a table begins with, so that spreadsheets take it for UTF-8.
  package static let byteOrderMark = "\u{FEFF}"

  /// The row with its end of line.
  package let text: String

  /// - Parameter language: of whom the row is for; it decides what parts the cells.
  package init(_ cells: [String], in language: Language) {
    // The comma is for decimals in a Polish spreadsheet, which therefore parts cells at semicolons.
    text = cells.map(\.asCell).joined(separator: language == .polish ? ";" : ",") + "\r\n"
  }
}

extension String {
  /// The text as a cell that no spreadsheet takes for a formula or rounds as a number.
  ///
  /// Control characters and marks of direction are replaced, so that a cell is one line. An apostrophe goes before
  /// what would be computed: text that begins with `=`, `+`, `-`, `@` (also full-width), and long numbers.
  fileprivate var asCell: String {
    let text = printable
    let guarded = text.wouldBeComputed ? "'" + text : text
    let special: Set<Unicode.Scalar> = ["\"", ",", ";", "'"]
    guard guarded.unicodeScalars.contains(where: special.contains) else { return guarded }
    var quoted = "\""
    for scalar in guarded.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private var wouldBeComputed: Bool {
    guard let first = unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" }) else { return false }
    let signs: Set<Unicode.Scalar> = [
      "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}",
    ]
    if signs.contains(first) { return true }
    // Spreadsheets keep fifteen digits, and read an E among digits as a power of ten.
    return utf8.count > 15 && utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x45 || $0 == 0x65 }
  }
}
