import Findings
import Foundation
import GRDB
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import Testing

@Suite("The journal")
struct JournalTests {
  /// Changes the file behind the program's back.
  private func tamper(_ desk: TestDesk, _ sql: String) throws {
    let database = try DatabaseQueue(path: desk.folder + "/ledger.sqlite")
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      let triggers = try String.fetchAll(database, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger'")
      try database.execute(sql: "DROP TRIGGER journal_stays; DROP TRIGGER journal_keeps;")
      try database.execute(sql: sql)
      // As somebody would who wants it to go unnoticed.
      for trigger in triggers { try database.execute(sql: trigger) }
    }
  }

  private func busyDesk() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.ledger.setOffline24(by: "anna", reason: "no network", in: .test)
    for number in 1...5 { try desk.issue("FV/\(number)") }
    try desk.ledger.markSent("FV/4", try desk.number(), sentAt: desk.ledger.now, by: "anna", in: .test)
    try desk.ledger.markRejected("FV/5", reason: "schema", by: "anna", in: .test)
    return desk
  }

  @Test("A journal that nobody touched is whole")
  func whole() throws {
    let desk = try busyDesk()
    let (findings, entries, head) = try desk.ledger.verifyJournal()
    #expect(findings == [])
    #expect(entries == 10)
    #expect(head.utf8.count == 43)
    try desk.issue("FV/6")
    #expect(try desk.ledger.verifyJournal(kept: head).findings == [])
  }

  @Test(
    "Whatever is changed behind the program's back is found",
    arguments: [
      ("UPDATE journal SET content = replace(content, 'no network', 'failure') WHERE kind = 'set'", "journal.broken"),
      ("UPDATE journal SET recorded = recorded - 60 WHERE number = 4", "journal.broken"),
      ("DELETE FROM journal WHERE number = 2", "journal.gap"),
      ("UPDATE issued SET xml = x'00' WHERE number = 'FV/3'", "queue.other-xml"),
      ("DELETE FROM issued WHERE number = 'FV/3'", "queue.no-invoice"),
      ("UPDATE issued SET mode = 'emergency', event = 7 WHERE number = 'FV/3'", "queue.other-facts"),
      ("UPDATE issued SET recorded = recorded - 86400 WHERE number = 'FV/3'", "queue.other-facts"),
      ("UPDATE issued SET replaced = 1 WHERE number = 'FV/3'", "queue.other-facts"),
      ("UPDATE issued SET sent_at = sent_at - 864000 WHERE number = 'FV/4'", "queue.other-facts"),
      ("UPDATE issued SET rejection = 'x' WHERE number = 'FV/5'", "queue.other-facts"),
      ("UPDATE issued SET sent = NULL, ksef_number = NULL, sent_at = NULL WHERE number = 'FV/4'", "queue.other-facts"),
      ("UPDATE issued SET closed = 1, closure = '' WHERE number = 'FV/3'", "queue.other-facts"),
      ("UPDATE issued SET first_recorded = 1 WHERE number = 'FV/3'", "queue.other-facts"),
      ("UPDATE issued SET environment = environment || char(0) WHERE number = 'FV/3'", "records.hidden-text"),
      ("UPDATE issued SET number = number || char(0) WHERE number = 'FV/3'", "records.hidden-text"),
      ("UPDATE journal SET kind = kind || char(0) WHERE kind = 'set'", "records.hidden-text"),
      ("UPDATE issued SET hash = 'x' || hash WHERE number = 'FV/3'", "queue.unreadable"),
    ])
  func tampered(sql: String, code: String) throws {
    let desk = try busyDesk()
    try tamper(desk, sql)
    #expect(try desk.again().verifyJournal().findings.map(\.code).contains(code))
  }

  @Test("An end that was cut off is found by a hash kept elsewhere")
  func cut() throws {
    let desk = try busyDesk()
    let head = try desk.ledger.verifyJournal().head
    try tamper(
      desk,
      "UPDATE issued SET rejected = NULL, rejection = NULL WHERE number = 'FV/5'; DELETE FROM journal WHERE number = 10"
    )
    #expect(try desk.again().verifyJournal().findings == [])
    #expect(try desk.again().verifyJournal(kept: head).findings.map(\.code) == ["journal.cut"])
  }

  @Test(
    "Records whose structure was changed aren't worked with",
    arguments: [
      "DROP TRIGGER journal_keeps", "DROP INDEX issued_once",
      """
      PRAGMA writable_schema = ON;
      INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES ('trigger', 'sqlite_t', 'issued', 0,
        'CREATE TRIGGER sqlite_t AFTER INSERT ON issued BEGIN DELETE FROM issued; END')
      """, "CREATE TABLE more (x)",
      "CREATE TRIGGER quiet BEFORE INSERT ON journal BEGIN SELECT RAISE(IGNORE); END",
    ])
  func altered(sql: String) throws {
    let desk = try busyDesk()
    try DatabaseQueue(path: desk.folder + "/ledger.sqlite").writeWithoutTransaction {
      try $0.execute(sql: sql)
    }
    #expect(code { _ = try desk.again() } == "desk.altered")
  }

  @Test("A record that breaks the database's own rules is said to be damaged")
  func impossible() throws {
    let desk = try busyDesk()
    try tamper(
      desk,
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, 'number TEXT NOT NULL,', 'number TEXT         ,') WHERE name = 'issued';
      PRAGMA writable_schema = RESET;
      UPDATE issued SET number = NULL WHERE number = 'FV/3';
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, 'number TEXT         ,', 'number TEXT NOT NULL,') WHERE name = 'issued';
      PRAGMA writable_schema = RESET;
      """)
    #expect(code { _ = try desk.again().verifyJournal() } == "desk.damaged")
    let other = try busyDesk()
    try tamper(other, "UPDATE issued SET ksef_number = NULL WHERE number = 'FV/4'")
    #expect(code { _ = try other.again().verifyJournal() } == "desk.damaged")
  }

  @Test("A clock that was put back is told of, and breaks nothing")
  func clockBack() throws {
    let desk = try busyDesk()
    try desk.set("2026-06-10T10:00:00Z")
    try desk.issue("FV/6")
    let findings = try desk.ledger.verifyJournal().findings
    #expect(findings.map(\.code) == ["journal.clock-back"])
    #expect(findings.first?.severity == .warning)
  }

  @Test("The database itself refuses to change or delete an entry")
  func appendOnly() throws {
    let desk = try busyDesk()
    let database = try DatabaseQueue(path: desk.folder + "/ledger.sqlite")
    for sql in ["DELETE FROM journal", "UPDATE journal SET recorded = 0"] {
      #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
    }
  }
}

@Suite("The desk's file")
struct LedgerFileTests {
  @Test("Nobody but its owner may read it, nor what lies beside it")
  func privacy() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1")
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder) {
      let attributes = try FileManager.default.attributesOfItem(atPath: desk.folder + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  @Test("A file that others may read is refused")
  func permissions() throws {
    let desk = try TestDesk()
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: desk.folder + "/ledger.sqlite")
    #expect(code { _ = try desk.again() } == "desk.permissions")
  }

  @Test("Records of a newer version are left alone")
  func newer() throws {
    let desk = try TestDesk()
    let database = try DatabaseQueue(path: desk.folder + "/ledger.sqlite")
    try database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
    #expect(code { _ = try desk.again() } == "desk.newer")
  }

  @Test("What is no database is said to be damaged")
  func damaged() throws {
    let desk = try TestDesk()
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder) {
      try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: desk.folder + "/" + name))
    }
    #expect(code { _ = try desk.again() } == "desk.damaged")
  }

  @Test("A backup is a desk of its own, whole, and never over another file")
  func backup() throws {
    let desk = try TestDesk()
    try desk.issue("FV/1")
    let folder = desk.folder + "/copy"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try desk.ledger.backUp(to: folder + "/ledger.sqlite")
    #expect(code { try desk.ledger.backUp(to: folder + "/ledger.sqlite") } == "file.exists")
    try desk.issue("FV/2")
    let copy = try Ledger(folder)
    #expect(try copy.issued(in: .test).map(\.number) == ["FV/1"])
    #expect(try copy.verifyJournal().findings == [])
  }
}
