package import Findings
package import InvoicePrinting
import JSONReading
package import JSONWriting

/// What there is to say about a print or its failure, as the JSON of a reply: every sentence in both languages.
package struct PrintReport {
  var notices: [Sentence] = []
  var findings: [Finding] = []
  var obstacle: Obstacle?

  /// What there is to say about something else than a print.
  package init(notices: [Sentence], findings: [Finding]) { (self.notices, self.findings) = (notices, findings) }

  /// What there is to say about a print.
  package init(_ answer: PrintAnswer) { (notices, findings) = (answer.notices, answer.findings) }

  /// Why nothing was done.
  package init(_ obstacle: Obstacle) { (findings, self.obstacle) = (obstacle.findings, obstacle) }

  var text: String { json().text }

  /// - Parameter facts: members that follow the report's own.
  package func json(with facts: [(String, JSONValue)] = []) -> JSONValue {
    .object(
      [
        (
          "obstacle",
          obstacle.map { Finding($0.code, .refused, at: $0.place, $0.reason, remedy: $0.remedy).json } ?? .null
        ),
        ("findings", .array(findings.map(\.json))),
        ("notices", .array(notices.map(\.json))),
      ] + facts)
  }

  /// - Parameter status: of the reply's head.
  /// - Throws: where no worker of ours can have written it.
  init(reading json: ReadJSON, status: String) throws(MalformedMessage) {
    guard let notices = json["notices"]?.elements, let findings = json["findings"]?.elements,
      let trouble = json["obstacle"]
    else { throw MalformedMessage() }
    for notice in notices { self.notices.append(try Sentence(reading: notice)) }
    for finding in findings { self.findings.append(try Finding(reading: finding)) }
    guard trouble != .null else { return }
    let told = try Finding(reading: trouble)
    guard let kind = Obstacle.Kind.words.first(where: { $0.word == status })?.kind, let remedy = told.remedy else {
      throw MalformedMessage()
    }
    obstacle = Obstacle(
      told.code, kind: kind, at: told.place, told.sentence, remedy: remedy, findings: self.findings)
  }
}

extension Sentence {
  fileprivate var json: JSONValue { .object([("en", .string(english)), ("pl", .string(polish))]) }

  fileprivate init(reading json: ReadJSON) throws(MalformedMessage) {
    guard let english = json["en"]?.text, let polish = json["pl"]?.text else { throw MalformedMessage() }
    self.init(english, pl: polish)
  }
}

extension Finding {
  fileprivate var json: JSONValue {
    .object([
      ("code", .string(code)),
      ("severity", .string(severity.rawValue)),
      ("file", .text(place.file)),
      ("line", place.line.map(JSONValue.integer) ?? .null),
      ("column", place.column.map(JSONValue.integer) ?? .null),
      ("path", .text(place.path)),
      ("sentence", sentence.json),
      ("remedy", remedy?.json ?? .null),
      ("source", .text(source)),
    ])
  }

  fileprivate init(reading json: ReadJSON) throws(MalformedMessage) {
    guard let code = json["code"]?.text, let sentence = json["sentence"],
      code.utf8.allSatisfy({ $0 == 0x2E || $0 == 0x2D || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }),
      let severity = json["severity"]?.text.flatMap({ Severity(rawValue: $0) })
    else { throw MalformedMessage() }
    var remedy: Sentence?
    if let told = json["remedy"], told != .null { remedy = try Sentence(reading: told) }
    self.init(
      code, severity,
      at: Place(
        file: json["file"]?.text, line: json["line"]?.integer, column: json["column"]?.integer,
        path: json["path"]?.text),
      try Sentence(reading: sentence), remedy: remedy, source: json["source"]?.text)
  }
}
