public import Findings
import GRDB
import JSONReading
import KSeFIdentifiers
import OfflineRules

import struct Foundation.Data

extension Ledger {
  /// The journal, or some kinds of its entries, in order.
  ///
  /// - Throws: what keeps it from being read.
  public func journal(_ kinds: [JournalEntry.Kind] = []) throws(Obstacle) -> [JournalEntry] {
    try read { database in try Journal.entries(database, kinds) }
  }

  /// Checks every entry's hash against the one before it, and the queue against the journal.
  ///
  /// It finds what was changed, taken out, put in or moved. What was cut off at the end it can find only by a hash that
  /// was kept elsewhere.
  ///
  /// - Parameter kept: the hash of an entry as it was printed or noted before, Base64URL; nil for none.
  /// - Returns: `journal.gap`, `journal.broken`, `journal.cut` (all refused), `queue.no-entry`, `queue.other-xml`,
  ///   `queue.no-invoice`; empty where all is right.
  /// - Throws: what keeps it from being read.
  public func verifyJournal(kept: String? = nil) throws(Obstacle) -> (findings: [Finding], entries: Int, head: String) {
    try read { database in
      var proof = JournalProof(kept: kept)
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM journal ORDER BY number")
      while let row = try rows.next() { try proof.take(row) }
      let issued = try Row.fetchCursor(database, sql: "SELECT * FROM issued ORDER BY id")
      while let row = try issued.next() { proof.take(issued: row) }
      return (proof.result, proof.count, proof.head)
    }
  }

  /// A copy of all records as they are at one moment, while other programs go on writing.
  ///
  /// - Parameter path: a file that isn't there yet; it appears whole or not at all, for its owner alone.
  /// - Throws: `file.exists`, and what keeps it from being written.
  public func backUp(to path: String) throws(Obstacle) {
    guard !exists(path) else {
      throw Obstacle(
        "file.exists", at: Place(file: path),
        Sentence("The file is there already.", pl: "Plik już istnieje."),
        remedy: Sentence("Give the copy a name of its own.", pl: "Nadaj kopii inną nazwę."))
    }
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

/// Goes along the journal and keeps what is wrong with it.
private struct JournalProof {
  private(set) var count = 0
  private var previous: [UInt8] = []
  private var findings: [Finding] = []
  private var issued: Set<String> = []
  private let kept: String?
  private var isKeptFound = false

  init(kept: String?) { self.kept = kept }

  /// The hash of the last entry, which stands for all.
  var head: String { Base64URL.encode(previous) }

  var result: [Finding] {
    var findings = findings
    if let kept, !isKeptFound {
      findings.append(
        Finding(
          "journal.cut", .refused,
          Sentence(
            "No entry has the hash \(kept.quotedBriefly): entries were cut off or written anew.",
            pl: "Żaden wpis nie ma skrótu \(kept.quotedBriefly): wpisy obcięto lub zapisano od nowa.")))
    }
    for hash in issued.sorted() {
      findings.append(
        Finding(
          "queue.no-invoice", .refused, at: Place(path: hash),
          Sentence(
            "The journal tells of an invoice that isn't in the queue.",
            pl: "Dziennik mówi o fakturze, której nie ma w kolejce.")
        ))
    }
    return findings
  }

  mutating func take(_ row: Row) throws {
    let entry = try Journal.entry(row)
    let place = Place(path: "journal/\(entry.number)")
    if entry.number != count + 1 {
      findings.append(
        Finding(
          "journal.gap", .refused, at: place,
          Sentence(
            "Entry \(count + 1) is missing.", pl: "Brakuje wpisu \(count + 1).")))
    }
    let right = JournalEntry.hash(entry.number, entry.recorded, entry.kind, entry.content, after: previous)
    if right != entry.hash {
      findings.append(
        Finding(
          "journal.broken", .refused, at: place,
          Sentence(
            "Entry \(entry.number) or the one before it isn't as it was written.",
            pl: "Wpis \(entry.number) lub poprzedni nie jest taki, jaki zapisano.")))
    }
    count = entry.number
    // Goes on from what stands there, so that one change is one finding.
    previous = entry.hash
    if let kept, kept == head { isKeptFound = true }
    if entry.kind == .issued, let hash = try entry.members["hash"]?.text { issued.insert(hash) }
  }

  mutating func take(issued row: Row) {
    let (hash, bytes): (String, Data) = (row["hash"], row["xml"])
    let place = Place(path: hash)
    if issued.remove(hash) == nil {
      findings.append(
        Finding(
          "queue.no-entry", .refused, at: place,
          Sentence(
            "The journal says nothing of this invoice.", pl: "Dziennik nic nie mówi o tej fakturze.")))
    }
    if InvoiceHash(ofExactBytes: Array(bytes)).base64URL != hash {
      findings.append(
        Finding(
          "queue.other-xml", .refused, at: place,
          Sentence(
            "The XML kept isn't the one that was printed.", pl: "Przechowany XML nie jest tym, który wydrukowano.")))
    }
  }
}
