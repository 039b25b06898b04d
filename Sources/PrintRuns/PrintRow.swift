public import Findings
import KSeFIdentifiers

/// What became of one invoice of a run.
public struct PrintRow: Sendable {
  /// What became of it.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case printed
    /// KSeF would refuse it, or it is no invoice.
    case refused
    /// It couldn't be read.
    case failed
    /// It lies in the output folder as an earlier run printed it.
    case skipped
  }

  /// What messages call it: its path, or an archive's and the member's.
  public let source: String
  /// What became of it.
  public let verdict: Verdict
  /// The print under the output folder; nil where there is none.
  public internal(set) var output: String?
  /// The seller's NIP; empty where it isn't known.
  public internal(set) var seller = ""
  /// The invoice's own number; empty where it isn't known.
  public internal(set) var number = ""
  /// The date of issue, `YYYY-MM-DD`; empty where it isn't known.
  public internal(set) var issueDate = ""
  /// The number that KSeF gave it; empty where it isn't known.
  public internal(set) var ksefNumber = ""
  /// The SHA-256 of the XML in Base64URL; empty where it couldn't be read.
  public internal(set) var hash = ""
  /// Of the print; 0 where there is none.
  public internal(set) var pageCount = 0
  /// What was found; nothing of an invoice that was skipped.
  public internal(set) var findings: [Finding] = []
  /// How many warnings there are; those of the earlier print where it was skipped.
  public internal(set) var warningCount = 0
  /// What was chosen for this print and why.
  public internal(set) var notices: [Sentence] = []

  init(_ source: String, _ verdict: Verdict) {
    self.source = source
    self.verdict = verdict
  }

  /// An invoice that wasn't printed.
  init(_ source: String, _ obstacle: Obstacle, hash: String) {
    // A wrong call can't be told from one that is wrong for this invoice alone.
    self.init(source, obstacle.kind == .inputOutput || hash.isEmpty ? .failed : .refused)
    self.hash = hash
    findings = obstacle.findings.isEmpty ? [obstacle.inFile(source).finding] : obstacle.findings
    warningCount = findings.count { $0.severity == .warning }
  }

  init(_ print: RecordedPrint) {
    self.init(print.source, .skipped)
    output = print.output
    seller = print.seller
    number = print.number
    issueDate = print.issueDate
    ksefNumber = print.ksefNumber
    hash = print.xml.base64URL
    pageCount = print.pageCount
    warningCount = print.warningCount
  }
}

/// How many invoices of a run came to what.
public struct PrintCounts: Sendable, Hashable {
  /// Printed in this run.
  public internal(set) var printed = 0
  /// Refused by KSeF's rules, or no invoices.
  public internal(set) var refused = 0
  /// Not readable.
  public internal(set) var failed = 0
  /// Printed by an earlier run.
  public internal(set) var skipped = 0
  /// Files that aren't XML.
  public internal(set) var passedOver = 0
  /// Of all prints, those of earlier runs among them.
  public internal(set) var warnings = 0

  /// Nothing yet.
  public init() {}

  /// Invoices in all.
  public var done: Int { printed + refused + failed + skipped }

  mutating func add(_ row: PrintRow) {
    switch row.verdict {
    case .printed: printed += 1
    case .refused: refused += 1
    case .failed: failed += 1
    case .skipped: skipped += 1
    }
    warnings += row.warningCount
  }

  /// Adds those of another run.
  public static func += (left: inout PrintCounts, right: PrintCounts) {
    left.printed += right.printed
    left.refused += right.refused
    left.failed += right.failed
    left.skipped += right.skipped
    left.passedOver += right.passedOver
    left.warnings += right.warnings
  }
}
