public import Findings
import KSeFIdentifiers

extension Report {
  /// The report for a terminal: the verdict first, then each invoice with one line for each check.
  ///
  /// Ends in a line feed. Nothing that stands in a code or a file's name can steer the terminal.
  public func text(in language: Language) -> String {
    var writer = TextReport(language: language)
    writer.write(self)
    return writer.lines.map { $0 + "\n" }.joined()
  }
}

/// Writes a report line by line, folded at 100 columns where words allow.
private struct TextReport {
  let language: Language
  var lines: [String] = []

  private static let columns = 100

  mutating func write(_ report: Report) {
    add(headline(report))
    for subject in report.subjects { write(subject, alone: report.subjects.count == 1) }
    writeRest(report)
    guard !report.subjects.isEmpty else { return }
    add("")
    add(say("Only KSeF can tell:", "Tylko KSeF wie:"))
    var said: Set<Sentence> = []
    for open in report.subjects.flatMap(\.openQuestions) where said.insert(open.question).inserted {
      add("- " + open.question.text(in: language), indent: 2, hanging: 4)
    }
    add("")
    add(say("Not looked at:", "Nie sprawdzono:"))
    for sentence in report.notLookedAt { add("- " + sentence.text(in: language), indent: 2, hanging: 4) }
  }

  private func headline(_ report: Report) -> String {
    switch report.verdict {
    case .passed:
      say(
        "PASSED: everything that can be decided offline was decided and agrees.",
        "POZYTYWNIE: rozstrzygnięto wszystko, co można sprawdzić offline, i wszystko się zgadza.")
    case .failed: say("FAILED: something doesn't agree.", "NEGATYWNIE: coś się nie zgadza.")
    case .indeterminate:
      say(
        "INDETERMINATE: nothing disagrees, but something could not be checked.",
        "NIEROZSTRZYGNIĘTE: nie ma sprzeczności, ale czegoś nie dało się sprawdzić.")
    case nil: say("No code of KSeF's was found.", "Nie znaleziono żadnego kodu KSeF.")
    }
  }

  private mutating func write(_ subject: SubjectReport, alone: Bool) {
    add("")
    var facts: [String] = []
    if let seller = subject.seller { facts.append(say("seller ", "sprzedawca ") + seller.digits) }
    if let date = subject.issueDate { facts.append(say("issued ", "wystawiona ") + date.iso) }
    if let environment = subject.environment { facts.append(environment.words.text(in: language)) }
    let verdict = alone ? "" : "\(word(subject.verdict)): "
    let invoice = say("Invoice", "Faktura")
    add(verdict + (facts.isEmpty ? invoice : "\(invoice): \(facts.joined(separator: ", "))"), hanging: 2)
    if let hash = subject.hash { add("SHA-256  \(hash)", indent: 2) }
    for code in subject.codes {
      let name =
        switch code.kind {
        case .invoice: "KOD I"
        case .certificate: "KOD II"
        case .malformed: say("other", "inny")
        }
      let origins = code.origins.map { $0.words.text(in: language) }.joined(separator: "; ")
      add(padded(name, 9) + origins, indent: 2, hanging: 11)
    }
    add("")
    let width = (subject.checks.map(\.check.rawValue.count).max() ?? 0) + 2
    let outcomeWidth = (Outcome.allCases.map { word($0).count }.max() ?? 0) + 2
    for check in subject.checks {
      var sentence = check.sentence.text(in: language)
      if let code = check.code, subject.codes.count > 2 { sentence += " (\(code.words.text(in: language)))" }
      let head = padded(word(check.outcome), outcomeWidth) + padded(check.check.rawValue, width)
      add(head + sentence, indent: 2, hanging: 2 + outcomeWidth + width)
    }
  }

  private mutating func writeRest(_ report: Report) {
    var items: [String] = []
    for obstacle in report.obstacles {
      let place = obstacle.place.text
      items.append(
        (place.isEmpty ? "" : "\(place): ") + obstacle.reason.text(in: language) + " "
          + obstacle.remedy.text(in: language))
    }
    for origin in report.unreadableCodes {
      items.append(
        origin.words.text(in: language)
          + say(": a QR code was seen and could not be read.", ": widać kod QR, którego nie udało się odczytać."))
    }
    for name in report.invoicesWithoutCode {
      items.append(
        name + say(": no code found names this invoice.", ": żaden ze znalezionych kodów nie wskazuje tej faktury."))
    }
    for code in report.otherCodes {
      let what = code.isQR ? say("not a code of KSeF's", "kod spoza KSeF") : say("no QR code", "to nie kod QR")
      items.append("\(code.origin.words.text(in: language)): \(what): \(code.text.shortened(to: 60))")
    }
    guard !items.isEmpty else { return }
    add("")
    add(say("Besides:", "Ponadto:"))
    for item in items { add("- " + item, indent: 2, hanging: 4) }
  }

  private func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .passed: say("PASSED", "POZYTYWNIE")
    case .failed: say("FAILED", "NEGATYWNIE")
    case .indeterminate: say("INDETERMINATE", "NIEROZSTRZYGNIĘTE")
    }
  }

  private func word(_ outcome: Outcome) -> String {
    switch outcome {
    case .passed: say("agrees", "zgodne")
    case .remark: say("remark", "uwaga")
    case .failed: say("FAILED", "BŁĄD")
    case .undecided: say("UNDECIDED", "NIE WIADOMO")
    case .notRun: say("not run", "pominięto")
    }
  }

  private func say(_ english: String, _ polish: String) -> String { language == .polish ? polish : english }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// Adds a line, its continuations indented by `hanging`; a word longer than a line stays whole, for copying.
  private mutating func add(_ text: String, indent: Int = 0, hanging: Int = 0) {
    var line = String(repeating: " ", count: indent)
    var isFresh = true
    for word in text.printable.split(separator: " ", omittingEmptySubsequences: false) {
      if !isFresh, line.count + 1 + word.count > TextReport.columns {
        lines.append(line.trimmingEnd())
        line = String(repeating: " ", count: hanging)
        isFresh = true
      }
      line += (isFresh ? "" : " ") + word
      isFresh = false
    }
    lines.append(line.trimmingEnd())
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
