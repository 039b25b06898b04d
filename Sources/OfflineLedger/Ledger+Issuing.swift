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

/// An invoice as a correction names it (`DaneFaKorygowanej`).
public struct CorrectedReference: Sendable, Hashable {
  /// Its own number (`NrFaKorygowanej`).
  public let number: String
  /// Its KSeF number (`NrKSeFFaKorygowanej`); nil where it has none (`NrKSeFN`).
  public let ksefNumber: String?

  /// An invoice as a correction names it.
  public init(number: String, ksefNumber: String?) {
    self.number = number
    self.ksefNumber = ksefNumber
  }
}

extension Ledger {
  /// What is known of an invoice before it is printed.
  ///
  /// - Parameter corrected: the invoices that it corrects.
  /// - Throws: `desk.number-taken` where another invoice of that seller, kind and number was issued before;
  ///   `desk.original-waits` where what it corrects has no KSeF number yet; `desk.original-numbered` where that has another
  ///   number than the one named, or has one and none is named.
  public func knowledge(
    of identity: InvoiceIdentity, number: String, kind: String, corrected: [CorrectedReference] = [],
    in environment: KSeFEnvironment
  ) throws(Obstacle) -> IssueKnowledge {
    let now = clock()
    return try read { database in
      let found = try Ledger.knowledge(database, environment, identity, number: number, kind: kind)
      if case .known = found { return found }
      for original in corrected { try Ledger.check(original, of: identity.seller, environment, database, now) }
      return found
    }
  }

  /// What is corrected must be in KSeF by then, under the number that is named.
  private static func check(
    _ original: CorrectedReference, of seller: NIP, _ environment: KSeFEnvironment, _ database: Database, _ now: Moment
  ) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT \(IssuedInvoice.columns) FROM issued WHERE environment = ? AND seller = ? AND number = ?
        AND replaced = 0 AND closed IS NULL
        """, arguments: [environment.rawValue, seller.description, original.number])
    let known = try rows.map(IssuedInvoice.init)
    guard !known.isEmpty else { return }
    let terms = try DueTerms(database, environment, now: now)
    // One number may be that of several kinds; any of them may be meant.
    let fits = known.contains { invoice in
      switch invoice.state {
      case .sent(let acceptance): original.ksefNumber == acceptance.number.description
      case .nothingToSend: original.ksefNumber == nil
      // A total failure lifts the duty to send it, so that it never gets a number.
      case .waiting, .rejected:
        original.ksefNumber == nil && terms.due(invoice).outcome == .never
      case .replaced, .abandoned: false
      }
    }
    guard !fits, let first = known.first else { return }
    if case .sent(let acceptance) = first.state { throw Obstacle.originalNumbered(first, acceptance.number) }
    throw Obstacle.originalWaits(first)
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
        WHERE environment = ? AND seller = ? AND kind = ? AND number = ? AND replaced = 0 AND closed IS NULL
        """, arguments: [environment.rawValue, identity.seller.description, kind, number])
    guard let namesake else { return .new }
    let first = try IssuedInvoice(namesake)
    guard case .rejected = first.state else { throw Obstacle.numberTaken(first) }
    return .replaces(first)
  }

  /// Writes down that an invoice was issued; the same one again is a re-print.
  ///
  /// One that takes the place of a refused one was issued as that one was, whatever is in force by now: the buyer holds the
  /// first print.
  ///
  /// - Throws: `desk.number-taken`; `desk.original-waits`, `desk.original-numbered`; `desk.recorded-meanwhile` where another
  ///   program has just recorded the same invoice with another signature, so that the print must be made anew with that one.
  public func record(_ record: IssueRecord) throws(Obstacle) {
    try write { database, now in
      let journal = Journal(database: database, now: now)
      var (record, first) = (record, now)
      var (corrects, replaces): (String?, String?) = (nil, nil)
      switch try Ledger.knowledge(
        database, record.environment, record.identity, number: record.number, kind: record.kind)
      {
      case .known(let known):
        guard record.signedLink == nil || known.signedLink == record.signedLink else {
          throw Obstacle.recordedMeanwhile(known)
        }
        try journal.add(
          .reprinted, Ledger.reprint(record.identity.hash, record.user, record.environment, record.document))
        return
      case .replaces(let refused):
        // The buyer holds the first one's paper, however often it was corrected since.
        replaces = refused.identity.hash.base64URL
        corrects = refused.corrects ?? replaces
        first = refused.firstRecorded
        (record.mode, record.eventID) = (refused.mode, refused.eventID)
        try database.execute(
          sql: "UPDATE issued SET replaced = 1 WHERE environment = ? AND hash = ?",
          arguments: [record.environment.rawValue, replaces])
      case .new: break
      }
      let members = record.members(firstRecorded: first, corrects: corrects, replaces: replaces)
      let entry = try journal.add(.issued, members)
      try database.execute(
        sql: """
          INSERT INTO issued (environment, seller, issue_date, hash, number, kind, buyer, mode, event, document,
            certificate, user, signed_link, corrects, replaces, xml, recorded, first_recorded, entry)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          record.environment.rawValue, record.identity.seller.description, record.identity.issueDate.iso,
          record.identity.hash.base64URL, record.number, record.kind, record.buyer, record.mode.rawValue,
          record.eventID, record.document.rawValue, record.certificate, record.user, record.signedLink, corrects,
          replaces, Data(record.xml), now.unixSeconds, first.unixSeconds, entry,
        ])
      guard database.changesCount == 1 else { throw DamagedRecord("issued \(record.number)") }
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
      try Journal(database: database, now: now).add(.reprinted, Ledger.reprint(hash, user, environment, nil))
    }
  }

  private static func reprint(
    _ hash: InvoiceHash, _ user: String, _ environment: KSeFEnvironment, _ document: HandedDocument?
  ) -> [(String, JSONValue)] {
    [
      ("environment", .string(environment.rawValue)), ("hash", .string(hash.base64URL)), ("user", .string(user)),
      ("document", .text(document?.rawValue)),
    ]
  }
}
