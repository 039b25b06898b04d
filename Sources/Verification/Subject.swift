import Findings
import KSeFIdentifiers
import KSeFLinks

/// A link that was read, and everywhere it was found.
struct Found<Link: Hashable & Sendable>: Sendable {
  let link: Link
  /// The text as it was first found.
  let text: String
  var origins: [Origin]
}

/// A link of KSeF that is neither KOD I nor KOD II.
struct Malformed: Hashable, Sendable {
  let defect: LinkDefect
  let kind: LinkKind?
}

/// The codes that speak of one invoice, or that claim to by standing together.
struct Subject: Sendable {
  var invoiceLinks: [Found<ReadInvoiceLink>] = []
  var certificateLinks: [Found<ReadCertificateLink>] = []
  var malformed: [Found<Malformed>] = []
  /// QR codes of the same print that were seen and not read.
  var unreadable: [UnreadableCode] = []
  /// KOD I codes stand in the same print as this KOD II, and none is of its invoice.
  var standsAmongOthers = false

  var origins: [Origin] {
    invoiceLinks.flatMap(\.origins) + certificateLinks.flatMap(\.origins) + malformed.flatMap(\.origins)
  }

  /// The hashes that the codes name, each once, in the order found.
  var hashes: [InvoiceHash] {
    var hashes: [InvoiceHash] = []
    for hash in invoiceLinks.map(\.link.identity.hash) + certificateLinks.map(\.link.hash)
    where !hashes.contains(hash) {
      hashes.append(hash)
    }
    return hashes
  }

  /// The sellers that the codes name, each once, in the order found.
  var sellers: [NIP] {
    var sellers: [NIP] = []
    for seller in invoiceLinks.map(\.link.identity.seller) + certificateLinks.map(\.link.seller)
    where !sellers.contains(seller) {
      sellers.append(seller)
    }
    return sellers
  }

  /// The days of issue that the KOD I codes name, each once, in the order found.
  var issueDates: [CalendarDate] {
    var dates: [CalendarDate] = []
    for date in invoiceLinks.map(\.link.identity.issueDate) where !dates.contains(date) { dates.append(date) }
    return dates
  }

  /// Where the codes point, each host once.
  var hosts: [LinkHost] {
    var hosts: [LinkHost] = []
    for host in invoiceLinks.map(\.link.host) + certificateLinks.map(\.link.host) where !hosts.contains(host) {
      hosts.append(host)
    }
    return hosts
  }

  var environments: [KSeFEnvironment] {
    hosts.compactMap { if case .current(let environment) = $0 { environment } else { nil } }
  }

  /// Both codes were found.
  var isComplete: Bool { !invoiceLinks.isEmpty && !certificateLinks.isEmpty }

  mutating func absorb(_ other: Subject) {
    invoiceLinks += other.invoiceLinks
    certificateLinks += other.certificateLinks
    malformed += other.malformed
    unreadable += other.unreadable
  }
}
