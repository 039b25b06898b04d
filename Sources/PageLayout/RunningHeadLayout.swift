import InvoiceTemplate
import Presentation
import Typography

/// Which document a page belongs to, small over a light rule, from the second page on.
struct RunningHeadLayout {
  /// With the distance to the content.
  let height: Double
  private let content: [Item]

  init(_ head: RunningHead, setter: TextSetter, x: Double, width: Double) {
    let spacing = setter.template.spacing
    let number = head.ksefNumber.map { field in
      [field.label?.lead, field.value].compactMap { $0 }.joined(separator: " ")
    }
    let numberWidth = number.map { setter.width($0, .small) + 1 } ?? 0
    // Side by side where both fit on a line, else one under the other.
    let isOneLine = setter.width(head.title, .small) + spacing.gutter + numberWidth <= width
    var items = setter.strip(head.title, .small, x: x, width: width)
    if let number {
      let beside = setter.strip(number, .small, x: x, width: width, alignment: isOneLine ? .trailing : .leading)
      let top = isOneLine ? 0 : items.height
      items.items += beside.items.map { $0.moved(down: top) }
      items.height = max(items.height, top + beside.height)
    }
    let rule = items.height + spacing.row * 0.4
    content = items.items + [.rule(x: x, y: rule, width: width, rule: setter.template.rules.light)]
    height = rule + spacing.block
  }

  func items(top: Double) -> [Item] { content.map { $0.moved(down: top) } }
}
