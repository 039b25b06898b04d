public import Findings
import GRDB
import JSONWriting
public import KSeFIdentifiers
import OfflineRules

import struct Foundation.Data

/// What the desk knows of an invoice that is to be printed.
public enum IssueKnowledge: Sendable, Hashable {
  /// Nothing yet.
  case new
  /// It takes the place of a refused one (technical correction).
  case replaces(IssuedInvoice)
  /// The same bytes were printed before.
  case known(IssuedInvoice)
}

extension Ledger {
  /// What is known of an invoice before it is printed.
  ///
  /// - Parameter correctedWithoutNumber: the numbers of invoices that it corrects without naming a KSeF number.
  /// - Throws: `desk.number-taken` where another invoice of that seller, kind and number was issued before;
  ///   `desk.original-waits` where what it corrects has no KSeF number yet.
  public func knowledge(
    of identity: InvoiceIdentity, number: String, kind: String, correctedWithoutNumber: [String] = [],
    in environment: KSeFEnvironment
  ) throws(Obstacle) -> IssueKnowledge {
    try read { database in
      let found = try Ledger.knowledge(database, environment, identity, number: number, kind: kind)
      if case .known = found { return found }
      for original in correctedWithoutNumber {
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT \(IssuedInvoice.columns) FROM issued WHERE environment = ? AND seller = ? AND number = ?
            AND replaced = 0 AND ksef_number IS NULL AND mode <> 'total-failure'
            """, arguments: [environment.rawValue, identity.seller.description, original])
        if let row { throw Obstacle.originalWaits(try IssuedInvoice(row)) }
      }
      return found
    }
  }

  private static func knowledge(
    _ database: Database, _ environment: KSeFEnvironment, _ identity: InvoiceIdentity, number: String, kind: String
  ) throws -> IssueKnowledge {
    let same = try Row.fetchOne(
      database, sql: "SELECT \(IssuedInvoice.columns) FROM issued WHERE environment = ? AND hash = ?",
      arguments: [environment.rawValue, identity.hash.base64URL])
    if let same { return .known(try IssuedInvoice(same)) }
    let namesake = try Row.fetchOne(
      database,
      sql: """
        SELECT \(IssuedInvoice.columns) FROM issued
        WHERE environment = ? AND seller = ? AND kind = ? AND number = ? AND replaced = 0
        """, arguments: [environment.rawValue, identity.seller.description, kind, number])
    guard let namesake else { return .new }
    let first = try IssuedInvoice(namesake)
    guard case .rejected = first.state else { throw Obstacle.numberTaken(first) }
    return .replaces(first)
  }

  /// Writes down that an invoice was issued; the same one again is a re-print.
  ///
  /// - Throws: `desk.number-taken`; `desk.recorded-meanwhile` where another program has just recorded the same invoice
  ///   with another signature, so that the print must be made anew with that one.
  public func record(_ record: IssueRecord) throws(Obstacle) {
    try write { database, now in
      let journal = Journal(database: database, now: now)
      let hash = record.identity.hash.base64URL
      var (corrects, replaces): (String?, String?) = (nil, nil)
      switch try Ledger.knowledge(
        database, record.environment, record.identity, number: record.number, kind: record.kind)
      {
      case .known(let known):
        guard record.signedLink == nil || known.signedLink == record.signedLink else {
          throw Obstacle.recordedMeanwhile(known)
        }
        try journal.add(.reprinted, Ledger.reprint(record.identity.hash, record.user, record.environment))
        return
      case .replaces(let refused):
        // The buyer holds the first one's paper, however often it was corrected since.
        replaces = refused.identity.hash.base64URL
        corrects = refused.corrects ?? replaces
        try database.execute(
          sql: "UPDATE issued SET replaced = 1 WHERE environment = ? AND hash = ?",
          arguments: [record.environment.rawValue, replaces])
      case .new: break
      }
      let entry = try journal.add(.issued, record.members(corrects: corrects, replaces: replaces))
      try database.execute(
        sql: """
          INSERT INTO issued (environment, seller, issue_date, hash, number, kind, buyer, mode, event, document,
            certificate, user, signed_link, corrects, replaces, xml, recorded, entry)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          record.environment.rawValue, record.identity.seller.description, record.identity.issueDate.iso, hash,
          record.number, record.kind, record.buyer, record.mode.rawValue, record.eventID, record.document.rawValue,
          record.certificate, record.user, record.signedLink, corrects, replaces, Data(record.xml), now.unixSeconds,
          entry,
        ])
    }
  }
}

extension Ledger {
  /// Writes down that an invoice was printed again under its number; of one that isn't recorded, nothing is.
  ///
  /// - Throws: what keeps the records from being used.
  public func noteReprint(of hash: InvoiceHash, by user: String, in environment: KSeFEnvironment) throws(Obstacle) {
    try write { database, now in
      let isKnown = try Int.fetchOne(
        database, sql: "SELECT 1 FROM issued WHERE environment = ? AND hash = ?",
        arguments: [environment.rawValue, hash.base64URL])
      guard isKnown != nil else { return }
      try Journal(database: database, now: now).add(.reprinted, Ledger.reprint(hash, user, environment))
    }
  }

  private static func reprint(
    _ hash: InvoiceHash, _ user: String, _ environment: KSeFEnvironment
  ) -> [(String, JSONValue)] {
    [
      ("environment", .string(environment.rawValue)), ("hash", .string(hash.base64URL)), ("user", .string(user)),
    ]
  }
}
