import Findings
import Foundation
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import Synchronization
import Testing

/// A desk in a folder of its own, whose clock is set by hand.
final class TestDesk {
  let folder: String
  let ledger: Ledger
  private let time: TestClock

  init(at start: String = "2026-06-15T10:00:00Z") throws {
    folder = NSTemporaryDirectory() + "desk-\(UUID().uuidString)"
    let time = TestClock(try #require(Moment(iso: start)))
    self.time = time
    ledger = try Ledger(folder, clock: { time.now })
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
  }

  func set(_ iso: String) throws { time.set(try #require(Moment(iso: iso))) }

  /// Another program at the same desk.
  func again() throws -> Ledger {
    let time = time
    return try Ledger(folder, clock: { time.now })
  }

  /// Records an invoice of a number; its bytes are made from all that is given.
  @discardableResult
  func issue(
    _ number: String, kind: String = "VAT", content: String = "", mode: WorkingMode = .offline24, event: Int? = nil,
    day: String = "2026-06-15", link: String? = "https://example.invalid/kod-ii"
  ) throws -> IssueRecord {
    let record = try invoice(number, kind: kind, content: content, mode: mode, event: event, day: day, link: link)
    try ledger.record(record)
    return record
  }

  func invoice(
    _ number: String, kind: String = "VAT", content: String = "", mode: WorkingMode = .offline24, event: Int? = nil,
    day: String = "2026-06-15", link: String? = "https://example.invalid/kod-ii"
  ) throws -> IssueRecord {
    let xml = Array("<\(number) \(kind) \(content)/>".utf8)
    let identity = InvoiceIdentity(
      seller: try #require(NIP("9999999999")), issueDate: try #require(CalendarDate(iso: day)),
      hash: InvoiceHash(ofExactBytes: xml))
    return IssueRecord(
      environment: .test, identity: identity, number: number, kind: kind, buyer: "Nabywca", mode: mode, eventID: event,
      document: .invoice, certificate: "01F20A5D352AE590", user: "anna", signedLink: link, xml: xml)
  }

  func number(_ day: String = "20260615", _ part: String = "0100001AF629") throws -> KSeFNumber {
    try KSeFNumber(KSeFNumberText.make(seller: "9999999999", day: day, part: part))
  }
}

/// A number's text with its checksum.
enum KSeFNumberText {
  /// Source: verification-codes, "KSeF number" (CRC-8, polynomial 0x07).
  static func make(seller: String, day: String, part: String) -> String {
    let head = "\(seller)-\(day)-\(part)"
    var crc: UInt8 = 0
    for byte in head.utf8 {
      crc ^= byte
      for _ in 0..<8 { crc = crc & 0x80 != 0 ? crc << 1 ^ 0x07 : crc << 1 }
    }
    return head + "-" + String(format: "%02X", crc)
  }
}

final class TestClock: Sendable {
  private let moment: Mutex<Moment>

  init(_ moment: Moment) { self.moment = Mutex(moment) }

  var now: Moment { moment.withLock { $0 } }

  func set(_ new: Moment) { moment.withLock { $0 = new } }
}

/// The code of the obstacle that work ends with; nil where it doesn't.
func code(_ work: () throws -> Void) -> String? {
  do {
    try work()
    return nil
  } catch let obstacle as Obstacle {
    return obstacle.code
  } catch {
    return "\(error)"
  }
}
