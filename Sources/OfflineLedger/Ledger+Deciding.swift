public import Findings
import GRDB
import JSONWriting
public import KSeFIdentifiers
import OfflineRules

extension Ledger {
  /// Writes down that an invoice is never sent: its print was spoilt, its buyer walked away; its number is free again.
  ///
  /// - Throws: `desk.no-invoice`, `desk.several-invoices`, `desk.never-sent`, `desk.other-number` where it was accepted.
  @discardableResult
  public func abandon(
    _ reference: String, reason: String, by user: String, in environment: KSeFEnvironment
  ) throws(Obstacle) -> IssuedInvoice {
    try decide(.abandoned, reference, reason, user, environment) { database, invoice, now in
      switch invoice.state {
      case .sent(let known): throw Obstacle.otherNumber(invoice, known.number)
      case .nothingToSend, .replaced, .abandoned: throw Obstacle.neverSent(invoice)
      case .waiting, .rejected: break
      }
      try database.execute(
        sql: """
          UPDATE issued SET closed = ?, closure = ?, rejected = NULL, rejection = NULL WHERE environment = ? AND hash = ?
          """,
        arguments: [now.unixSeconds, reason, environment.rawValue, invoice.identity.hash.base64URL])
    }
  }

  /// Takes back that an invoice was sent, refused or given up: it waits again, as the very bytes it was printed from.
  ///
  /// - Throws: `desk.no-invoice`, `desk.several-invoices`; `desk.waits` where it waits; `desk.never-sent` where a technical
  ///   correction took its place; `desk.number-taken` where another invoice has its number by now.
  @discardableResult
  public func reopen(
    _ reference: String, reason: String, by user: String, in environment: KSeFEnvironment
  ) throws(Obstacle) -> IssuedInvoice {
    try decide(.reopened, reference, reason, user, environment) { database, invoice, _ in
      switch invoice.state {
      case .waiting, .nothingToSend: throw Obstacle.waitsAlready(invoice)
      case .replaced: throw Obstacle.neverSent(invoice)
      case .abandoned:
        if let other = try Ledger.namesake(database, invoice) { throw Obstacle.numberTaken(other) }
      case .sent, .rejected: break
      }
      try database.execute(
        sql: """
          UPDATE issued SET ksef_number = NULL, sent = NULL, sent_at = NULL, rejected = NULL, rejection = NULL,
            closed = NULL, closure = NULL WHERE environment = ? AND hash = ?
          """, arguments: [environment.rawValue, invoice.identity.hash.base64URL])
    }
  }

  private func decide(
    _ kind: JournalEntry.Kind, _ reference: String, _ reason: String, _ user: String, _ environment: KSeFEnvironment,
    _ work: (Database, IssuedInvoice, Moment) throws -> Void
  ) throws(Obstacle) -> IssuedInvoice {
    try write { database, now in
      let invoice = try Ledger.invoice(database, reference, environment)
      try work(database, invoice, now)
      try Journal(database: database, now: now).add(
        kind,
        [
          ("environment", .string(environment.rawValue)), ("hash", .string(invoice.identity.hash.base64URL)),
          ("number", .string(invoice.number)), ("reason", .string(reason)), ("user", .string(user)),
        ])
      return try Ledger.invoice(database, invoice.identity.hash.base64URL, environment)
    }
  }

  /// Another invoice that has the number of one that was given up.
  private static func namesake(_ database: Database, _ invoice: IssuedInvoice) throws -> IssuedInvoice? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT \(IssuedInvoice.columns) FROM issued WHERE environment = ? AND seller = ? AND kind = ? AND number = ?
        AND replaced = 0 AND closed IS NULL
        """,
      arguments: [
        invoice.environment.rawValue, invoice.identity.seller.description, invoice.kind, invoice.number,
      ])
    return try row.map(IssuedInvoice.init)
  }
}
