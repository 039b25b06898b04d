import CodeReading
import Findings
import JSONWriting
import KSeFIdentifiers

// The parts of the JSON report; `docs/verify-report.schema.json` describes each.

extension SubjectReport {
  func json(in language: Language) -> JSONValue {
    .object([
      ("verdict", .string(verdict.rawValue)),
      ("reasons", .array(whyNot.map { .string($0.text(in: language)) })),
      ("seller", .text(seller?.digits)),
      ("issue-date", .text(issueDate?.iso)),
      ("sha256", .text(hash?.base64URL)),
      ("environment", .text(environment?.rawValue)),
      ("number", .text(details.number)),
      ("buyer", .text(details.buyer)),
      ("total", .text(details.total)),
      ("ksef-number", .text(details.ksefNumber)),
      ("certificate", .text(certificate?.text)),
      ("certificate-holder", .text(certificateHolder)),
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
  func json(in language: Language) -> JSONValue {
    .object([
      ("kind", .string(kind.rawValue)),
      ("text", .string(text)),
      ("found", .array(origins.map { $0.json(in: language) })),
    ])
  }
}

extension CheckResult {
  func json(in language: Language) -> JSONValue {
    .object([
      ("check", .string(check.rawValue)),
      ("outcome", .string(outcome.rawValue)),
      ("sentence", .string(sentence.text(in: language))),
      ("code", code?.json(in: language) ?? .null),
    ])
  }
}

extension OtherCode {
  func json(in language: Language) -> JSONValue {
    .object([("text", .string(text)), ("qr", .boolean(isQR)), ("found", origin.json(in: language))])
  }
}

extension Obstacle {
  func json(in language: Language) -> JSONValue {
    .object([
      ("code", .string(code)),
      ("file", .text(place.file)),
      ("reason", .string(reason.text(in: language))),
      ("remedy", .string(remedy.text(in: language))),
    ])
  }
}

extension Origin {
  func json(in language: Language) -> JSONValue {
    switch self {
    case .argument(let number): .object([("link", .integer(number))])
    case .line(let name, let line): .object([("file", .string(name)), ("line", .integer(line))])
    case .page(let name, let page, let region):
      .object([
        ("file", .string(name)), ("page", .integer(page)), ("place", .string(region.words.text(in: language))),
        ("region", region.json),
      ])
    }
  }
}

extension ReportCounts {
  var json: JSONValue {
    .object([
      ("invoices", .integer(invoices)), ("passed", .integer(passed)), ("failed", .integer(failed)),
      ("indeterminate", .integer(indeterminate)), ("prints", .integer(prints)), ("pages", .integer(pages)),
      ("codes", .integer(codes)), ("kod1-without-kod2", .integer(onlyInvoiceLink)),
      ("kod2-without-kod1", .integer(onlyCertificateLink)), ("other-codes", .integer(otherCodes)),
      ("unreadable-codes", .integer(unreadableCodes)), ("prints-without-code", .integer(printsWithoutCode)),
      ("unreadable-evidence", .integer(unreadableEvidence)), ("invoices-without-code", .integer(invoicesWithoutCode)),
    ])
  }
}

extension PrintReport {
  var json: JSONValue {
    .object([
      ("file", .string(name)), ("kind", .string(kind.rawValue)), ("pages", .array(pages.map(\.json))),
    ])
  }
}

extension PageReport {
  fileprivate var json: JSONValue {
    .object([
      ("page", .integer(page)), ("text", .string(textSource.rawValue)),
      ("invoices", .array(subjects.map(JSONValue.integer))), ("codes", .array(marks.map(\.json))),
    ])
  }
}

extension CodeMark {
  fileprivate var json: JSONValue {
    .object([
      ("kind", .string(kind.rawValue)), ("invoice", subject.map(JSONValue.integer) ?? .null), ("region", region.json),
    ])
  }
}

extension PageRegion {
  fileprivate var json: JSONValue {
    .object([
      ("left", .fraction(left)), ("top", .fraction(top)), ("width", .fraction(width)), ("height", .fraction(height)),
    ])
  }
}
