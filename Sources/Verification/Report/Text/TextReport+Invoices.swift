import Findings
import KSeFIdentifiers

extension TextReport {
  /// The only invoice of a report, with every check.
  func writeAlone(_ subject: SubjectReport, to lines: inout FoldedLines) {
    lines.add("")
    lines.add(title(of: subject), hanging: 2)
    for (name, value) in facts(of: subject) { lines.add(name.padded(to: 9) + value, indent: 2, hanging: 11) }
    lines.add("")
    for sentence in subject.reasons.isEmpty ? subject.whyNot : [] {
      lines.add(say(sentence), indent: 2)
      lines.add("")
    }
    write(subject.checksByUrgency, of: subject, to: &lines)
  }

  /// An invoice among many: where it is, and why it needs a person.
  func write(_ subject: SubjectReport, number: Int, to lines: inout FoldedLines) {
    lines.add("")
    lines.add("\(number). \(title(of: subject))", indent: 2, hanging: 5)
    for place in subject.places { lines.add(say(place), indent: 5, hanging: 7) }
    if let file = subject.invoiceFile { lines.add("XML: \(file)", indent: 5, hanging: 7) }
    if subject.reasons.isEmpty {
      for sentence in subject.whyNot { lines.add(say(sentence), indent: 5) }
    } else {
      write(subject.reasons, of: subject, indent: 5, to: &lines)
    }
  }

  /// What passed: a line for each, or their number where they are many.
  func writePassed(_ lines: inout FoldedLines) {
    let subjects = numbered(.passed)
    guard !subjects.isEmpty else { return }
    lines.add("")
    lines.add("\(say(Verdict.passed.word).uppercased()) (\(subjects.count))")
    guard subjects.count <= TextReport.mostListed else {
      lines.add(
        say(
          Sentence(
            "Each is listed in the report as JSON, CSV or HTML.",
            pl: "Każda jest wymieniona w raporcie w postaci JSON, CSV lub HTML.")), indent: 2)
      writeRemarks(on: subjects.map(\.subject), to: &lines)
      return
    }
    for (number, subject) in subjects {
      let places = subject.places.map(say).joined(separator: "; ")
      let remarks = subject.checks.filter { $0.outcome == .remark }.map(\.check.rawValue).inOrderFoundOnce
      let tail = remarks.isEmpty ? "" : " (\(say(Outcome.remark.word)): \(remarks.joined(separator: ", ")))"
      lines.add("\(number). \(title(of: subject)); \(places)\(tail)", indent: 2, hanging: 5)
    }
  }

  /// On how many invoices each check has a remark, where they are too many to be listed.
  private func writeRemarks(on subjects: [SubjectReport], to lines: inout FoldedLines) {
    let remarks = subjects.map { subject in Set(subject.checks.filter { $0.outcome == .remark }.map(\.check)) }
    let counts = CheckName.allCases.compactMap { name in
      let count = remarks.count { $0.contains(name) }
      return count > 0 ? "\(name.rawValue) \(count)" : nil
    }
    guard !counts.isEmpty else { return }
    lines.add(
      say(Sentence("Remarks, by check: ", pl: "Uwagi według sprawdzeń: ")) + counts.joined(separator: ", "), indent: 2,
      hanging: 4)
  }

  /// What only KSeF can tell: each question once, then the links to open.
  func writeOpenQuestions(_ lines: inout FoldedLines) {
    lines.add("")
    lines.add(say(Sentence("Only KSeF can tell:", pl: "Tylko KSeF wie:")))
    var links: [Sentence: String] = [:]
    let questions = report.subjects.flatMap(\.openQuestions).map(\.question).inOrderFoundOnce
    let isAlone = report.subjects.count == 1
    if isAlone {
      for open in report.subjects[0].openQuestions where open.link != nil { links[open.question] = open.link }
    }
    var last: String?
    for question in questions {
      // One link may answer two questions; it is said below the last of them.
      if let last, last != links[question] { lines.add(last, indent: 4) }
      lines.add("- " + say(question), indent: 2, hanging: 4)
      last = links[question]
    }
    if let last { lines.add(last, indent: 4) }
    guard !isAlone else { return }
    guard report.subjects.count <= TextReport.mostLinked else {
      lines.add(
        say(
          Sentence(
            "The links to open are in the report as JSON, CSV or HTML.",
            pl: "Linki do otwarcia są w raporcie w postaci JSON, CSV lub HTML.")), indent: 2)
      return
    }
    lines.add(say(Sentence("The links to open, by invoice:", pl: "Linki do otwarcia, według faktur:")), indent: 2)
    for (index, subject) in report.subjects.enumerated() {
      let links = subject.openQuestions.compactMap(\.link).inOrderFoundOnce
      if !links.isEmpty { lines.add("\(index + 1).", indent: 2) }
      for link in links { lines.add(link, indent: 4) }
    }
  }

  private func title(of subject: SubjectReport) -> String {
    var facts: [String] = []
    if let number = subject.details.number { facts.append(number) }
    if let seller = subject.seller { facts.append(say(Sentence("seller ", pl: "sprzedawca ")) + seller.digits) }
    if let date = subject.issueDate { facts.append(say(Sentence("issued ", pl: "wystawiona ")) + date.iso) }
    if let environment = subject.environment { facts.append(say(environment.words)) }
    let invoice = say(Sentence("Invoice", pl: "Faktura"))
    return facts.isEmpty ? invoice : "\(invoice): \(facts.joined(separator: ", "))"
  }

  private func facts(of subject: SubjectReport) -> [(name: String, value: String)] {
    var facts: [(String, String)] = []
    if let buyer = subject.details.buyer { facts.append((say(Sentence("Buyer", pl: "Nabywca")), buyer)) }
    if let total = subject.details.total { facts.append((say(Sentence("Total", pl: "Razem")), total)) }
    if let number = subject.details.ksefNumber { facts.append(("KSeF", number)) }
    if let hash = subject.hash { facts.append(("SHA-256", hash.base64URL)) }
    if let file = subject.invoiceFile { facts.append(("XML", file)) }
    if let certificate = subject.certificate {
      let holder = subject.certificateHolder.map { " (\($0))" } ?? ""
      facts.append((say(Sentence("Cert.", pl: "Cert.")), certificate.text + holder))
    }
    for code in subject.codes {
      facts.append((say(code.kind.word), code.origins.map { say($0.words) }.joined(separator: "; ")))
    }
    return facts
  }

  private func write(
    _ checks: [CheckResult], of subject: SubjectReport, indent: Int = 2, to lines: inout FoldedLines
  ) {
    let width = (checks.map(\.check.rawValue.count).max() ?? 0) + 2
    let outcomeWidth = (checks.map { say($0.outcome.word).count }.max() ?? 0) + 2
    for check in checks {
      var sentence = say(check.sentence)
      if let code = check.code, subject.codes.count > 2 { sentence += " (\(say(code.words)))" }
      let head = say(check.outcome.word).padded(to: outcomeWidth) + check.check.rawValue.padded(to: width)
      lines.add(head + sentence, indent: indent, hanging: indent + outcomeWidth + width)
    }
  }
}
