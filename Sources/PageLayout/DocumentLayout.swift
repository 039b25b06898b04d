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
  /// - Throws: `code.too-long`.
  package func pages(of presentation: Presentation) throws(Obstacle) -> [Page] {
    let paper = template.paper
    let x = paper.margins.left
    let width = paper.width - paper.margins.left - paper.margins.right
    let footer = FooterLayout(presentation.footer, setter: setter, x: x, width: width)
    let footerTop = paper.height - paper.margins.bottom - footer.height
    let bottom = footerTop - template.spacing.block
    var pagination = Pagination(top: paper.margins.top, bottom: bottom)

    pagination.place(HeadLayout(setter: setter).strips(presentation.head, x: x, width: width).map(Flow.strip))
    for section in presentation.sections { pagination.place(flow(section, x: x, width: width)) }

    if let codes = try CodesLayout(setter: setter).strip(presentation.codes, x: x, width: width) {
      if pagination.y + template.spacing.block + codes.height > bottom { pagination.breakPage() }
      // At the foot of the last page, wherever the content ends.
      let top = max(paper.margins.top, bottom - codes.height)
      pagination.stamp(codes.items.map { $0.moved(down: top) })
    }
    let count = pagination.pages.count
    return pagination.pages.enumerated().map { index, items in
      Page(
        width: paper.width, height: paper.height,
        items: items + footer.items(page: index + 1, of: count, top: footerTop))
    }
  }

  private func flow(_ section: Section, x: Double, width: Double) -> [Flow] {
    let layout = BlockLayout(setter: setter)
    var content = layout.flow(section.blocks, x: x, width: width)
    if content.isEmpty { return [] }
    if let heading = section.heading {
      var strip = setter.strip(heading.text, .strong, x: x, width: width)
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
    return [.strip(.space(template.spacing.section))] + content
  }
}
