public import Findings

extension Report {
  /// How a report is written.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// For a person at a terminal.
    case text
    /// For another program: one JSON object (RFC 8259), as `docs/verify-report.schema.json` describes it.
    case json
    /// For a spreadsheet: a row for each invoice and each loose end (RFC 4180).
    case csv
    /// For a person with a browser or a printer: one page that needs nothing but itself.
    case html
  }

  /// Writes the report piece by piece, so that nobody has to hold the whole of it.
  ///
  /// The same report gives the same pieces. Each is valid UTF-8 by itself; together they end in a line feed.
  ///
  /// - Parameter sink: gets the pieces in their order; what it throws ends the writing.
  public func write<Failure>(
    _ form: Form, in language: Language, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    switch form {
    case .text: try TextReport(self, language).write(to: sink)
    case .json: try JSONReport(report: self, language: language).write(to: sink)
    case .csv: try CSVReport(report: self, language: language).write(to: sink)
    case .html: try HTMLReport(self, language).write(to: sink)
    }
  }

  /// The report for a terminal: the verdict first, then what needs a person, then the rest.
  ///
  /// Lines are folded at 100 columns; nothing that stands in a code or a file's name can steer the terminal.
  public func text(in language: Language) -> String { whole(.text, language) }

  /// The report for another program: one JSON object (RFC 8259) in UTF-8, its keys always in the same order.
  ///
  /// - Parameter language: of the sentences; the names of checks, verdicts and outcomes are the same in every language.
  public func json(in language: Language) -> String { whole(.json, language) }

  /// The report for a spreadsheet: RFC 4180 in UTF-8 with a byte-order mark; `;` between the cells in Polish, where the
  /// comma is for decimals, and `,` in English.
  public func csv(in language: Language) -> String { whole(.csv, language) }

  /// The report as one HTML page, which asks nothing of any network.
  public func html(in language: Language) -> String { whole(.html, language) }

  private func whole(_ form: Form, _ language: Language) -> String {
    var text = ""
    write(form, in: language) { text += $0 }
    return text
  }
}
