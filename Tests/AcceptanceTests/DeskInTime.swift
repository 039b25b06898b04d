import Foundation
import Testing

/// An offline desk of a test's own, whose programs run at whatever time in Poland the test says.
struct DeskInTime {
  let work: WorkFolder
  /// Its certificate, valid throughout 2026, with the passphrase of its key.
  let certificate: DemonstrationCertificate

  var folder: String { work.file("desk") }

  init() throws {
    work = try WorkFolder()
    certificate = try DemonstrationCertificate.shared(.p256)
  }

  /// Runs a program as if it were that time: `2026-03-02 10:00`.
  func run(_ program: Program, at time: String, _ arguments: [String]) throws -> Outcome {
    try Program.tool("faketime").run(["-f", "@\(time):00", program.path] + arguments)
  }

  /// The arguments, in the test environment of KSeF where a command asks for one.
  private func full(_ arguments: [String]) -> [String] {
    let asks = ["mode", "event", "queue", "due", "status"].contains(arguments.first ?? "")
    return arguments + (asks && !arguments.contains("--environment") ? ["--environment", "test"] : []) + [
      "--desk", folder,
    ]
  }

  /// A command of the desk that must succeed.
  @discardableResult
  func desk(_ time: String, _ arguments: String...) throws -> Outcome {
    let outcome = try run(.desk, at: time, full(arguments) + ["--language", "en"])
    try #require(outcome.code == 0, "\(arguments): \(outcome.errors)")
    return outcome
  }

  /// What a command of the desk lists as JSON.
  func list(_ time: String, _ arguments: String...) throws -> [[String: Any]] {
    let outcome = try run(.desk, at: time, full(arguments) + ["--report", "json"])
    return try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]], "\(outcome.errors)")
  }

  /// What a command of the desk shows as JSON.
  func show(_ time: String, _ arguments: String...) throws -> [String: Any] {
    let outcome = try run(.desk, at: time, full(arguments) + ["--report", "json"])
    return try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any], "\(outcome.errors)")
  }

  /// What a command of the desk says that doesn't succeed.
  func refusal(_ time: String, _ arguments: String...) throws -> String {
    let outcome = try run(.desk, at: time, full(arguments) + ["--language", "en"])
    #expect(outcome.code == 2, "\(outcome.text)")
    return outcome.errors
  }

  /// The mode in force.
  func mode(_ time: String) throws -> String? { try show(time, "mode", "show")["mode"] as? String }

  /// Adds the demonstration certificate for a user.
  func addCertificate(_ time: String, for user: String = "anna") throws {
    try desk(
      time, "certificate", "add", "--certificate", certificate.certificate, "--key", certificate.key,
      "--passphrase-file", certificate.passphraseFile, "--user", user, "--environment", "test")
  }

  /// Feeds in what the availability service answered.
  @discardableResult
  func announce(_ time: String, _ messages: Message...) throws -> Outcome {
    let answer = "{\"status\":\"FAILURE\",\"messages\":[\(messages.map(\.json).joined(separator: ","))]}"
    return try desk(time, "event", "add", "--file", try work.write(answer, to: "messages.json"))
  }

  /// Prints at the desk.
  func render(_ time: String, _ invoice: String, _ print: String, user: String = "anna", _ options: String...) throws
    -> Outcome
  {
    try run(
      .render, at: time,
      [
        invoice, "-o", work.file(print), "--desk", folder, "--user", user, "--environment", "test",
        "--passphrase-file", certificate.passphraseFile, "--language", "en",
      ] + options)
  }

  /// What others read on a print.
  func read(_ print: String) throws -> (text: String, codes: [String]) {
    let text = try Program.tool("pdftotext").run(work.file(print), "-").text.split(whereSeparator: \.isWhitespace)
    return (
      text.joined(separator: " "), try Raster(lastPageOf: work.file(print), dotsPerInch: 200).codes()
    )
  }

  /// A message of the availability service; times as `2026-03-02T08:00:00+00:00`.
  struct Message {
    var event = 17
    var category = "FAILURE"
    var type: String
    var start: String
    var end: String?
    var version = 1
    var published: String

    var json: String {
      let end = end.map { "\"end\":\"\($0)\"," } ?? ""
      return """
        {"id":"K/2026/AWR/\(event)","eventId":\(event),"category":"\(category)","type":"\(type)","title":"t",\
        "text":"x","start":"\(start)",\(end)"version":\(version),"published":"\(published)"}
        """
    }
  }
}

extension Corpus {
  /// One of our samples by its file's name.
  static func sample(_ name: String) throws -> Invoice {
    try #require(samples.first { $0.path.hasSuffix("/\(name)") })
  }
}
