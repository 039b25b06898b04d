import CSVWriting
public import Findings
import JSONWriting
import WholeFiles

/// The report of a run: a row an invoice, written as they come and put in its place at the end.
public final class PrintReport {
  private enum Form {
    case csv
    case json
  }

  private let path: String
  private let form: Form
  private let language: Language
  private let file: StagedFile
  private var buffer: [UInt8] = []
  private var isFirst = true

  private static let pieceSize = 65_536

  /// Begins a report.
  ///
  /// - Parameter path: its ending, `.csv` or `.json`, says what is written.
  /// - Throws: `report.form` (usage), `file.unwritable` (input/output).
  public init(_ path: String, in language: Language) throws(Obstacle) {
    self.path = path
    self.language = language
    let name = path.lowercased()
    guard name.hasSuffix(".csv") || name.hasSuffix(".json") else { throw .reportForm(path) }
    form = name.hasSuffix(".csv") ? .csv : .json
    file = try StagedFile(for: path)
    switch form {
    case .csv: try add(CSVRow.byteOrderMark + CSVRow(header, in: language).text)
    case .json: try add("{\n  \"version\": 1,\n  \"invoices\": [")
    }
  }

  /// Adds an invoice.
  ///
  /// - Throws: `file.unwritable` (input/output).
  public func add(_ row: PrintRow) throws(Obstacle) {
    switch form {
    case .csv: try add(CSVRow(cells(of: row), in: language).text)
    case .json: try add((isFirst ? "\n    " : ",\n    ") + json(of: row).text(level: 2))
    }
    isFirst = false
  }

  /// Ends the report and puts it in its place; before that nothing of it is to be seen.
  ///
  /// - Parameter isWhole: false where the run was broken off.
  /// - Throws: `file.unwritable` (input/output).
  public func finish(_ counts: PrintCounts, isWhole: Bool) throws(Obstacle) {
    if form == .json {
      let summary: [(String, JSONValue)] = [
        ("printed", .integer(counts.printed)), ("refused", .integer(counts.refused)),
        ("failed", .integer(counts.failed)), ("skipped", .integer(counts.skipped)),
        ("passedOver", .integer(counts.passedOver)), ("warnings", .integer(counts.warnings)),
        ("complete", .boolean(isWhole)),
      ]
      try add("\(isFirst ? "" : "\n  ")],\n  \"summary\": \(JSONValue.object(summary).text(level: 1))\n}\n")
    }
    try file.write(buffer)
    try file.synchronise()
    try file.finish()
    try file.place(at: path)
  }

  private func add(_ text: String) throws(Obstacle) {
    buffer += text.utf8
    guard buffer.count >= Self.pieceSize else { return }
    try file.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private var header: [String] {
    [
      Sentence("source", pl: "źródło"), Sentence("verdict", pl: "wynik"), Sentence("output", pl: "wydruk"),
      Sentence("seller's NIP", pl: "NIP sprzedawcy"), Sentence("invoice number", pl: "numer faktury"),
      Sentence("issued", pl: "data wystawienia"), Sentence("KSeF number", pl: "numer KSeF"),
      Sentence("SHA-256", pl: "SHA-256"), Sentence("pages", pl: "strony"), Sentence("warnings", pl: "uwagi"),
      Sentence("findings", pl: "ustalenia"),
    ].map { $0.text(in: language) }
  }

  private func cells(of row: PrintRow) -> [String] {
    let verdict = language == .polish ? row.verdict.word.polish : row.verdict.rawValue
    let findings = row.findings.map { finding in
      let place = Place(line: finding.place.line, column: finding.place.column).text
      return (place.isEmpty ? "" : "\(place) ") + finding.weighedSentence(in: language)
    }
    return [
      row.source, verdict, row.output ?? "", row.seller, row.number, row.issueDate, row.ksefNumber, row.hash,
      row.pageCount == 0 ? "" : String(row.pageCount), String(row.warningCount), findings.joined(separator: " | "),
    ]
  }

  private func json(of row: PrintRow) -> JSONValue {
    func known(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
    return .object([
      ("source", .string(row.source)), ("verdict", .string(row.verdict.rawValue)), ("output", .text(row.output)),
      ("seller", known(row.seller)), ("number", known(row.number)), ("issueDate", known(row.issueDate)),
      ("ksefNumber", known(row.ksefNumber)), ("hash", known(row.hash)),
      ("pages", row.pageCount == 0 ? .null : .integer(row.pageCount)), ("warnings", .integer(row.warningCount)),
      (
        "findings",
        .array(
          row.findings.map { finding in
            .object([
              ("code", .string(finding.code)), ("severity", .string(finding.severity.rawValue)),
              ("line", finding.place.line.map(JSONValue.integer) ?? .null),
              ("column", finding.place.column.map(JSONValue.integer) ?? .null),
              ("path", .text(finding.place.path)), ("sentence", .string(finding.sentence.text(in: language))),
            ])
          })
      ),
    ])
  }
}

extension PrintRow.Verdict {
  /// What it is called in tables and messages.
  public var word: Sentence {
    switch self {
    case .printed: Sentence("printed", pl: "wydrukowana")
    case .refused: Sentence("refused", pl: "odrzucona")
    case .failed: Sentence("failed", pl: "nieodczytana")
    case .skipped: Sentence("skipped", pl: "pominięta")
    }
  }
}

extension Obstacle {
  fileprivate static func reportForm(_ path: String) -> Obstacle {
    Obstacle(
      "report.form", kind: .usage, at: Place(file: path),
      Sentence("What a report is to be, its ending says.", pl: "O postaci raportu decyduje końcówka nazwy."),
      remedy: Sentence("Give a file that ends in .csv or .json.", pl: "Podaj plik o końcówce .csv albo .json."))
  }
}
