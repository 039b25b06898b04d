public import Findings
import GRDB
import KSeFIdentifiers
public import OfflineRules
import WholeFiles

import struct Foundation.Data

extension Ledger {
  /// The journal, or some kinds of its entries, in order.
  ///
  /// - Throws: what keeps it from being read.
  public func journal(_ kinds: [JournalEntry.Kind] = []) throws(Obstacle) -> [JournalEntry] {
    try read { database in try Journal.entries(database, kinds) }
  }

  /// When the last entry was written down; nil where there is none.
  ///
  /// - Throws: what keeps it from being read.
  public func lastEntry() throws(Obstacle) -> Moment? {
    try read { database in
      try Int64.fetchOne(database, sql: "SELECT recorded FROM journal ORDER BY number DESC LIMIT 1")
        .map(Moment.init(unixSeconds:))
    }
  }

  /// Checks every entry's hash against the one before it, and the queue against the journal.
  ///
  /// It finds what was changed, taken out, put in or moved. What was cut off at the end it can find only by a hash that
  /// was kept elsewhere.
  ///
  /// - Parameter kept: the hash of an entry as it was printed or noted before, Base64URL; nil for none.
  /// - Returns: `journal.gap`, `journal.broken`, `journal.cut` (all refused), `queue.no-entry`, `queue.other-xml`,
  ///   `queue.no-invoice`, `queue.other-facts`,
  ///   `queue.unreadable`, `certificate.other-facts`, `certificate.no-entry`, `certificate.missing`,
  ///   `records.hidden-text`; `journal.clock-back`
  ///   as a warning; empty where all is right.
  /// - Throws: what keeps it from being read.
  public func verifyJournal(kept: String? = nil) throws(Obstacle) -> (findings: [Finding], entries: Int, head: String) {
    try read { database in
      // What SQLite's own rules forbid, such as nothing where something must be, can't even be read.
      let state = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
      guard state == "ok" else { throw DamagedRecord(state ?? "integrity_check") }
      var proof = JournalProof(kept: kept)
      for table in try LedgerSchema.tablesHidingText(database) { proof.note(hiddenTextIn: table) }
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM journal ORDER BY number")
      while let row = try rows.next() { try proof.take(row) }
      let issued = try Row.fetchCursor(database, sql: "SELECT * FROM issued ORDER BY id")
      while let row = try issued.next() { try proof.take(issued: row) }
      let register = try Row.fetchCursor(database, sql: "SELECT * FROM certificate ORDER BY added")
      while let row = try register.next() { proof.take(certificate: row) }
      return (proof.result, proof.count, proof.head)
    }
  }

  /// A copy of all records as they are at one moment, while other programs go on writing.
  ///
  /// - Parameter path: a file that isn't there yet; it appears whole or not at all, for its owner alone.
  /// - Throws: `file.exists`, and what keeps it from being written.
  public func backUp(to path: String) throws(Obstacle) {
    try refuseExisting(path)
    let passing = "\(path).part"
    try Ledger.guarding(path) {
      removeFile(passing)
      try createPrivateFile(passing)
      try database.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM INTO ?", arguments: [passing])
      }
    }
    try putInPlace(passing, path)
  }
}
