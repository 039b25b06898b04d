import Findings
import JSONReading
import OfflineRules
import Testing

@Suite("Answers that nobody vouches for")
struct ForeignFeedTests {
  private let members = [
    "id": #""K/2026/AWR/02""#, "eventId": "17", "category": #""FAILURE""#, "type": #""FAILURE_START""#,
    "title": #""t""#, "text": #""x""#, "start": #""2026-01-31T12:27:00+00:00""#, "version": "1",
    "published": #""2026-01-31T12:35:00+00:00""#,
  ]

  /// A message with some members changed; those that become "" are left out.
  private func message(_ changes: [String: String] = [:]) -> String {
    let changed = members.merging(changes) { $1 }.filter { !$0.value.isEmpty }
    return "{" + changed.sorted { $0.key < $1.key }.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
  }

  private func read(_ text: String) throws -> AvailabilityFeed {
    try AvailabilityFeed.read(Array(text.utf8), fileName: "f.json")
  }

  private func expectLeftOut(_ strange: String) throws {
    let feed = try read("{\"status\": \"FAILURE\", \"messages\": [\(strange), \(message())]}")
    #expect(feed.messages.count == 1, "\(strange)")
    #expect(feed.findings.map(\.code) == ["event.message-unknown"], "\(strange)")
    #expect(feed.findings.first?.place.path == "messages[0]")
  }

  @Test("A message with numbers or times that no event has is left out, the others are read")
  func incredible() throws {
    for (name, values) in [
      "eventId": ["0", "-1", "2147483648", "9223372036854775807", "-9223372036854775808"],
      "version": ["0", "-1", "1000001", "9223372036854775807"],
      "start": [#""2019-12-31T12:00:00Z""#, #""2101-01-01T12:00:00Z""#, #""0001-01-01T00:00:00+23:59""#],
      "end": [#""2101-01-01T12:00:00Z""#, #""9999-12-31T23:59:59-23:59""#],
      "published": [#""2019-12-31T12:00:00Z""#, #""2101-01-01T12:00:00Z""#],
    ] {
      for value in values { try expectLeftOut(message([name: value])) }
    }
  }

  @Test("Numbers and times at the ends of what is possible are read")
  func extremes() throws {
    let feed = try read(
      "["
        + [
          message(["eventId": "1", "version": "1000000"]), message(["eventId": "2147483647"]),
          message(["start": #""2020-01-01T00:00:00Z""#, "published": #""2020-01-01T00:00:00Z""#]),
          message(["published": #""2100-12-31T22:00:00Z""#]),
        ].joined(separator: ",") + "]")
    #expect(feed.messages.count == 4)
    #expect(feed.findings.isEmpty)
  }

  @Test("A negative event, which a person wrote down, is read in the journal alone")
  func byHand() throws {
    let text = message(["eventId": "-1"])
    #expect(try read("[\(text)]").messages.isEmpty)
    #expect(AvailabilityMessage(try ReadJSON.read(Array(text.utf8)))?.eventID == -1)
  }

  @Test("A message whose parts don't belong together is left out, the others are read")
  func inconsistent() throws {
    let later = #""2026-01-31T14:00:00Z""#
    try expectLeftOut(message(["type": #""FAILURE_END""#]))
    try expectLeftOut(message(["type": #""FAILURE_END""#, "end": "null"]))
    try expectLeftOut(message(["end": #""2026-01-31T12:26:59Z""#]))
    for category in [#""FAILURE""#, #""TOTAL_FAILURE""#] {
      try expectLeftOut(message(["category": category, "type": #""MAINTENANCE_ANNOUNCEMENT""#, "end": later]))
    }
    for kind in [#""FAILURE_START""#, #""FAILURE_END""#] {
      try expectLeftOut(message(["category": #""MAINTENANCE""#, "type": kind, "end": later]))
    }
    let end = message(["category": #""TOTAL_FAILURE""#, "type": #""FAILURE_END""#, "end": later])
    let planned = message(["category": #""MAINTENANCE""#, "type": #""MAINTENANCE_ANNOUNCEMENT""#])
    #expect(try read("[\(end), \(planned)]").messages.map(\.category) == [.totalFailure, .maintenance])
  }

  @Test(
    "A status that says trouble without any message is warned of, and nothing follows from it",
    arguments: ["FAILURE", "TOTAL_FAILURE", "MAINTENANCE"])
  func statusAlone(status: String) throws {
    for rest in ["", #", "messages": null"#, #", "messages": []"#, #", "messages": {}"#, #", "messages": "none""#] {
      let feed = try read("{\"status\": \"\(status)\"\(rest)}")
      #expect(feed.status == status)
      #expect(feed.messages.isEmpty)
      #expect(feed.findings.map(\.code) == ["event.status-alone"])
      #expect(feed.findings.first?.severity == .warning)
      #expect(feed.findings.first?.remedy != nil)
    }
  }

  @Test("The status is told where the answer has one")
  func status() throws {
    let fine = try read(#"{"status": "AVAILABLE"}"#)
    #expect(fine.status == "AVAILABLE")
    #expect(fine.findings.isEmpty)
    #expect(try read("{\"status\": \"FAILURE\", \"messages\": [\(message())]}").findings.isEmpty)
    #expect(try read("[]").status == nil)
    #expect(try read(message()).status == nil)
  }

  @Test(
    "Members that nobody knows hide nothing, whatever they hold",
    arguments: [
      "99.9", "1e3", "1.0", "-0", "1000000000000000000000000000000", #""\ud800""#, #"{"a": [0.5, "\udfff"]}"#, "null",
    ])
  func unknownMembers(value: String) throws {
    let text = message(["load": value])
    let feed = try read("{\"uptime\": \(value), \"status\": \"FAILURE\", \"messages\": [\(text)]}")
    #expect(feed.messages.count == 1)
    #expect(feed.findings.isEmpty)
  }

  @Test("Half a letter in a text reads as a replacement")
  func halfLetter() throws {
    #expect(try read(message(["text": #""a\ud800b""#])).messages.first?.text == "a\u{FFFD}b")
  }

  @Test(
    "A message with a number that can't be one of ours, or named twice, hides only itself",
    arguments: [
      ("eventId", "17.5"), ("eventId", "1e1"), ("version", "1.0"), ("version", "1000000000000000000000000000000"),
      ("version", "1, \"version\": 2"), ("end", "null, \"end\": null"), ("start", "0.5"),
    ])
  func onlyItself(name: String, value: String) throws {
    try expectLeftOut(message([name: value]))
  }

  @Test("What is no message hides only itself")
  func noMessages() throws {
    for strange in ["null", "7", "0.5", "[]", "{}", #""text""#, "true"] { try expectLeftOut(strange) }
  }

  @Test("A byte order mark is skipped")
  func byteOrderMark() throws {
    #expect(try read("\u{FEFF}[\(message())]").messages.count == 1)
  }
}
