import Findings
import Glibc

/// Writes a line for the person at the terminal, apart from what the program outputs.
func printToStandardError(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  var offset = 0
  while offset < bytes.count {
    let count = bytes[offset...].withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    // Nobody listens any more: there is no one left to tell.
    guard count > 0 || errno == EINTR else { return }
    offset += max(0, count)
  }
}

/// One line a finding: place, weight, sentence, code.
func report(_ findings: [Finding], in language: Language) {
  for finding in findings {
    let weight: Sentence =
      switch finding.severity {
      case .refused: Sentence("refused", pl: "odmowa")
      case .warning: Sentence("warning", pl: "uwaga")
      case .info: Sentence("note", pl: "informacja")
      }
    // What stands in an invoice may hold characters that steer a terminal.
    let place = finding.place.text.isEmpty ? "" : "\(finding.place.text.printable): "
    printToStandardError(
      "\(place)\(weight.text(in: language)): \(finding.sentence.text(in: language).printable) [\(finding.code)]")
    if let remedy = finding.remedy { printToStandardError("  \(remedy.text(in: language).printable)") }
  }
}

/// A notice that isn't about the invoice's data.
func notice(_ sentence: Sentence, in language: Language) {
  printToStandardError(sentence.text(in: language))
}
