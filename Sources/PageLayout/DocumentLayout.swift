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
  /// A last page that holds little but the codes is saved where closer spacing can save it.
  ///
  /// - Throws: `code.too-long`.
  package func pages(of presentation: Presentation) throws(Obstacle) -> [Page] {
    let loose = try paginate(presentation)
    guard loose.lastPageIsSparse, loose.pages.count <= DocumentLayout.mostPagesTightened else { return loose.pages }
    for factor in DocumentLayout.closerSpacings {
      let closer = DocumentLayout(template: template.spaced(by: factor), fonts: setter.fonts)
      let pages = try closer.paginate(presentation).pages
      if pages.count < loose.pages.count { return pages }
    }
    return loose.pages
  }

  /// How much closer the spacing may become to save a page, in steps.
  private static let closerSpacings = [0.8, 0.62]
  /// Where so many pages are printed, one more isn't worth the time to lay all of them out again.
  private static let mostPagesTightened = 8
  /// A page filled less than this, the codes apart, looks like an accident.
  private static let sparseShare = 0.2

  /// Strips, distances among them.
  fileprivate static let mostLinesKeptTogether = 13

  private func paginate(_ presentation: Presentation) throws(Obstacle) -> (pages: [Page], lastPageIsSparse: Bool) {
    let paper = template.paper
    let x = paper.margins.left
    let top = paper.margins.top
    let width = paper.width - paper.margins.left - paper.margins.right
    let footer = FooterLayout(
      presentation.footer, languages: presentation.languages, setter: setter, x: x, width: width)
    let footerTop = paper.height - paper.margins.bottom - footer.height
    // A template of huge type or distances may leave the content less than it takes; half a page always remains.
    let bottom = max(footerTop - template.spacing.block, (top + paper.height - paper.margins.bottom) / 2)
    var pagination = Pagination(top: top, bottom: bottom)

    pagination.place(HeadLayout(setter: setter).strips(presentation.head, x: x, width: width).map(Flow.strip))
    for section in presentation.sections { pagination.place(flow(section, x: x, width: width)) }

    if let codes = try CodesLayout(setter: setter).strip(presentation.codes, x: x, width: width) {
      if pagination.y + template.spacing.block + codes.height > bottom { pagination.breakPage() }
      // At the foot of the last page, wherever the content ends; alone on a page, at its top.
      let codesTop: Double
      switch template.codes.placement {
      case _ where pagination.y == top: codesTop = top
      case .lastPageBottom: codesTop = max(top, bottom - codes.height)
      case .afterContent: codesTop = pagination.y + template.spacing.block
      }
      pagination.stamp(codes.items.map { $0.moved(down: codesTop) })
    }
    let count = pagination.pages.count
    let watermark = WatermarkLayout(template, languages: presentation.languages, fonts: setter.fonts)
    let pages = pagination.pages.enumerated().map { index, items in
      Page(
        width: paper.width, height: paper.height,
        items: (watermark?.items(under: items, width: paper.width, height: paper.height) ?? []) + items
          + footer.items(page: index + 1, of: count, top: footerTop))
    }
    return (pages, count > 1 && pagination.y - top < (bottom - top) * DocumentLayout.sparseShare)
  }

  private func flow(_ section: Section, x: Double, width: Double) -> [Flow] {
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

extension Template {
  /// The same template with its vertical distances in proportion.
  fileprivate func spaced(by factor: Double) -> Template {
    var template = self
    template.spacing.section *= factor
    template.spacing.block *= factor
    template.spacing.row *= factor
    return template
  }
}
