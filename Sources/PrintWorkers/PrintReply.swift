import Findings
package import InvoicePrinting
import InvoiceRendering
import JSONReading

/// What a worker answers: a head for programs that want to know little, a report for those that want to know all, and
/// the file.
struct PrintReply {
  let name: String
  let result: Result<PrintAnswer, Obstacle>

  /// How many parts a reply has.
  static let partCount = 3
  /// The most bytes that each part may have.
  static let limits = [MessageHead.limit, 64 << 20, 512 << 20]

  /// The three parts.
  ///
  /// - Parameter language: of the one message in the head; the report has all in both.
  func parts(in language: Language) -> [[UInt8]] {
    var head = MessageHead()
    head.add("status", status)
    head.add("name", name.shortened)
    switch result {
    case .success(let answer):
      head.add("pages", String(answer.pageCount))
      head.add("form", answer.form.rawValue)
      for (field, value) in answer.facts.fields { head.add(field, value.shortened) }
      return [head.bytes, Array(PrintReport(answer).text.utf8), answer.bytes]
    case .failure(let obstacle):
      head.add("code", obstacle.code)
      head.add("message", obstacle.line(in: language).shortened)
      return [head.bytes, Array(PrintReport(obstacle).text.utf8), []]
    }
  }

  private var status: String {
    switch result {
    case .success: "printed"
    case .failure(let obstacle): obstacle.kind.word
    }
  }

  /// What an answer says about a task.
  ///
  /// - Throws: where no worker of ours can have written it.
  static func read(_ parts: [[UInt8]]) throws(MalformedMessage) -> Result<PrintAnswer, Obstacle> {
    guard parts.count == partCount else { throw MalformedMessage() }
    let head = try MessageHead(reading: parts[0])
    let json: ReadJSON
    do throws(NoJSON) { json = try ReadJSON.read(parts[1]) } catch { throw MalformedMessage() }
    let report = try PrintReport(reading: json, status: head["status"] ?? "")
    if let obstacle = report.obstacle { return .failure(obstacle) }
    guard head["status"] == "printed", let pages = head["pages"].flatMap({ Int($0) }), pages >= 1,
      let facts = PrintFacts(head), let form = head["form"].flatMap({ PrintForm(rawValue: $0) }),
      parts[2].starts(with: form.beginning)
    else { throw MalformedMessage() }
    return .success(
      PrintAnswer(
        bytes: parts[2], form: form, pageCount: pages, findings: report.findings, notices: report.notices, facts: facts)
    )
  }
}

extension Obstacle.Kind {
  /// The status of a reply, and what it means.
  static let words: [(word: String, kind: Obstacle.Kind)] = [
    ("refused", .refused), ("wrong-call", .usage), ("input-output", .inputOutput),
  ]

  var word: String {
    guard let word = Obstacle.Kind.words.first(where: { $0.kind == self })?.word else {
      preconditionFailure("every kind has its word")
    }
    return word
  }
}

extension Obstacle {
  /// Place, reason and remedy on one line.
  fileprivate func line(in language: Language) -> String {
    let head = place.text.isEmpty ? "" : "\(place.text): "
    return "\(head)\(reason.text(in: language)) \(remedy.text(in: language))".printable
  }
}

extension PrintFacts {
  /// The facts by the names that other programs call them.
  package var fields: [(String, String)] {
    [
      ("kind", kind.rawValue), ("seller", seller), ("seller-name", sellerName), ("buyer-name", buyerName),
      ("number", number), ("issue-date", issueDate), ("invoice-kind", invoiceKind), ("ksef-number", ksefNumber),
      ("hash", hash),
    ]
  }

  /// Nil where the head doesn't say what it must.
  fileprivate init?(_ head: MessageHead) {
    guard let kind = head["kind"].flatMap({ Kind(rawValue: $0) }), let hash = head["hash"] else { return nil }
    self.init(
      kind: kind, seller: head["seller"] ?? "", sellerName: head["seller-name"] ?? "",
      buyerName: head["buyer-name"] ?? "", number: head["number"] ?? "", issueDate: head["issue-date"] ?? "",
      invoiceKind: head["invoice-kind"] ?? "", ksefNumber: head["ksef-number"] ?? "", hash: hash)
  }
}
