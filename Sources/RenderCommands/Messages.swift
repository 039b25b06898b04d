package import Findings
import Glibc

/// Writes a line for the person at the terminal, apart from what the program outputs.
package func printToStandardError(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  var offset = 0
  while offset < bytes.count {
    let count = bytes[offset...].withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    // Nobody listens any more: there is no one left to tell.
    guard count > 0 || errno == EINTR else { return }
    offset += max(0, count)
  }
}

/// One line a finding: place, weight, sentence, code; and what can be done, once for all that follow each other.
package func report(_ findings: [Finding], in language: Language) {
  var told: Sentence?
  for finding in findings {
    // What stands in an invoice may hold characters that steer a terminal.
    let place = finding.place.text.isEmpty ? "" : "\(finding.place.text.printable): "
    printToStandardError(place + finding.weighedSentence(in: language))
    if let remedy = finding.remedy, remedy != told {
      printToStandardError("  \(remedy.text(in: language).printable)")
      told = remedy
    }
  }
}

/// A notice that isn't about the invoice's data; it may name a file, and a file's name may hold anything.
package func notice(_ sentence: Sentence, in language: Language) {
  printToStandardError(sentence.text(in: language).printable)
}
