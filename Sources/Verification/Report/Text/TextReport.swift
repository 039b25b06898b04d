import Findings
import KSeFIdentifiers

/// Writes a report for a terminal: one invoice with every check, or a run of many by what needs a person.
struct TextReport {
  let report: Report
  let language: Language

  /// More invoices of a kind than this are counted, where nobody needs to look at each.
  static let mostListed = 50
  /// Of more invoices than this nobody opens the links one by one from a terminal.
  static let mostLinked = 5

  init(_ report: Report, _ language: Language) {
    self.report = report
    self.language = language
  }

  func write<Failure>(to sink: (String) throws(Failure) -> Void) throws(Failure) {
    var lines = FoldedLines()
    if report.verdict == nil {
      lines.add(say(report.explanation))
    } else {
      lines.add("\(say(report.word).uppercased()): \(say(report.explanation))")
    }
    if report.subjects.count > 1 {
      writeSummary(&lines)
      for verdict in [Verdict.failed, .indeterminate] {
        let subjects = numbered(verdict)
        guard !subjects.isEmpty else { continue }
        lines.add("")
        lines.add("\(say(verdict.word).uppercased()) (\(subjects.count))")
        for (number, subject) in subjects {
          write(subject, number: number, to: &lines)
          try sink(lines.take())
        }
      }
    } else {
      for subject in report.subjects { writeAlone(subject, to: &lines) }
    }
    writeLooseEnds(&lines)
    try sink(lines.take())
    if report.subjects.count > 1 { writePassed(&lines) }
    writeOtherCodes(&lines)
    if !report.subjects.isEmpty {
      writeOpenQuestions(&lines)
      lines.add("")
      lines.add(say(Sentence("Not looked at:", pl: "Nie sprawdzono:")))
      for sentence in report.notLookedAt { lines.add("- " + say(sentence), indent: 2, hanging: 4) }
    }
    try sink(lines.take())
  }

  func say(_ sentence: Sentence) -> String { sentence.text(in: language) }

  /// The invoices with a verdict, each with its number in the report.
  func numbered(_ verdict: Verdict) -> [(number: Int, subject: SubjectReport)] {
    report.subjects.enumerated().filter { $0.element.verdict == verdict }.map { ($0.offset + 1, $0.element) }
  }

  private func writeSummary(_ lines: inout FoldedLines) {
    let counts = report.counts
    let verdicts = Verdict.inOrderOfUrgency.map { "\(say($0.word)) \(counts.count($0))" }.joined(separator: ", ")
    lines.add("")
    lines.add(say(Sentence("Invoices", pl: "Faktury")) + ": \(counts.invoices) (\(verdicts))", indent: 2)
    let rest = counts.words.filter { $0.count > 0 }
    for group in [rest.filter { !$0.isTrouble }, rest.filter(\.isTrouble)] where !group.isEmpty {
      let words = group.map { "\(say($0.label)): \($0.count)" }.joined(separator: ", ")
      lines.add(words.prefix(1).uppercased() + words.dropFirst(), indent: 2, hanging: 4)
    }
  }

  private func writeLooseEnds(_ lines: inout FoldedLines) {
    let ends = report.looseEnds
    guard !ends.isEmpty else { return }
    for (title, ends) in [
      (Sentence("Not read:", pl: "Nieodczytane:"), ends.filter(\.kind.isUnread)),
      (Sentence("Besides:", pl: "Ponadto:"), ends.filter { !$0.kind.isUnread }),
    ] where !ends.isEmpty {
      lines.add("")
      lines.add(say(title))
      // What has the same remedy stands together, and the remedy once below it.
      for remedy in ends.map(\.remedy).inOrderFoundOnce {
        for end in ends where end.remedy == remedy {
          let place = say(end.place)
          lines.add("- " + (place.isEmpty ? "" : "\(place): ") + say(end.reason), indent: 2, hanging: 4)
        }
        if let remedy { lines.add(say(remedy), indent: 4, hanging: 4) }
      }
    }
  }

  /// Codes of other kinds on paper: counted, and the first few shown, so that nobody wonders what they are.
  private func writeOtherCodes(_ lines: inout FoldedLines) {
    let codes = report.otherCodes.filter(\.isOnPage)
    guard !codes.isEmpty else { return }
    lines.add("")
    lines.add(say(Sentence("Codes of other kinds", pl: "Kody innego rodzaju")) + " (\(codes.count)):")
    for code in codes.prefix(10) {
      let what =
        code.isQR ? Sentence("not a code of KSeF's", pl: "kod spoza KSeF") : Sentence("no QR code", pl: "to nie kod QR")
      lines.add("- \(say(code.origin.words)): \(say(what)): \(code.text.shortened(to: 60))", indent: 2, hanging: 4)
    }
    if codes.count > 10 { lines.add("…", indent: 2) }
  }
}
