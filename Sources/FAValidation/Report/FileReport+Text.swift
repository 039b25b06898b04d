package import Findings

extension FileReport {
  /// The report for a terminal: a line for each finding, and one for the file.
  ///
  /// Ends in a line feed. Nothing that stands in an invoice or a file's name can steer the terminal or begin a line of its
  /// own. What can be done is said once, below the first finding that asks for it.
  package func text(in language: Language) -> String {
    // Why a file can't be opened is a trouble of the run, said elsewhere, and no finding about an invoice.
    let findings = verdict == .unreadable ? [] : self.findings.lines(in: language)
    return findings.map { $0 + "\n" }.joined() + "\(file.printable): \(summary(in: language))\n"
  }

  private func summary(in language: Language) -> String {
    let sentence: Sentence
    switch verdict {
    case .inOrder: sentence = Sentence("in order", pl: "w porządku")
    case .unreadable: sentence = Sentence("can't be read", pl: "nie można odczytać")
    case .warnings:
      let count = count(.warning)
      sentence = Sentence("nothing refused; warnings: \(count)", pl: "bez błędów; uwagi: \(count)")
    case .refused:
      let (refusals, warnings) = (count(.refused), count(.warning))
      let rest = warnings == 0 ? Sentence("", pl: "") : Sentence("; warnings: \(warnings)", pl: "; uwagi: \(warnings)")
      sentence = Sentence(
        "KSeF would refuse it; refusals: \(refusals)\(rest.english)",
        pl: "KSeF ją odrzuci; błędy: \(refusals)\(rest.polish)")
    }
    return sentence.text(in: language)
  }
}

extension [Finding] {
  /// A line for each finding, the way to its element below it, and what to do the first time that it is to be said.
  ///
  /// Nothing in them can steer a terminal or begin a line of its own.
  package func lines(in language: Language) -> [String] {
    var lines: [String] = []
    var told: Set<Sentence> = []
    for finding in self {
      var place = finding.place
      place.path = nil
      lines.append("\(place.text.printable): \(finding.weighedSentence(in: language))")
      if let path = finding.place.path { lines.append("  \(path.printable)") }
      if let remedy = finding.remedy, told.insert(remedy).inserted {
        lines.append("  \(remedy.text(in: language).printable)")
      }
    }
    return lines
  }
}
