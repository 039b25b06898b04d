import CodeReading
import KSeFIdentifiers
import KSeFLinks

/// Evidence put in order: the codes of one invoice together.
struct SortedEvidence {
  private(set) var subjects: [Subject] = []
  /// Texts that aren't KSeF's, and symbols that are no QR codes.
  private(set) var otherCodes: [OtherCode] = []
  /// QR codes that were seen and not read, on pages without a complete pair.
  private(set) var unreadable: [UnreadableCode] = []

  private var indexOfHash: [InvoiceHash: Int] = [:]
  private var indexOfMalformed: [String: Int] = [:]

  /// Codes belong together by the hash they name.
  ///
  /// Where a page, a print, or all the evidence holds a single KOD I and a single KOD II, these belong together even
  /// if their hashes differ: that is a swapped code, and must not become two invoices that look right each by itself.
  /// Beyond one page this holds only where nothing is unread, which might be the codes that two invoices lack.
  init(_ evidence: [Evidence]) {
    var unread: [UnreadableCode] = []
    var isWhole = true
    for item in evidence {
      switch item {
      case .text(let text, let origin): add(text, origin)
      case .print(let name, let reading): unread += add(reading, name: name)
      case .unreadable: isWhole = false
      }
    }
    let unreadPrints = Set(unread.map(\.origin.print))
    joinSwapped { Sheet(print: $0.print, page: $0.page) }
    joinSwapped { unreadPrints.contains($0.print) ? nil : Sheet(print: $0.print, page: 0) }
    if isWhole && unread.isEmpty { joinSwapped { _ in Sheet(print: nil, page: 0) } }
    attachMalformed()
    markCrowded()
    attachUnread(unread)
  }

  /// What codes stand on together.
  private struct Sheet: Hashable {
    let print: String?
    let page: Int
  }

  /// - Returns: the codes that were seen and not read.
  private mutating func add(_ reading: PrintReading, name: String) -> [UnreadableCode] {
    for code in reading.pages.flatMap(\.codes) {
      let origin = Origin.page(of: name, code.page, at: code.region)
      if code.isQR {
        add(code.text, origin)
      } else {
        otherCodes.append(OtherCode(text: code.text, origin: origin, isQR: false))
      }
    }
    return reading.pages.flatMap { page in
      page.unreadable.map {
        UnreadableCode(origin: .page(of: name, page.page, at: $0.region), pixelsPerModule: $0.pixelsPerModule)
      }
    }
  }

  private mutating func add(_ text: String, _ origin: Origin) {
    switch ReadLink(text) {
    case .foreign: otherCodes.append(OtherCode(text: text, origin: origin, isQR: true))
    case .malformed(let defect, let kind):
      if let index = indexOfMalformed[text] {
        subjects[index].malformed[0].origins.append(origin)
      } else {
        indexOfMalformed[text] = subjects.count
        let link = Malformed(defect: defect, kind: kind)
        subjects.append(Subject(malformed: [Found(link: link, text: text, origins: [origin])]))
      }
    case .invoice(let link):
      subjects[indexOfSubject(of: link.identity.hash)].invoiceLinks.add(link, text, origin)
    case .certificate(let link):
      subjects[indexOfSubject(of: link.hash)].certificateLinks.add(link, text, origin)
    }
  }

  private mutating func indexOfSubject(of hash: InvoiceHash) -> Int {
    if let index = indexOfHash[hash] { return index }
    indexOfHash[hash] = subjects.count
    subjects.append(Subject())
    return subjects.count - 1
  }

  /// Joins the two subjects of a sheet whose only KOD I and only KOD II name different invoices.
  ///
  /// - Parameter sheet: nil for a code that stands on no sheet of this kind.
  private mutating func joinSwapped(_ sheet: (Origin) -> Sheet?) {
    var holders: [Sheet: (first: Set<Int>, second: Set<Int>)] = [:]
    for (index, subject) in subjects.enumerated() {
      for sheet in subject.invoiceLinks.flatMap(\.origins).compactMap(sheet) {
        holders[sheet, default: ([], [])].first.insert(index)
      }
      for sheet in subject.certificateLinks.flatMap(\.origins).compactMap(sheet) {
        holders[sheet, default: ([], [])].second.insert(index)
      }
    }
    // A subject may be joined on several sheets; each is counted into the earliest it was joined with.
    var home = Array(subjects.indices)
    func homeOf(_ index: Int) -> Int {
      var index = index
      while home[index] != index { index = home[index] }
      return index
    }
    for (first, second) in holders.values where first.count == 1 && second.count == 1 {
      guard let one = first.first.map(homeOf), let other = second.first.map(homeOf) else { continue }
      home[max(one, other)] = min(one, other)
    }
    var joined: [Subject] = []
    var placeOfHome: [Int: Int] = [:]
    for index in subjects.indices {
      if let place = placeOfHome[homeOf(index)] {
        joined[place].absorb(subjects[index])
      } else {
        placeOfHome[index] = joined.count
        joined.append(subjects[index])
      }
    }
    subjects = joined
  }

  /// A malformed link belongs to the only invoice of its page, or else of its print.
  private mutating func attachMalformed() {
    var onPage: [Sheet: Set<Int>] = [:]
    var inPrint: [String?: Set<Int>] = [:]
    for (index, subject) in subjects.enumerated() where !subject.hashes.isEmpty {
      for origin in subject.origins {
        onPage[Sheet(print: origin.print, page: origin.page), default: []].insert(index)
        inPrint[origin.print, default: []].insert(index)
      }
    }
    var attached: Set<Int> = []
    for (index, malformed) in subjects.enumerated() where malformed.hashes.isEmpty {
      guard let origin = malformed.origins.first else { continue }
      let neighbours = onPage[Sheet(print: origin.print, page: origin.page)] ?? inPrint[origin.print] ?? []
      guard neighbours.count == 1, let neighbour = neighbours.first else { continue }
      subjects[neighbour].absorb(malformed)
      attached.insert(index)
    }
    subjects = subjects.enumerated().filter { !attached.contains($0.offset) }.map(\.element)
  }

  private mutating func markCrowded() {
    let prints = Set(subjects.flatMap { $0.invoiceLinks.flatMap { $0.origins.map(\.print) } })
    for index in subjects.indices where subjects[index].invoiceLinks.isEmpty {
      subjects[index].standsAmongOthers = subjects[index].certificateLinks.contains { found in
        found.origins.contains { prints.contains($0.print) }
      }
    }
  }

  /// A code that couldn't be read may be the one that an incomplete subject of its print lacks.
  private mutating func attachUnread(_ unread: [UnreadableCode]) {
    guard !unread.isEmpty else { return }
    var pairsOnPage: [Sheet: Set<Int>] = [:]
    var incompleteInPrint: [String?: Set<Int>] = [:]
    for (index, subject) in subjects.enumerated() {
      for origin in subject.origins {
        if subject.isComplete {
          pairsOnPage[Sheet(print: origin.print, page: origin.page), default: []].insert(index)
        } else {
          incompleteInPrint[origin.print, default: []].insert(index)
        }
      }
    }
    for code in unread {
      let origin = code.origin
      let pairs = pairsOnPage[Sheet(print: origin.print, page: origin.page)] ?? []
      for index in pairs.union(incompleteInPrint[origin.print] ?? []) { subjects[index].unreadable.append(code) }
      if pairs.isEmpty { unreadable.append(code) }
    }
  }
}

extension [Found<ReadInvoiceLink>] {
  fileprivate mutating func add(_ link: ReadInvoiceLink, _ text: String, _ origin: Origin) {
    if let index = firstIndex(where: { $0.link == link }) {
      self[index].origins.append(origin)
    } else {
      append(Found(link: link, text: text, origins: [origin]))
    }
  }
}

extension [Found<ReadCertificateLink>] {
  fileprivate mutating func add(_ link: ReadCertificateLink, _ text: String, _ origin: Origin) {
    if let index = firstIndex(where: { $0.link == link }) {
      self[index].origins.append(origin)
    } else {
      append(Found(link: link, text: text, origins: [origin]))
    }
  }
}
