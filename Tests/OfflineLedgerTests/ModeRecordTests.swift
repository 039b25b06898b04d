import Findings
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import Testing

@Suite("The desk's working mode")
struct ModeRecordTests {
  private let desk: TestDesk

  init() throws { desk = try TestDesk(at: "2026-06-08T06:00:00Z") }

  private func failure(_ version: Int = 1, published: String, end: String? = nil) throws -> AvailabilityMessage {
    AvailabilityMessage(
      id: "K/2026/AWR/3", eventID: 3, category: .failure, kind: end == nil ? .failureStart : .failureEnd, title: "",
      text: "", start: try #require(Moment(iso: "2026-06-08T07:00:00Z")), end: end.flatMap { Moment(iso: $0) },
      version: version, published: try #require(Moment(iso: published)))
  }

  private func changes() throws -> [String] {
    try desk.ledger.journal([.mode]).map { entry in
      let facts = try entry.particulars
      func fact(_ name: String) -> String { facts.first { $0.name == name }?.value ?? "-" }
      return "\(fact("from")) \(fact("to")) \(fact("at"))"
    }
  }

  @Test("What changes by itself is written down once, with the moment at which it changed")
  func byItself() throws {
    try desk.set("2026-06-08T07:10:00Z")
    _ = try desk.ledger.take([failure(published: "2026-06-08T07:05:00Z")], from: "f", by: "anna", in: .test)
    let end = try failure(2, published: "2026-06-08T09:00:00Z", end: "2026-06-08T12:00:00Z")
    try desk.set("2026-06-08T09:10:00Z")
    #expect(try desk.ledger.take([end], from: "f", by: "anna", in: .test).mode.mode == .emergency)
    try desk.set("2026-06-09T06:00:00Z")
    #expect(try desk.ledger.mode(in: .test).mode == .online)
    #expect(try desk.ledger.mode(in: .test).mode == .online)
    #expect(
      try changes() == ["online emergency 2026-06-08T07:05:00Z", "emergency online 2026-06-08T12:00:00Z"])
    #expect(try desk.ledger.verifyJournal().findings == [])
  }

  @Test("The same announcement again is no news, and writes nothing")
  func repeated() throws {
    let message = try failure(published: "2026-06-08T05:00:00Z")
    #expect(try desk.ledger.take([message, message], from: "f", by: "anna", in: .test).added == 1)
    #expect(try desk.ledger.take([message], from: "f", by: "anna", in: .test).added == 0)
    #expect(try desk.ledger.journal([.event]).count == 1)
  }

  @Test("offline24 that was chosen before a failure holds again after it")
  func chosenBefore() throws {
    try desk.ledger.setOffline24(by: "anna", reason: "no network", in: .test)
    try desk.set("2026-06-08T07:10:00Z")
    let end = try failure(2, published: "2026-06-08T07:05:00Z", end: "2026-06-08T12:00:00Z")
    #expect(try desk.ledger.take([end], from: "f", by: "anna", in: .test).mode.mode == .emergency)
    try desk.set("2026-06-08T12:00:00Z")
    #expect(try desk.ledger.mode(in: .test).mode == .offline24)
    #expect(try desk.ledger.endMode(by: "jan", reason: "works", in: .test).mode == .online)
  }

  @Test("What can't be is refused: the mode that holds, ending online, an end before its start, an unknown event")
  func refused() throws {
    #expect(code { try desk.ledger.endMode(by: "anna", reason: "", in: .test) } == "mode.online")
    try desk.ledger.setOffline24(by: "anna", reason: "", in: .test)
    #expect(code { try desk.ledger.setOffline24(by: "anna", reason: "", in: .test) } == "mode.same")
    let (early, late) = (Moment(unixSeconds: 1000), Moment(unixSeconds: 2000))
    func announce(_ start: Moment, _ end: Moment?, _ event: Int?) throws {
      try desk.ledger.announce(
        .failure, start: start, end: end, announced: nil, source: "s", event: event, by: "anna", in: .test)
    }
    #expect(code { try announce(late, early, nil) } == "event.backwards")
    #expect(code { try announce(early, late, 9) } == "event.unknown")
  }

  @Test("What a person writes down has a number of its own, and its end belongs to the same event")
  func byHand() throws {
    let start = try #require(Moment(iso: "2026-06-08T05:00:00Z"))
    let begun = try desk.ledger.announce(
      .failure, start: start, end: nil, announced: nil, source: "BIP MF", event: nil, by: "anna", in: .test)
    #expect(begun.mode == .emergency)
    #expect(begun.cause == .event(id: -1, version: 1))
    let ended = try desk.ledger.announce(
      .failure, start: start, end: desk.ledger.now, announced: nil, source: "BIP MF", event: -1, by: "anna", in: .test)
    #expect(ended.mode == .online)
    #expect(try desk.ledger.history(in: .test).events.map(\.version) == [2])
  }
}
