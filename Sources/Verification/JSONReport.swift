import CodeReading
public import Findings
import JSONWriting
import KSeFIdentifiers

extension Report {
  /// The report for another program: one JSON object (RFC 8259) in UTF-8, its keys always in the same order.
  ///
  /// - Parameter language: of the sentences; the names of checks and outcomes are the same in every language.
  public func json(in language: Language) -> String {
    JSONValue.object([
      ("format", .integer(1)),
      ("verdict", .string(verdict?.rawValue ?? "no-code")),
      ("language", .string(language.rawValue)),
      ("invoices", .array(subjects.map { $0.json(in: language) })),
      ("other-codes", .array(otherCodes.map { $0.json(in: language) })),
      ("unreadable-codes", .array(unreadableCodes.map { $0.json(in: language) })),
      ("unreadable-evidence", .array(obstacles.map { $0.json(in: language) })),
      ("invoices-without-code", .array(invoicesWithoutCode.map(JSONValue.string))),
      ("not-looked-at", .array(subjects.isEmpty ? [] : notLookedAt.map { .string($0.text(in: language)) })),
    ]).text + "\n"
  }
}

extension SubjectReport {
  fileprivate func json(in language: Language) -> JSONValue {
    .object([
      ("verdict", .string(verdict.rawValue)),
      ("seller", .text(seller?.digits)),
      ("issue-date", .text(issueDate?.iso)),
      ("sha256", .text(hash?.base64URL)),
      ("environment", .text(environment?.rawValue)),
      ("codes", .array(codes.map { $0.json(in: language) })),
      ("invoice-file", .text(invoiceFile)),
      ("checks", .array(checks.map { $0.json(in: language) })),
      (
        "only-ksef-knows",
        .array(
          openQuestions.map {
            .object([("question", .string($0.question.text(in: language))), ("link", .text($0.link))])
          })
      ),
    ])
  }
}

extension ReportedCode {
  fileprivate func json(in language: Language) -> JSONValue {
    .object([
      ("kind", .string(kind.rawValue)),
      ("text", .string(text)),
      ("found", .array(origins.map { $0.json(in: language) })),
    ])
  }
}

extension CheckResult {
  fileprivate func json(in language: Language) -> JSONValue {
    .object([
      ("check", .string(check.rawValue)),
      ("outcome", .string(outcome.rawValue)),
      ("sentence", .string(sentence.text(in: language))),
      ("code", code?.json(in: language) ?? .null),
    ])
  }
}

extension OtherCode {
  fileprivate func json(in language: Language) -> JSONValue {
    .object([("text", .string(text)), ("qr", .boolean(isQR)), ("found", origin.json(in: language))])
  }
}

extension Obstacle {
  fileprivate func json(in language: Language) -> JSONValue {
    .object([
      ("code", .string(code)),
      ("file", .text(place.file)),
      ("reason", .string(reason.text(in: language))),
      ("remedy", .string(remedy.text(in: language))),
    ])
  }
}

extension Origin {
  fileprivate func json(in language: Language) -> JSONValue {
    switch self {
    case .argument(let number): .object([("link", .integer(number))])
    case .line(let name, let line): .object([("file", .string(name)), ("line", .integer(line))])
    case .page(let name, let page, let region):
      .object([("file", .string(name)), ("page", .integer(page)), ("place", .string(region.words.text(in: language)))])
    }
  }
}
