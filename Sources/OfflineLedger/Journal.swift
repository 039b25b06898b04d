import Findings
import GRDB
import JSONWriting
import KSeFIdentifiers
import OfflineRules

import struct Foundation.Data

/// The journal's pen: entries are only ever added.
struct Journal {
  let database: Database
  let now: Moment

  /// Adds an entry.
  ///
  /// - Returns: its number.
  @discardableResult
  func add(_ kind: JournalEntry.Kind, _ content: [(String, JSONValue)]) throws -> Int {
    let last = try Row.fetchOne(database, sql: "SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1")
    if last == nil, kind != .opened {
      try add(.opened, [("version", .integer(1))])
      return try add(kind, content)
    }
    let number = (last?["number"] ?? 0) + 1
    let text = JSONValue.object(content).text
    let hash = JournalEntry.hash(number, now, kind, text, after: Array(last?["hash"] as Data? ?? Data()))
    try database.execute(
      sql: "INSERT INTO journal (number, recorded, kind, content, hash) VALUES (?, ?, ?, ?, ?)",
      arguments: [number, now.unixSeconds, kind.rawValue, text, Data(hash)])
    guard database.changesCount == 1 else { throw DamagedRecord("entry \(number)") }
    return number
  }

  /// The entries of some kinds in their order; of all where none are named.
  static func entries(
    _ database: Database, _ kinds: [JournalEntry.Kind] = [], after number: Int = 0
  ) throws -> [JournalEntry] {
    let marks = kinds.map { _ in "?" }.joined(separator: ", ")
    let condition = kinds.isEmpty ? "" : "AND kind IN (\(marks))"
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM journal WHERE number > ? \(condition) ORDER BY number",
      arguments: [number] + StatementArguments(kinds.map(\.rawValue)))
    var entries: [JournalEntry] = []
    while let row = try rows.next() { entries.append(try entry(row)) }
    return entries
  }

  static func entry(_ row: Row) throws -> JournalEntry {
    guard let kind = JournalEntry.Kind(rawValue: row["kind"]) else {
      throw DamagedRecord("entry \(row["number"] as Int)")
    }
    let hash: Data = row["hash"]
    return JournalEntry(
      number: row["number"], recorded: Moment(unixSeconds: row["recorded"]), kind: kind, content: row["content"],
      hash: Array(hash))
  }
}
