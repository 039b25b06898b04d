import Findings
import JSONWriting

/// Writes a report as one JSON object, invoice by invoice and print by print.
struct JSONReport {
  let report: Report
  let language: Language

  func write<Failure>(to sink: (String) throws(Failure) -> Void) throws(Failure) {
    try sink("{\n")
    try member("format", .integer(1), to: sink)
    try member("verdict", .string(report.verdict?.rawValue ?? "no-code"), to: sink)
    try member("language", .string(language.rawValue), to: sink)
    try member("counts", report.counts.json, to: sink)
    try array("invoices", report.subjects, to: sink) { $0.json(in: language) }
    try array("prints", report.prints, to: sink) { $0.json }
    try array("other-codes", report.otherCodes, to: sink) { $0.json(in: language) }
    try array("unreadable-codes", report.unreadableCodes, to: sink) { $0.origin.json(in: language) }
    try array("unreadable-evidence", report.obstacles, to: sink) { $0.json(in: language) }
    try array("invoices-without-code", report.invoicesWithoutCode, to: sink) { .string($0) }
    let notLookedAt = report.subjects.isEmpty ? [] : report.notLookedAt
    try member("not-looked-at", .array(notLookedAt.map { .string($0.text(in: language)) }), isLast: true, to: sink)
    try sink("}\n")
  }

  private func member<Failure>(
    _ key: String, _ value: JSONValue, isLast: Bool = false, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    try sink("  \"\(key)\": \(value.text(level: 1))\(isLast ? "" : ",")\n")
  }

  /// A member whose elements are written one by one.
  private func array<Element, Failure>(
    _ key: String, _ elements: [Element], to sink: (String) throws(Failure) -> Void, json: (Element) -> JSONValue
  ) throws(Failure) {
    try sink("  \"\(key)\": [")
    var isFirst = true
    for element in elements {
      try sink((isFirst ? "\n    " : ",\n    ") + json(element).text(level: 2))
      isFirst = false
    }
    try sink(isFirst ? "],\n" : "\n  ],\n")
  }
}
