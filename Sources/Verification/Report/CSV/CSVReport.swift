import CSVWriting
import Findings
import KSeFIdentifiers

/// Writes a report for a spreadsheet: a row for each invoice, then one for each loose end.
struct CSVReport {
  let report: Report
  let language: Language

  func write<Failure>(to sink: (String) throws(Failure) -> Void) throws(Failure) {
    try sink(CSVRow.byteOrderMark + row(header))
    for (index, subject) in report.subjects.enumerated() { try sink(row(cells(of: subject, number: index + 1))) }
    for end in report.looseEnds { try sink(row(cells(of: end))) }
  }

  private var header: [String] {
    let facts: [Sentence] = [
      Sentence("no.", pl: "nr"), Sentence("verdict", pl: "wynik"), Sentence("reasons", pl: "powody"),
      Sentence("file", pl: "plik"), Sentence("page", pl: "strona"), Sentence("seller's NIP", pl: "NIP sprzedawcy"),
      Sentence("issued", pl: "data wystawienia"), Sentence("invoice number", pl: "numer faktury"),
      Sentence("buyer", pl: "nabywca"), Sentence("total", pl: "należność ogółem"),
      Sentence("SHA-256", pl: "SHA-256"), Sentence("environment", pl: "środowisko"),
      Sentence("KSeF number", pl: "numer KSeF"), Sentence("invoice file", pl: "plik faktury"),
      Sentence("certificate", pl: "certyfikat"), Sentence("certificate holder", pl: "posiadacz certyfikatu"),
    ]
    return facts.map(say) + CheckName.allCases.map(\.rawValue) + ["KOD I", "KOD II"]
  }

  private func cells(of subject: SubjectReport, number: Int) -> [String] {
    let origins = subject.codes.flatMap(\.origins)
    let files = origins.map(file).inOrderFoundOnce
    let byFile = Dictionary(grouping: origins, by: file)
    // The pages of each file, in the order of the files.
    let pages = files.compactMap { file -> String? in
      let pages = (byFile[file] ?? []).compactMap { if case .page(_, let page, _) = $0 { String(page) } else { nil } }
      return pages.isEmpty ? nil : pages.inOrderFoundOnce.joined(separator: ", ")
    }
    let verdict = language == .polish ? say(subject.verdict.word) : subject.verdict.rawValue
    let facts: [String] = [
      String(number), verdict, subject.whyNot.map(say).joined(separator: " "),
      files.joined(separator: " | "), pages.joined(separator: " | "), subject.seller?.digits ?? "",
      subject.issueDate?.iso ?? "",
      subject.details.number ?? "", subject.details.buyer ?? "", subject.details.total ?? "",
      subject.hash?.base64URL ?? "", subject.environment.map { say($0.words) } ?? "", subject.details.ksefNumber ?? "",
      subject.invoiceFile ?? "", subject.certificate?.text ?? "", subject.certificateHolder ?? "",
    ]
    var worst: [CheckName: Outcome] = [:]
    for outcome in Outcome.inOrderOfUrgency.reversed() {
      for check in subject.checks where check.outcome == outcome { worst[check.check] = outcome }
    }
    let checks = CheckName.allCases.map { worst[$0].map(word) ?? "" }
    let links = [ReportedCode.Kind.invoice, .certificate].map { kind in
      subject.codes.filter { $0.kind == kind }.map(\.text).joined(separator: " | ")
    }
    return facts + checks + links
  }

  private func cells(of end: LooseEnd) -> [String] {
    let isUnread = end.kind.isUnread
    let verdict =
      isUnread ? Sentence("unreadable", pl: "nie do odczytania") : Sentence("no-code", pl: "brak kodu")
    let reasons = [end.reason, end.remedy].compactMap { $0 }.map(say).joined(separator: " ")
    let isInvoice = end.kind == .invoiceWithoutCode
    let file = end.file.isEmpty ? say(end.place) : end.file
    var cells = ["", say(verdict), reasons, isInvoice ? "" : file, end.page.map { String($0) } ?? ""]
    cells += [String](repeating: "", count: 8) + [isInvoice ? end.file : ""]
    return cells + [String](repeating: "", count: header.count - cells.count)
  }

  private func file(of origin: Origin) -> String { origin.print ?? say(origin.words) }

  private func say(_ sentence: Sentence) -> String { sentence.text(in: language) }

  /// In English the names that the JSON report has, too; in Polish words.
  private func word(_ outcome: Outcome) -> String {
    language == .polish ? say(outcome.word).lowercased() : outcome.rawValue
  }

  private func row(_ cells: [String]) -> String { CSVRow(cells, in: language).text }
}
