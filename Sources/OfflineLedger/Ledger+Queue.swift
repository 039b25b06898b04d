public import Findings
import GRDB
import JSONWriting
public import KSeFIdentifiers
public import OfflineRules

import struct Foundation.Data

extension Ledger {
  /// The invoices that were issued offline, in the order of their issue.
  ///
  /// - Parameter waitingOnly: leaves out what was sent, replaced or needn't be sent.
  /// - Throws: what keeps the records from being read.
  public func issued(in environment: KSeFEnvironment, waitingOnly: Bool = false) throws(Obstacle) -> [IssuedInvoice] {
    let condition =
      waitingOnly ? "AND ksef_number IS NULL AND replaced = 0 AND closed IS NULL AND mode <> 'total-failure'" : ""
    return try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT \(IssuedInvoice.columns) FROM issued WHERE environment = ? \(condition) ORDER BY id",
        arguments: [environment.rawValue]
      ).map(IssuedInvoice.init)
    }
  }

  /// The invoice that a person means: by its own number, or by its hash or the hash's beginning (8 characters or more).
  ///
  /// Of invoices that were replaced, the one in force is meant.
  ///
  /// - Throws: `desk.no-invoice`; `desk.several-invoices` where a number is that of several sellers or kinds.
  public func invoice(_ reference: String, in environment: KSeFEnvironment) throws(Obstacle) -> IssuedInvoice {
    try read { database in try Ledger.invoice(database, reference, environment) }
  }

  /// The exact bytes of an invoice, as they must be sent.
  ///
  /// - Throws: `desk.damaged` where they aren't those that were printed.
  public func xml(of invoice: IssuedInvoice) throws(Obstacle) -> [UInt8] {
    try read { database in
      let data = try Data.fetchOne(
        database, sql: "SELECT xml FROM issued WHERE environment = ? AND hash = ?",
        arguments: [invoice.environment.rawValue, invoice.identity.hash.base64URL])
      let bytes = Array(data ?? Data())
      guard InvoiceHash(ofExactBytes: bytes) == invoice.identity.hash else {
        throw DamagedRecord("XML \(invoice.number)")
      }
      return bytes
    }
  }

  /// Writes down that KSeF accepted an invoice; the same number again changes nothing but when it was sent.
  ///
  /// - Parameter sentAt: when it was sent, where that is known; the UPO tells it.
  /// - Throws: `desk.no-invoice`, `desk.several-invoices`, `desk.never-sent`, `desk.other-number`,
  ///   `desk.number-of-another`, `ksef-number.other-seller`, `ksef-number.before-issue`, `ksef-number.before-sending`.
  @discardableResult
  public func markSent(
    _ reference: String, _ number: KSeFNumber, sentAt: Moment? = nil, by user: String, in environment: KSeFEnvironment
  ) throws(Obstacle) -> IssuedInvoice {
    try write { database, now in
      let invoice = try Ledger.invoice(database, reference, environment)
      switch invoice.state {
      case .sent(let known):
        guard known.number == number else { throw Obstacle.otherNumber(invoice, known.number) }
        // The UPO often comes later than the number.
        guard let sentAt, sentAt != known.sentAt else { return invoice }
      case .nothingToSend, .replaced, .abandoned: throw Obstacle.neverSent(invoice)
      case .waiting, .rejected: break
      }
      try Ledger.check(number, sentAt, of: invoice, database, now)
      try Journal(database: database, now: now).add(
        .sent,
        [
          ("environment", .string(environment.rawValue)), ("hash", .string(invoice.identity.hash.base64URL)),
          ("number", .string(invoice.number)),
          ("ksefNumber", .string(number.description)), ("sentAt", .text(sentAt?.iso)), ("user", .string(user)),
        ])
      try database.execute(
        sql: """
          UPDATE issued SET ksef_number = ?, sent = ?, sent_at = ?, rejected = NULL, rejection = NULL
          WHERE environment = ? AND hash = ?
          """,
        arguments: [
          number.description, now.unixSeconds, sentAt?.unixSeconds, environment.rawValue,
          invoice.identity.hash.base64URL,
        ])
      return try Ledger.invoice(database, invoice.identity.hash.base64URL, environment)
    }
  }

  /// Writes down that KSeF refused an invoice, so that a technical correction may take its place.
  ///
  /// - Throws: `desk.no-invoice`, `desk.several-invoices`, `desk.never-sent`, `desk.other-number` where it was accepted.
  @discardableResult
  public func markRejected(
    _ reference: String, reason: String, by user: String, in environment: KSeFEnvironment
  ) throws(Obstacle) -> IssuedInvoice {
    try write { database, now in
      let invoice = try Ledger.invoice(database, reference, environment)
      switch invoice.state {
      case .sent(let known): throw Obstacle.otherNumber(invoice, known.number)
      case .nothingToSend, .replaced, .abandoned: throw Obstacle.neverSent(invoice)
      case .waiting, .rejected: break
      }
      try Journal(database: database, now: now).add(
        .rejected,
        [
          ("environment", .string(environment.rawValue)), ("hash", .string(invoice.identity.hash.base64URL)),
          ("number", .string(invoice.number)),
          ("reason", .string(reason)), ("user", .string(user)),
        ])
      try database.execute(
        sql: "UPDATE issued SET rejected = ?, rejection = ? WHERE environment = ? AND hash = ?",
        arguments: [now.unixSeconds, reason, environment.rawValue, invoice.identity.hash.base64URL])
      return try Ledger.invoice(database, invoice.identity.hash.base64URL, environment)
    }
  }

  /// Whether a number can be that of an invoice, without writing anything down.
  ///
  /// - Throws: as `markSent(_:_:sentAt:by:in:)`.
  public func check(_ number: KSeFNumber, of invoice: IssuedInvoice) throws(Obstacle) {
    switch invoice.state {
    case .sent(let known):
      guard known.number == number else { throw .otherNumber(invoice, known.number) }
    case .nothingToSend, .replaced, .abandoned: throw .neverSent(invoice)
    case .waiting, .rejected:
      let now = clock()
      try read { database in try Ledger.check(number, nil, of: invoice, database, now) }
    }
  }

  /// An invoice is issued, then sent, then numbered; and a number is that of one invoice.
  private static func check(
    _ number: KSeFNumber, _ sentAt: Moment?, of invoice: IssuedInvoice, _ database: Database, _ now: Moment
  ) throws {
    guard number.seller == invoice.identity.seller else { throw Obstacle.numberOfOtherSeller(number, invoice) }
    guard number.acceptedOn >= invoice.identity.issueDate else { throw Obstacle.numberBeforeIssue(number, invoice) }
    guard number.acceptedOn <= now.day else { throw Obstacle.numberOfTomorrow(number) }
    if let sentAt {
      // Clocks of two machines differ.
      guard sentAt.unixSeconds + 600 >= invoice.firstRecorded.unixSeconds, sentAt.day <= number.acceptedOn,
        sentAt <= now
      else { throw Obstacle.sendingOutOfOrder(sentAt, number, invoice) }
    }
    let taken = try String.fetchOne(
      database, sql: "SELECT number FROM issued WHERE environment = ? AND ksef_number = ? AND hash <> ?",
      arguments: [invoice.environment.rawValue, number.description, invoice.identity.hash.base64URL])
    if let taken { throw Obstacle.numberOfAnother(number, taken) }
  }

  static func invoice(
    _ database: Database, _ reference: String, _ environment: KSeFEnvironment
  ) throws -> IssuedInvoice {
    let isHash = reference.utf8.count >= 8 && Base64URL.decode(reference.prefix(8)) != nil
    let found = try Row.fetchAll(
      database,
      sql: """
        SELECT \(IssuedInvoice.columns) FROM issued WHERE environment = ?
        AND ((number = ? AND replaced = 0 AND (closed IS NULL OR NOT EXISTS (
          SELECT 1 FROM issued other WHERE other.environment = issued.environment AND other.number = issued.number
          AND other.replaced = 0 AND other.closed IS NULL))) OR (? AND substr(hash, 1, length(?)) = ?)) ORDER BY id LIMIT 20
        """, arguments: [environment.rawValue, reference, isHash, reference, reference]
    ).map(IssuedInvoice.init)
    guard let first = found.first else { throw Obstacle.noInvoice(reference, environment) }
    guard found.count == 1 else { throw Obstacle.severalInvoices(reference, found) }
    return first
  }
}
