import KSeFIdentifiers

/// Takes the files of a collection one by one and keeps the invoices that the codes ask for.
///
/// Kept are those with a code's hash, and those of a code's seller and day, of which one may be the code's in another
/// spelling. Of the others only the number is kept, so that a collection may be larger than memory. The evidence must be
/// read first.
public struct InvoiceShelf: Sendable {
  /// The invoices kept, in the order taken; each hash once.
  public private(set) var invoices: [GivenInvoice] = []
  /// How many invoices were taken that no code asks for.
  public private(set) var others = 0
  /// How many files were taken that aren't invoices.
  public private(set) var foreign = 0
  /// How many invoices of a code's seller and day weren't kept because there were too many of them.
  public private(set) var leftOut = 0

  private let subjects: [Subject]
  private let hashes: Set<InvoiceHash>
  private var kept: Set<InvoiceHash> = []
  private var memory: Int

  /// - Parameters:
  ///   - evidence: what was read, whose codes are then looked for.
  ///   - memory: how many bytes of neighbouring invoices are kept.
  public init(for evidence: [Evidence], memory: Int = 256_000_000) {
    subjects = SortedEvidence(evidence).subjects
    hashes = Set(subjects.flatMap(\.hashes))
    self.memory = memory
  }

  /// Looks at a file; what is no invoice is only counted, unless a code has its hash.
  ///
  /// - Parameter comesWithPrints: see `GivenInvoice`; the auditor's own files are to be added first.
  public mutating func add(_ bytes: [UInt8], name: String, comesWithPrints: Bool = false) {
    let invoice = GivenInvoice(bytes, name: name, isOfCollection: true, comesWithPrints: comesWithPrints)
    guard let hash = invoice.hash, !kept.contains(hash) else { return }
    if hashes.contains(hash) {
      kept.insert(hash)
      invoices.append(invoice)
    } else if case .failure = invoice.identity {
      foreign += 1
    } else if !subjects.contains(where: { $0.hasSellerAndDay(of: invoice) }) {
      others += 1
    } else if bytes.count > memory {
      leftOut += 1
    } else {
      memory -= bytes.count
      kept.insert(hash)
      invoices.append(invoice)
    }
  }
}
