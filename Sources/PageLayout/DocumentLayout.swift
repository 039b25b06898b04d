package import Findings
package import InvoiceTemplate
package import Presentation
package import Typography

/// Measures, flows and paginates a presentation; draws nothing, translates nothing.
package struct DocumentLayout {
  private let setter: TextSetter
  private let template: Template

  /// - Parameters:
  ///   - template: the look.
  ///   - fonts: of the calling thread.
  package init(template: Template, fonts: FontSet) {
    self.template = template
    setter = TextSetter(template: template, fonts: fonts)
  }

  /// The pages, at least one.
  ///
  /// A last page that holds little but the codes is saved where closer spacing can save it; where it can't, the sums go
  /// there with what follows them.
  ///
  /// - Throws: `code.too-long`.
  package func pages(of presentation: Presentation) throws(Obstacle) -> [Page] {
    let loose = try paginate(presentation)
    guard loose.lastPageIsSparse, loose.pages.count <= DocumentLayout.mostPagesTightened else { return loose.pages }
    for closeness in DocumentLayout.closerSpacings {
      let closer = DocumentLayout(template: template.spaced(by: closeness), fonts: setter.fonts)
      let pages = try closer.paginate(presentation).pages
      if pages.count < loose.pages.count { return pages }
    }
    if let companion = loose.companionOfCodes {
      let accompanied = try paginate(presentation, beginningPageWith: companion).pages
      if accompanied.count == loose.pages.count { return accompanied }
    }
    return loose.pages
  }

  /// How much closer spacing and lines may become to save a page, in steps.
  private static let closerSpacings: [(spacing: Double, leading: Double)] = [
    (0.8, 1), (0.7, 1), (0.62, 1), (0.56, 0.97), (0.5, 0.93),
  ]
  /// Where so many pages are printed, one more isn't worth the time to lay all of them out again.
  private static let mostPagesTightened = 24
  /// A page filled less than this, the codes apart, looks like an accident.
  private static let sparseShare = 0.2

  /// Strips, distances among them.
  fileprivate static let mostLinesKeptTogether = 13

  /// No more of a page than this is left empty so that the codes have company on the next one.
  private static let mostCarriedOver = 0.4

  private struct Result {
    var pages: [Page]
    var lastPageIsSparse: Bool
    /// The section that could begin the last page, where that holds little but the codes.
    var companionOfCodes: Int?
  }

  /// - Parameter beginningPageWith: the index of a section that begins a page.
  private func paginate(_ presentation: Presentation, beginningPageWith first: Int? = nil) throws(Obstacle) -> Result {
    let upright = Stationery(for: presentation, setter: setter, isTurned: false)
    let turned = Stationery(for: presentation, setter: setter, isTurned: true)
    var pagination = Pagination(on: upright.sheet)
    let head = HeadLayout(setter: setter)
      .strips(presentation.head, x: upright.sheet.x, width: upright.sheet.contentWidth)
    pagination.place(head.map(Flow.strip))
    let codes = CodesLayout(setter: setter)
    var starts: [(page: Int, y: Double)] = []
    for (index, section) in presentation.sections.enumerated() {
      if index == first { pagination.breakPage() }
      starts.append((pagination.pages.count, pagination.y))
      if pagination.sheet.isTurned {
        // What little is left goes on where it is; more returns to the upright page.
        let rest = presentation.sections[index...].flatMap { flow($0, on: turned.sheet) }
        let codesHeight = try codes.strip(presentation.codes, x: 0, width: turned.sheet.contentWidth)?.height ?? 0
        if let height = rest.height, pagination.y + height + template.spacing.block + codesHeight <= turned.sheet.bottom
        {
          pagination.place(rest)
          break
        }
        pagination.turn(to: upright.sheet)
      }
      place(section, on: &pagination, upright: upright.sheet, turned: turned.sheet)
    }
    let (sheet, y) = (pagination.sheet, pagination.y)
    let isSparse = y - sheet.laterTop < (sheet.bottom - sheet.laterTop) * DocumentLayout.sparseShare

    if sheet.isRoll {
      try placeCodes(presentation.codes, on: &pagination)
    } else if let strip = try codes.strip(presentation.codes, x: sheet.x, width: sheet.contentWidth) {
      if y + template.spacing.block + strip.height > sheet.bottom, !pagination.isAtTop { pagination.breakPage() }
      // Under a rule, where the template has the codes; alone on a page, under its running head.
      let isAlone = pagination.isAtTop
      let top: Double
      switch template.codes.placement {
      case _ where isAlone: top = pagination.y
      case .lastPageBottom: top = max(pagination.y, sheet.bottom - strip.height)
      case .afterContent: top = pagination.y + template.spacing.block
      }
      let rule = Item.rule(x: sheet.x, y: top, width: sheet.contentWidth, rule: template.rules.light)
      pagination.stamp((isAlone ? [] : [rule]) + strip.items.map { $0.moved(down: top) })
    }
    let count = pagination.pages.count
    let pages = pagination.pages.enumerated().map { index, filling in
      (filling.sheet.isTurned ? turned : upright)
        .page(filling.items.inReadingOrder, number: index + 1, of: count, end: pagination.y)
    }
    let isLittle = !sheet.isRoll && count > 1 && (isSparse || pagination.isAtTop)
    return Result(
      pages: pages, lastPageIsSparse: isLittle,
      companionOfCodes: isLittle && !presentation.codes.isEmpty
        ? companion(in: presentation.sections, starts: starts, page: count - 1, on: sheet) : nil)
  }

  /// The codes of a roll, under the content, on the printer's dots.
  private func placeCodes(_ codes: [Code], on pagination: inout Pagination) throws(Obstacle) {
    let sheet = pagination.sheet
    for strip in try RollCodesLayout(setter: setter).strips(codes, x: sheet.x, width: sheet.contentWidth) {
      if pagination.y + strip.height > sheet.bottom, !pagination.isAtTop { pagination.breakPage() }
      pagination.place(strip, on: template.paper.dotsPerInch)
    }
  }

  /// The first section to begin near the foot of a page that reads as well on the next.
  private func companion(
    in sections: [Section], starts: [(page: Int, y: Double)], page: Int, on sheet: Sheet
  ) -> Int? {
    let highest = sheet.bottom - (sheet.bottom - sheet.laterTop) * DocumentLayout.mostCarriedOver
    return zip(sections, starts).enumerated().first { _, pair in
      pair.0.name.mayFollowOnAnotherPage && pair.1.page == page && pair.1.y > highest
    }?.offset
  }

  /// Places a section; from a table on that reads better across the turned page, with the words that lead up to it, the
  /// section's pages are turned.
  private func place(_ section: Section, on pagination: inout Pagination, upright: Sheet, turned: Sheet) {
    let layout = TableLayout(setter: setter)
    let wide = section.blocks.firstIndex { block in
      guard case .table(let table) = block, !upright.isRoll else { return false }
      return layout.wantsTurning(table, upright: upright, turned: turned)
    }
    guard let wide else { return pagination.place(flow(section, on: upright)) }
    var first = wide
    while first > 0, section.blocks[first - 1].leadsUp {
      first -= 1
      if case .heading = section.blocks[first] { break }
    }
    let before = Section(section.name, heading: section.heading, Array(section.blocks[..<first]))
    pagination.place(flow(before, on: upright))
    pagination.turn(to: turned)
    let heading = first == 0 ? section.heading : nil
    pagination.place(flow(Section(section.name, heading: heading, Array(section.blocks[first...])), on: turned))
  }

  private func flow(_ section: Section, on sheet: Sheet) -> [Flow] {
    let (x, width) = (sheet.x, sheet.contentWidth)
    let layout = BlockLayout(setter: setter)
    var content = layout.flow(section.blocks, x: x, width: width)
    if content.isEmpty { return [] }
    if let heading = section.heading {
      var strip = setter.strip(heading, .strong, x: x, width: width)
      strip.height += template.spacing.row / 2
      strip.keepsWithNext = true
      content.insert(.strip(strip), at: 0)
    }
    if section.name == .dates {
      // The dates stand between two rules: they are looked for more often than anything but number and amount.
      let distance = template.spacing.block
      content.insert(.strip(.space(distance)), at: 0)
      content.append(
        .strip(
          Strip(
            height: distance, items: [.rule(x: x, y: distance, width: width, rule: template.rules.light)])))
      return content
    }
    return [.strip(.space(template.spacing.section))] + unbroken(content)
  }
}

extension SectionName {
  /// Whether the section reads as well on the page after what it follows.
  fileprivate var mayFollowOnAnotherPage: Bool {
    switch self {
    case .summary, .terms, .notes, .remainder: true
    case .dates, .parties, .correction, .lines, .order, .attachment: false
    }
  }
}

/// A few lines that stay together: a section that short looks torn where a page ends inside it.
private func unbroken(_ content: [Flow]) -> [Flow] {
  guard content.count <= DocumentLayout.mostLinesKeptTogether else { return content }
  var strips: [Strip] = []
  for piece in content {
    guard case .strip(let strip) = piece, strip.head.isEmpty else { return content }
    strips.append(strip)
  }
  for index in strips.indices.dropLast() { strips[index].keepsWithNext = true }
  return strips.map(Flow.strip)
}

extension Block {
  /// Whether the block says what follows it.
  fileprivate var leadsUp: Bool {
    switch self {
    case .heading, .text, .list: true
    case .grid, .facts, .columns, .table, .amountDue, .paymentCode: false
    }
  }
}

extension [Flow] {
  /// Height of all, one under the other; nil where it depends on the page.
  fileprivate var height: Double? {
    var height = 0.0
    for piece in self {
      switch piece {
      case .strip(let strip): height += strip.height
      case .parallel(let columns): height += columns.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0
      case .groups: return nil
      }
    }
    return height
  }
}

extension Template {
  /// The same template with its vertical distances in proportion.
  fileprivate func spaced(by closeness: (spacing: Double, leading: Double)) -> Template {
    var template = self
    template.spacing.section *= closeness.spacing
    template.spacing.block *= closeness.spacing
    template.spacing.row *= closeness.spacing
    for role in template.styles.keys {
      // Lines that a template sets close already stay as they are.
      let leading = template.style(role).leading
      template.styles[role]?.leading = max(min(leading, 1.15), leading * closeness.leading)
    }
    return template
  }
}
