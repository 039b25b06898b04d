import Findings
import GRDB
import JSONReading
import JSONWriting
import KSeFIdentifiers
import OfflineRules

import struct Foundation.Data

/// Goes along the journal, then along the queue, and keeps what is wrong with them.
struct JournalProof {
  private(set) var count = 0
  private var previous: [UInt8] = []
  private var findings: [Finding] = []
  /// What the journal tells of each invoice, by its hash.
  private var told: [String: Told] = [:]
  private let kept: String?
  private var isKeptFound = false

  /// What the journal tells of an invoice.
  private struct Told {
    /// Stands for the particulars of its issue; the text itself would be too much for a year's invoices.
    let issue: InvoiceHash
    let entry: Int
    let recorded: Moment
    var ending = Ending()
    var isReplaced = false
  }

  /// What became of an invoice, as its row has it.
  private struct Ending: Hashable {
    var number: String?
    var sent: Int64?
    var sentAt: Int64?
    var rejected: Int64?
    var rejection: String?
    var closed: Int64?
    var closure: String?
  }

  private var register = RegisterProof()
  private var latest = Moment(unixSeconds: .min)

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
    for hash in told.keys.sorted() {
      findings.append(
        Finding(
          "queue.no-invoice", .refused, at: Place(path: hash),
          Sentence(
            "The journal tells of an invoice that isn't in the queue.",
            pl: "Dziennik mówi o fakturze, której nie ma w kolejce.")
        ))
    }
    return findings + register.missing
  }

  /// A table with a text that goes on behind a NUL.
  mutating func note(hiddenTextIn table: String) {
    findings.append(
      Finding(
        "records.hidden-text", .refused, at: Place(path: table),
        Sentence(
          "A text in table \(table) goes on behind a NUL character: somebody hid something there.",
          pl: "Tekst w tabeli \(table) ma dalszy ciąg po znaku NUL: ktoś coś tam ukrył.")))
  }

  /// The next entry.
  mutating func take(_ row: Row) throws {
    let number: Int = row["number"]
    let place = Place(path: "journal/\(number)")
    if number != count + 1 {
      findings.append(
        Finding(
          "journal.gap", .refused, at: place,
          Sentence("Entry \(count + 1) is missing.", pl: "Brakuje wpisu \(count + 1).")))
    }
    let entry = try readable { try Journal.entry(row) }
    let right = entry.map { JournalEntry.hash($0.number, $0.recorded, $0.kind, $0.content, after: previous) }
    let written: Data = row["hash"]
    if right != Array(written) {
      findings.append(
        Finding(
          "journal.broken", .refused, at: place,
          Sentence(
            "Entry \(number) or the one before it isn't as it was written.",
            pl: "Wpis \(number) lub poprzedni nie jest taki, jaki zapisano.")))
    }
    count = number
    // Goes on from what stands there, so that one change is one finding.
    previous = Array(written)
    if let kept, kept == head { isKeptFound = true }
    guard let entry else { return }
    // Clocks are put right by seconds; what goes back further was dated by somebody, or by a machine that lost its time.
    if entry.recorded.unixSeconds + 3600 < latest.unixSeconds {
      findings.append(
        Finding(
          "journal.clock-back", .warning, at: place,
          Sentence(
            "Entry \(number) is dated \(entry.recorded.clock), an earlier one \(latest.clock): the clock was put back.",
            pl: "Wpis \(number) ma datę \(entry.recorded.clock), a wcześniejszy \(latest.clock): zegar cofnięto.")))
    }
    latest = max(latest, entry.recorded)
    try remember(entry)
  }

  /// Nil for what was changed so that it can't even be read; the caller says so.
  private func readable<Value>(_ read: () throws -> Value) throws -> Value? {
    do {
      return try read()
    } catch is DamagedRecord {
      return nil
    }
  }

  private mutating func remember(_ entry: JournalEntry) throws {
    guard [.issued, .sent, .rejected, .abandoned, .reopened, .certificate].contains(entry.kind) else { return }
    // What can't be read was changed, which its hash has shown.
    guard let members = try readable({ try entry.members }) else { return }
    if entry.kind == .certificate { return register.remember(members, entry.recorded) }
    guard let environment = members["environment"]?.text, let hash = members["hash"]?.text else { return }
    let key = "\(environment)/\(hash)"
    let recorded = entry.recorded.unixSeconds
    switch entry.kind {
    case .sent:
      told[key]?.ending = Ending(
        number: members["ksefNumber"]?.text, sent: recorded,
        sentAt: members["sentAt"]?.text.flatMap { Moment(iso: $0) }?.unixSeconds)
    case .rejected: told[key]?.ending = Ending(rejected: recorded, rejection: members["reason"]?.text)
    case .abandoned: told[key]?.ending = Ending(closed: recorded, closure: members["reason"]?.text)
    case .reopened: told[key]?.ending = Ending()
    default:
      if let replaced = members["replaces"]?.text { told["\(environment)/\(replaced)"]?.isReplaced = true }
      told[key] = Told(
        issue: InvoiceHash(ofExactBytes: Array(entry.content.utf8)), entry: entry.number, recorded: entry.recorded)
    }
  }

  /// The next certificate of the register.
  mutating func take(certificate row: Row) { findings += register.take(row) }

  /// The next invoice of the queue.
  mutating func take(issued row: Row) throws {
    guard let invoice = try readable({ try IssuedInvoice(row) }) else {
      return findings.append(
        Finding(
          "queue.unreadable", .refused, at: Place(path: row["number"]),
          Sentence(
            "What the queue tells of this invoice can't be.",
            pl: "To, co kolejka mówi o tej fakturze, nie jest możliwe.")))
    }
    let key = "\(invoice.environment.rawValue)/\(invoice.identity.hash.base64URL)"
    let place = Place(path: key)
    if let told = told.removeValue(forKey: key) {
      if !JournalProof.agrees(invoice, row, told) {
        findings.append(
          Finding(
            "queue.other-facts", .refused, at: place,
            Sentence(
              "The queue tells something else of this invoice than the journal, entry \(told.entry).",
              pl: "Kolejka mówi o tej fakturze co innego niż dziennik, wpis \(told.entry).")))
      }
    } else {
      findings.append(
        Finding(
          "queue.no-entry", .refused, at: place,
          Sentence("The journal says nothing of this invoice.", pl: "Dziennik nic nie mówi o tej fakturze.")))
    }
    let bytes: Data = row["xml"]
    if InvoiceHash(ofExactBytes: Array(bytes)) != invoice.identity.hash {
      findings.append(
        Finding(
          "queue.other-xml", .refused, at: place,
          Sentence(
            "The XML kept isn't the one that was printed.", pl: "Przechowany XML nie jest tym, który wydrukowano.")))
    }
  }

  private static func agrees(_ invoice: IssuedInvoice, _ row: Row, _ told: Told) -> Bool {
    let ending = Ending(
      number: row["ksef_number"], sent: row["sent"], sentAt: row["sent_at"], rejected: row["rejected"],
      rejection: row["rejection"], closed: row["closed"], closure: row["closure"])
    let members = invoice.members(
      firstRecorded: invoice.firstRecorded, corrects: invoice.corrects, replaces: row["replaces"])
    let issue = JSONValue.object(members).text
    return InvoiceHash(ofExactBytes: Array(issue.utf8)) == told.issue
      && invoice.entry == told.entry && invoice.recorded == told.recorded && ending == told.ending
      && (row["replaced"] as Int != 0) == told.isReplaced
  }
}
