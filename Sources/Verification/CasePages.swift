import CodeReading

/// Which pages of the prints belong to which invoice.
///
/// In a print with a single invoice all pages are its own. Among several, an invoice has the pages that bear its codes
/// and those before them, back to the page with another invoice's codes: codes stand at an invoice's end.
struct CasePages {
  /// Every print, with its codes marked.
  private(set) var reports: [PrintReport] = []
  private var ofSubject: [Int: [CasePage]] = [:]

  /// - Parameter subjects: as sorted from the evidence.
  init(_ evidence: [Evidence], _ subjects: [Subject]) {
    var places: [Place: [(region: PageRegion, kind: CodeMark.Kind, subject: Int)]] = [:]
    for (index, subject) in subjects.enumerated() {
      let origins =
        subject.invoiceLinks.flatMap(\.origins).map { ($0, CodeMark.Kind.invoice) }
        + subject.certificateLinks.flatMap(\.origins).map { ($0, .certificate) }
        + subject.malformed.flatMap(\.origins).map { ($0, .malformed) }
      for case (.page(let print, let page, let region), let kind) in origins {
        places[Place(print: print, page: page), default: []].append((region, kind, index))
      }
    }
    for case .print(let name, let reading) in evidence {
      let holders = assign(reading, name: name) { Set((places[Place(print: name, page: $0)] ?? []).map(\.subject)) }
      reports.append(
        PrintReport(
          name: name, kind: reading.kind,
          pages: reading.pages.enumerated().map { index, page in
            let known = places[Place(print: name, page: page.page)] ?? []
            let marks =
              known.map { CodeMark(kind: $0.kind, region: $0.region, subject: $0.subject) }
              + page.codes.filter { code in !known.contains { $0.region == code.region } }
              .map { CodeMark(kind: .foreign, region: $0.region, subject: nil) }
              + page.unreadable.map { CodeMark(kind: .unreadable, region: $0.region, subject: nil) }
            return PageReport(
              page: page.page, thumbnail: page.thumbnail, textSource: page.text.source,
              subjects: holders[index].sorted(), marks: marks)
          }))
    }
  }

  /// The pages on which an invoice seems to be printed, in the order of prints and pages.
  func pages(ofSubject index: Int) -> [CasePage] { ofSubject[index] ?? [] }

  private struct Place: Hashable {
    let print: String
    let page: Int
  }

  /// - Returns: for each page the invoices that it was assigned to.
  private mutating func assign(
    _ reading: PrintReading, name: String, subjectsOnPage: (Int) -> Set<Int>
  ) -> [Set<Int>] {
    let holders = reading.pages.map { subjectsOnPage($0.page) }
    let all = Set(holders.joined())
    // Pages after the last code belong to whom it belongs.
    var next = holders.last { !$0.isEmpty } ?? []
    var owners = holders
    for index in owners.indices.reversed() {
      if owners[index].isEmpty { owners[index] = next } else { next = owners[index] }
    }
    let assigned = all.count == 1 ? owners.map { _ in all } : owners
    for (page, concerned) in zip(reading.pages, assigned) {
      for subject in concerned {
        ofSubject[subject, default: []].append(
          CasePage(print: name, reading: page, isShared: concerned.count > 1))
      }
    }
    return assigned
  }
}
