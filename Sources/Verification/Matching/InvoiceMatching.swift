import FAInvoice
import Findings
import KSeFIdentifiers

/// Which of the invoices at hand belongs to which codes.
///
/// By the hash of their exact bytes first. Where codes find no file, those of the same seller and day are written in other
/// spellings until one has the hash.
struct InvoiceMatching {
  /// The invoices of each subject, in the order of the subjects; a respelled one stands for the file it was made from.
  private(set) var own: [[GivenInvoice]]
  /// Of each subject, the given files that say the same as its invoice in other bytes.
  private(set) var echoes: [[GivenInvoice]]
  /// The invoices given that no subject took.
  private(set) var unclaimed: [GivenInvoice]

  /// How many bytes are hashed in one run in search of spellings: some seconds of work.
  static let budget = 4_000_000_000
  /// How many for one file at most.
  private static let fileBudget = 300_000_000
  /// How many files' contents are compared for one subject.
  private static let echoLimit = 20

  /// - Parameters:
  ///   - given: by the auditor, and what lay among the evidence.
  ///   - attached: to the prints.
  init(_ subjects: [Subject], given: [GivenInvoice], attached: [GivenInvoice], budget: Int = InvoiceMatching.budget) {
    let hashes = Set(subjects.flatMap(\.hashes))
    func isClaimed(_ invoice: GivenInvoice) -> Bool { invoice.hash.map(hashes.contains) ?? false }
    // The auditor's own come first: they say more than a copy that lay beside the print.
    let all = (given + attached).filter { !$0.comesWithPrints } + (given + attached).filter(\.comesWithPrints)
    let claimed = Dictionary(grouping: all.filter(isClaimed)) { $0.hash }
    own = subjects.map { subject in subject.hashes.flatMap { claimed[$0] ?? [] } }
    let missing = hashes.filter { claimed[$0] == nil }
    let (found, respelled) = InvoiceMatching.respell(
      all.filter { !isClaimed($0) }, for: subjects, missing: missing, budget: budget)
    for (index, subject) in subjects.enumerated() { own[index] += subject.hashes.compactMap { found[$0] } }
    let rest = given.filter { !isClaimed($0) && !respelled.contains($0.name) }
    echoes = zip(subjects, own).map { InvoiceMatching.echoes(of: $1.first, $0, among: rest) }
    let echoed = Set(echoes.joined().map(\.name))
    unclaimed = rest.filter { !echoed.contains($0.name) }
  }

  /// - Returns: the invoices found by the missing hashes, and the names of the files that they were made from.
  private static func respell(
    _ invoices: [GivenInvoice], for subjects: [Subject], missing: Set<InvoiceHash>, budget: Int
  ) -> (found: [InvoiceHash: GivenInvoice], names: Set<String>) {
    guard !missing.isEmpty else { return ([:], []) }
    let near: [(GivenInvoice, Set<InvoiceHash>)] = invoices.compactMap { invoice in
      let wanted = subjects.filter { $0.hasSellerAndDay(of: invoice) }.flatMap(\.hashes).filter(missing.contains)
      return wanted.isEmpty || invoice.bytes == nil ? nil : (invoice, Set(wanted))
    }
    var found: [InvoiceHash: GivenInvoice] = [:]
    var names: Set<String> = []
    for (invoice, wanted) in near {
      guard let bytes = invoice.bytes else { continue }
      let left = wanted.filter { found[$0] == nil }
      guard !left.isEmpty else { continue }
      let search = RespellingSearch(of: bytes, for: left, budget: min(fileBudget, budget / near.count))
      for hit in search.hits where haveSameContent(bytes, hit.bytes) {
        found[hit.hash] = GivenInvoice(
          hit.bytes, name: invoice.name, comesWithPrints: invoice.comesWithPrints, respelling: hit.differences)
        names.insert(invoice.name)
      }
    }
    return (found, names)
  }

  private static func echoes(of invoice: GivenInvoice?, _ subject: Subject, among rest: [GivenInvoice])
    -> [GivenInvoice]
  {
    guard let bytes = invoice?.bytes else { return [] }
    let alike = rest.filter { subject.hasSellerAndDay(of: $0) && $0.number == invoice?.number }.prefix(echoLimit)
    return alike.filter { other in other.bytes.map { haveSameContent(bytes, $0) } ?? false }
  }

  private static func haveSameContent(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    do {
      let document = try FADocument.read(left, fileName: "")
      return try document.hasSameContent(as: FADocument.read(right, fileName: ""))
    } catch {
      // What can't be read says nothing.
      return false
    }
  }
}

extension Subject {
  /// Whether an invoice has the seller of the codes and, where KOD I names one, its day.
  func hasSellerAndDay(of invoice: GivenInvoice) -> Bool {
    guard case .success(let identity) = invoice.identity else { return false }
    return sellers.contains(identity.seller) && (issueDates.isEmpty || issueDates.contains(identity.issueDate))
  }
}
