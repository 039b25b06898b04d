import Findings
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import Testing

@Suite("The queue of invoices issued offline")
struct QueueTests {
  @Test("An invoice is kept with its exact bytes and its link")
  func kept() throws {
    let desk = try TestDesk()
    let record = try desk.issue("FV/1")
    let found = try desk.again().invoice("FV/1", in: .test)
    #expect(found.identity == record.identity)
    #expect(found.signedLink == record.signedLink)
    #expect(found.state == .waiting)
    #expect(try desk.again().xml(of: found) == record.xml)
  }

  @Test("Another invoice of the same seller, kind and number is refused with the first one's date")
  func numberTaken() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1")
    let second = try desk.invoice("FV/1", content: "other", day: "2026-06-16")
    #expect(code { try desk.ledger.record(second) } == "desk.number-taken")
    do {
      try desk.ledger.record(second)
    } catch {
      #expect(error.reason.english.contains("15.06.2026"))
    }
    try desk.issue("FV/1", kind: "ZAL")
    #expect(try desk.ledger.issued(in: .test).count == 2)
  }

  @Test("The same number in another environment is another invoice")
  func otherEnvironment() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1")
    var other = try desk.invoice("FV/1", content: "other")
    other.environment = .demo
    try desk.ledger.record(other)
    #expect(try desk.ledger.issued(in: .demo).count == 1)
  }

  @Test("The same bytes again are a re-print, and add no second invoice")
  func reprint() throws {
    let desk = try TestDesk()
    let record = try desk.issue("FV/1")
    try desk.ledger.record(record)
    #expect(try desk.ledger.issued(in: .test).count == 1)
    #expect(try desk.ledger.journal([.reprinted]).count == 1)
  }

  @Test("A second till that signed the same invoice meanwhile must print with the first one's link")
  func twoTills() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1")
    let other = try desk.invoice("FV/1", link: "https://example.invalid/another")
    #expect(code { try desk.ledger.record(other) } == "desk.recorded-meanwhile")
  }

  @Test("An accepted invoice leaves the queue with its number, once")
  func sent() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1")
    try desk.issue("FV/2")
    let number = try desk.number()
    try desk.ledger.markSent("FV/1", number, by: "anna", in: .test)
    #expect(try desk.ledger.issued(in: .test, waitingOnly: true).map(\.number) == ["FV/2"])
    try desk.ledger.markSent("FV/1", number, by: "anna", in: .test)
    #expect(try desk.ledger.journal([.sent]).count == 1)
    let other = try desk.number("20260615", "0100001AF630")
    #expect(code { try desk.ledger.markSent("FV/1", other, by: "anna", in: .test) } == "desk.other-number")
    #expect(code { try desk.ledger.markSent("FV/2", number, by: "anna", in: .test) } == "desk.number-of-another")
    let early = try desk.number("20260614", "0100001AF631")
    #expect(code { try desk.ledger.markSent("FV/2", early, by: "anna", in: .test) } == "ksef-number.before-issue")
    #expect(code { try desk.ledger.markSent("FV/3", number, by: "anna", in: .test) } == "desk.no-invoice")
  }

  @Test(
    "A technical correction takes the refused one's place, and names the hash on the paper however often it is corrected"
  )
  func technicalCorrection() throws {
    let desk = try TestDesk()
    let first = try desk.issue("FV/1")
    try desk.ledger.markRejected("FV/1", reason: "schema", by: "anna", in: .test)
    let second = try desk.issue("FV/1", content: "second")
    #expect(try desk.ledger.invoice("FV/1", in: .test).corrects == first.identity.hash.base64URL)
    try desk.ledger.markRejected("FV/1", reason: "size", by: "anna", in: .test)
    try desk.issue("FV/1", content: "third")
    let third = try desk.ledger.invoice("FV/1", in: .test)
    #expect(third.corrects == first.identity.hash.base64URL)
    #expect(try desk.ledger.issued(in: .test, waitingOnly: true).count == 1)
    #expect(try desk.ledger.invoice(second.identity.hash.base64URL, in: .test).state == .replaced)
    #expect(try desk.ledger.verifyJournal().findings == [])
  }

  @Test("A technical correction was issued as the first print was, whatever is in force by now")
  func correctionKeepsItsMode() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1", mode: .emergency, event: 7)
    try desk.ledger.markRejected("FV/1", reason: "schema", by: "anna", in: .test)
    try desk.set("2026-06-18T10:00:00Z")
    try desk.issue("FV/1", content: "second", mode: .offline24)
    let second = try desk.ledger.invoice("FV/1", in: .test)
    #expect(second.mode == .emergency)
    #expect(second.eventID == 7)
    #expect(second.firstRecorded.iso == "2026-06-15T10:00:00Z")
    #expect(second.recorded.iso == "2026-06-18T10:00:00Z")
    #expect(try desk.ledger.verifyJournal().findings == [])
  }

  @Test("What was noted by mistake is taken back, and the same file waits again")
  func reopened() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1")
    #expect(code { try desk.ledger.reopen("FV/1", reason: "r", by: "anna", in: .test) } == "desk.waits")
    try desk.ledger.markRejected("FV/1", reason: "no permission", by: "anna", in: .test)
    #expect(try desk.ledger.reopen("FV/1", reason: "given", by: "anna", in: .test).state == .waiting)
    try desk.ledger.markSent("FV/1", try desk.number(), by: "anna", in: .test)
    #expect(try desk.ledger.reopen("FV/1", reason: "mistyped", by: "anna", in: .test).state == .waiting)
    try desk.ledger.markSent("FV/1", try desk.number("20260615", "0100001AF630"), by: "anna", in: .test)
    #expect(try desk.ledger.verifyJournal().findings == [])
  }

  @Test("What is given up leaves the queue and frees its number, and comes back only while that is free")
  func abandoned() throws {
    let desk = try TestDesk()
    let first = try desk.issue("FV/1")
    try desk.ledger.abandon("FV/1", reason: "spoilt", by: "anna", in: .test)
    #expect(try desk.ledger.issued(in: .test, waitingOnly: true) == [])
    #expect(
      code { try desk.ledger.markSent(first.identity.hash.base64URL, try desk.number(), by: "anna", in: .test) }
        == "desk.never-sent")
    try desk.issue("FV/1", content: "second")
    let hash = first.identity.hash.base64URL
    #expect(code { try desk.ledger.reopen(hash, reason: "r", by: "anna", in: .test) } == "desk.number-taken")
    #expect(try desk.ledger.verifyJournal().findings == [])
  }

  @Test("A number of tomorrow, and a sending before the print, are refused")
  func impossibleTimes() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1")
    #expect(
      code { try desk.ledger.markSent("FV/1", try desk.number("20260616"), by: "anna", in: .test) }
        == "ksef-number.in-future")
    let early = try #require(Moment(iso: "2026-06-15T00:01:00Z"))
    #expect(
      code { try desk.ledger.markSent("FV/1", try desk.number(), sentAt: early, by: "anna", in: .test) }
        == "ksef-number.before-sending")
  }

  @Test("A correction waits until its original has a number")
  func originalWaits() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1")
    let correction = try desk.invoice("KOR/1", kind: "KOR")
    func ask(_ named: String?) throws {
      _ = try desk.ledger.knowledge(
        of: correction.identity, number: "KOR/1", kind: "KOR",
        corrected: [CorrectedReference(number: "FV/1", ksefNumber: named)], in: .test)
    }
    let number = try desk.number()
    #expect(code { try ask(nil) } == "desk.original-waits")
    #expect(code { try ask(number.description) } == "desk.original-waits", "what waits has no number")
    try desk.ledger.markSent("FV/1", number, by: "anna", in: .test)
    #expect(code { try ask(number.description) } == nil)
    #expect(code { try ask(nil) } == "desk.original-numbered")
    #expect(code { try ask("9999999999-20260616-0100001AF630-00") } == "desk.original-numbered")
  }

  @Test("What was issued in a total failure is never sent")
  func totalFailure() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1", mode: .totalFailure, event: 7, link: nil)
    #expect(try desk.ledger.issued(in: .test, waitingOnly: true) == [])
    #expect(try desk.ledger.invoice("FV/1", in: .test).state == .nothingToSend)
    #expect(code { try desk.ledger.markSent("FV/1", try desk.number(), by: "anna", in: .test) } == "desk.never-sent")
  }

  @Test("A number of several kinds is told apart by the hash")
  func several() throws {
    let desk = try TestDesk()
    let first = try desk.issue("FV/1")
    try desk.issue("FV/1", kind: "ZAL")
    #expect(code { _ = try desk.ledger.invoice("FV/1", in: .test) } == "desk.several-invoices")
    let hash = String(first.identity.hash.base64URL.prefix(8))
    #expect(try desk.ledger.invoice(hash, in: .test).kind == "VAT")
  }
}
