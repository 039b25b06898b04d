import Findings
import KSeFIdentifiers
import OfflineRules
import Testing

@Suite("Moments")
struct MomentTests {
  @Test("A moment's day and clock are Poland's, in winter, in summer and when clocks change")
  func polish() throws {
    for (iso, clock) in [
      ("2026-06-14T22:00:00Z", "15.06.2026 00:00"), ("2026-06-14T21:59:59Z", "14.06.2026 23:59"),
      ("2026-01-31T12:27:00Z", "31.01.2026 13:27"), ("2026-03-29T00:59:00Z", "29.03.2026 01:59"),
      ("2026-03-29T01:00:00Z", "29.03.2026 03:00"), ("2026-10-25T00:30:00Z", "25.10.2026 02:30"),
      ("2026-10-25T01:30:00Z", "25.10.2026 02:30"), ("2026-10-25T23:00:00Z", "26.10.2026 00:00"),
    ] {
      let moment = try #require(Moment(iso: iso))
      #expect(moment.clock == clock)
      #expect(moment.iso == iso)
    }
  }

  @Test("Offsets and fractions are read, anything else isn't")
  func reading() throws {
    let noon = try #require(Moment(iso: "2026-01-31T12:00:00Z"))
    for text in ["2026-01-31T13:00:00+01:00", "2026-01-31T12:00:00.9999999Z", "2026-01-31T07:30:00-04:30"] {
      #expect(Moment(iso: text) == noon)
    }
    for text in [
      "", "2026-01-31", "2026-01-31T12:00:00", "2026-01-31T24:00:00Z", "2026-02-30T12:00:00Z", "2026-01-31T12:00:00.Z",
    ] {
      #expect(Moment(iso: text) == nil)
    }
  }
}

@Suite("Working modes")
struct ModeTests {
  /// What was told and decided, each at its time; in one second what is told comes first.
  private func timeline(_ sightings: [(AvailabilityMessage, String)], _ acts: [ModeAct] = []) -> ModeTimeline {
    let told = sightings.map { ModeFact.told(Sighting(message: $0.0, seen: Announcement.moment($0.1))) }
    return ModeTimeline(told + acts.map(ModeFact.act))
  }

  private func mode(_ timeline: ModeTimeline, _ clock: String) -> WorkingMode {
    timeline.state(at: Announcement.moment(clock)).mode
  }

  private func set(_ clock: String) -> ModeAct { .set(at: Announcement.moment(clock), user: "anna", reason: "r") }

  private func end(_ clock: String, _ event: Int? = 1) -> ModeAct {
    .end(at: Announcement.moment(clock), user: "anna", reason: "r", event: event)
  }

  @Test("An announced failure switches by itself, from its announcement to its end")
  func failure() {
    let start = Announcement.message(1, from: "2026-06-08 09:00", announced: "2026-06-08 09:10")
    let over = Announcement.message(
      1, from: "2026-06-08 09:00", to: "2026-06-08 14:00", announced: "2026-06-08 14:05", version: 2)
    let whole = timeline([(over, "2026-06-08 14:06"), (start, "2026-06-08 09:11"), (start, "2026-06-08 09:12")])
    #expect(mode(whole, "2026-06-08 09:05") == .online)
    #expect(mode(whole, "2026-06-08 09:10") == .emergency)
    #expect(mode(whole, "2026-06-08 13:59") == .emergency)
    #expect(mode(whole, "2026-06-08 14:00") == .online)
    let changes = whole.changes(
      from: Announcement.moment("2026-06-08 00:00"), through: Announcement.moment("2026-06-09 00:00"))
    #expect(changes.map(\.to) == [.emergency, .online])
    #expect(changes.first?.cause == .event(id: 1, version: 2))
  }

  @Test("What is announced for later waits for its start")
  func future() {
    let total = Announcement.message(1, .totalFailure, from: "2026-06-20 09:00", announced: "2026-06-08 09:00")
    let whole = timeline([(total, "2026-06-08 09:00")])
    #expect(mode(whole, "2026-06-19 09:00") == .online)
    #expect(mode(whole, "2026-06-20 09:00") == .totalFailure)
  }

  @Test("A failure that is switched off by hand stays off until it is said again to go on")
  func restored() {
    let start = Announcement.message(1, from: "2026-06-08 09:00")
    let off = timeline([(start, "2026-06-08 09:00")], [end("2026-06-08 10:00")])
    #expect(mode(off, "2026-06-08 10:00") == .online)
    #expect(off.state(at: Announcement.moment("2026-06-08 10:00")).cause == .hand(user: "anna", reason: "r"))
    let again = timeline([(start, "2026-06-08 09:00"), (start, "2026-06-08 11:00")], [end("2026-06-08 10:00")])
    #expect(mode(again, "2026-06-08 10:30") == .online)
    #expect(mode(again, "2026-06-08 11:00") == .emergency)
  }

  @Test("offline24 chosen by hand gives way to a failure, and comes back after it until it is ended")
  func underneath() {
    let failure = Announcement.message(1, from: "2026-06-08 09:00", to: "2026-06-08 14:00")
    let whole = timeline([(failure, "2026-06-08 09:00")], [set("2026-06-08 08:00"), end("2026-06-08 16:00", nil)])
    #expect(mode(whole, "2026-06-08 08:30") == .offline24)
    #expect(mode(whole, "2026-06-08 12:00") == .emergency)
    #expect(mode(whole, "2026-06-08 15:00") == .offline24)
    #expect(mode(whole, "2026-06-08 16:00") == .online)
  }

  @Test("Of what happens in one second, what was written down later counts later")
  func sameSecond() {
    let now = "2026-06-08 10:00"
    let failure = Announcement.message(1, from: "2026-06-08 09:00", announced: now)
    let told = ModeFact.told(Sighting(message: failure, seen: Announcement.moment(now)))
    let ended = ModeTimeline([.act(set("2026-06-08 08:00")), .act(end(now, nil)), told])
    #expect(mode(ended, now) == .emergency, "nobody ends what he hasn't been told of")
    let learned = Announcement.message(1, from: "2026-06-08 09:00", to: "2026-06-08 09:50", announced: now, version: 2)
    let late = ModeTimeline([
      .act(set("2026-06-08 08:00")), told, .act(end(now)),
      .told(Sighting(message: learned, seen: Announcement.moment("2026-06-08 10:30"))),
    ])
    #expect(mode(late, "2026-06-08 11:00") == .offline24, "an end that is learned later makes no other act of his")
    let switchedOff = ModeTimeline([told, .act(end(now))])
    #expect(mode(switchedOff, now) == .online)
    let brief = ModeTimeline([.act(set(now)), .act(end(now, nil))])
    #expect(brief.state(at: Announcement.moment(now)).since == Announcement.moment(now))
  }

  @Test("Of overlapping events the gravest decides")
  func overlapping() {
    let maintenance = Announcement.message(1, .maintenance, from: "2026-06-08 08:00", to: "2026-06-08 20:00")
    let failure = Announcement.message(2, from: "2026-06-08 10:00", to: "2026-06-08 18:00")
    let total = Announcement.message(3, .totalFailure, from: "2026-06-08 12:00", to: "2026-06-08 13:00")
    let whole = timeline([maintenance, failure, total].map { ($0, "2026-06-08 08:00") })
    let hours = ["09:00", "11:00", "12:30", "14:00", "19:00", "20:00"].map { mode(whole, "2026-06-08 \($0)") }
    #expect(hours == [.unavailability, .emergency, .totalFailure, .emergency, .unavailability, .online])
  }
}

@Suite("Answers of the availability service")
struct AvailabilityFeedTests {
  private let message = """
    {"id": "K/2026/AWR/02", "eventId": 17, "category": "FAILURE", "type": "FAILURE_START", "title": "t", "text": "x",
     "start": "2026-01-31T12:27:00+00:00", "version": 1, "published": "2026-01-31T12:35:00.123+00:00", "more": [1]}
    """

  private func read(_ text: String) throws(Obstacle) -> AvailabilityFeed {
    try AvailabilityFeed.read(Array(text.utf8), fileName: "f.json")
  }

  @Test("A status, a list and a single message are read")
  func forms() throws {
    let status = try read("{\"status\": \"FAILURE\", \"messages\": [\(message)]}")
    #expect(status.messages.first?.eventID == 17)
    #expect(status.messages.first?.published.iso == "2026-01-31T12:35:00Z")
    #expect(try read("[\(message), \(message)]").messages.count == 2)
    #expect(try read(message).messages == status.messages)
    #expect(try read("{\"status\": \"AVAILABLE\"}").messages.isEmpty)
  }

  @Test("A message of a kind that isn't known is left out and told of, the others are read")
  func unknown() throws {
    let strange = message.replacing("FAILURE_START", with: "SOMETHING_NEW")
    let backwards = message.replacing("\"version\"", with: "\"end\": \"2026-01-30T00:00:00Z\", \"version\"")
    let feed = try read("[\(strange), \(message), \(backwards)]")
    #expect(feed.messages.count == 1)
    #expect(feed.findings.map(\.code) == ["event.message-unknown", "event.message-unknown"])
  }

  @Test(
    "An error's page is no failure of KSeF",
    arguments: [
      "", "<html><body>502 Bad Gateway</body></html>", "<Error><Code>AccessDenied</Code></Error>", "{}", "[", "7",
    ])
  func unreachable(text: String) {
    #expect(
      throws: Obstacle(
        "event.unreadable", at: Place(file: "f.json"), Sentence("", pl: ""), remedy: Sentence("", pl: ""))
    ) {
      try read(text)
    }
  }
}
