import ArgumentParser
import Findings
import Glibc
import Verification
import WholeFiles

/// A report that the caller asks for: its form, and the file that it goes to.
struct WantedReport: ExpressibleByArgument {
  let form: Report.Form
  /// Nil for standard output.
  let file: String?

  /// - Parameter argument: `FORM` or `FORM=FILE`; `-` as the file is standard output.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let form = Report.Form(rawValue: parts[0]), parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.form = form
    file = parts.count == 1 || parts[1] == "-" ? nil : parts[1]
  }

  static let allValueStrings = Report.Form.allCases.map(\.rawValue)

  /// Looks before hours of reading whether the file can be written at their end.
  ///
  /// - Throws: `file.unwritable`.
  func check() throws(Obstacle) {
    guard let file else { return }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "."
    guard access(folder, W_OK) == 0 else {
      let reason = String(cString: strerror(errno))
      throw Obstacle(
        "file.unwritable", kind: .inputOutput, at: Place(file: file),
        Sentence("The report can't be written here: \(reason).", pl: "Nie można tu zapisać raportu: \(reason)."),
        remedy: Sentence(
          "Check that the folder exists and may be written to.",
          pl: "Sprawdź, czy folder istnieje i można w nim zapisywać."))
    }
  }

  /// How many bytes are written at a time: reports consist of many small pieces.
  private static let pieceSize = 64 * 1024

  /// Writes the report whole or not at all, without ever holding the whole of it.
  ///
  /// - Throws: `file.unwritable`.
  func write(_ report: Report, in language: Language) throws(Obstacle) {
    try writeWholeFile(to: file ?? "-") { (sink) throws(Obstacle) in
      var piece: [UInt8] = []
      try report.write(form, in: language) { (text) throws(Obstacle) in
        piece += text.utf8
        guard piece.count >= Self.pieceSize else { return }
        try sink(piece)
        piece.removeAll(keepingCapacity: true)
      }
      try sink(piece)
    }
  }
}
