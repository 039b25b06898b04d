import InvoiceTemplate
import Presentation
import Typography

/// Whose document it is and which one, over the first page's content.
struct HeadLayout {
  let setter: TextSetter

  func strips(_ head: Head, x: Double, width: Double) -> [Strip] {
    let spacing = setter.template.spacing
    let gutter = spacing.gutter * 2
    // The number is what people look for: it gets the room it needs, the issuer the rest.
    let isNumberLarge = head.prominent == .number && setter.width(head.number, .title) <= width * 0.55
    let numberRole: TextRole = isNumberLarge ? .title : .name
    let kindRole: TextRole = head.prominent == .kind ? .title : .text
    let wanted = max(
      setter.width(head.number, numberRole), head.prominent == .kind ? setter.width(head.kind.lead, kindRole) : 0)
    // On a roll one stands under the other.
    let isRoll = setter.template.paper.isRoll
    let rightWidth = isRoll ? width : min(width * 0.6, max(wanted + 1, width * 0.35))
    let leftWidth = isRoll ? width : width - gutter - rightWidth
    let alignment: TextAlignment = isRoll ? .leading : .trailing

    var left = Strip(height: 0, items: [])
    var right = Strip(height: 0, items: [])
    let rightX = x + width - rightWidth
    let brand = setter.template.brand
    switch brand.logoPosition {
    case .left:
      if let size = brand.logoSize(room: leftWidth) { append(logo(size, x: x), to: &left) }
    case .right:
      if let size = brand.logoSize(room: rightWidth) { append(logo(size, x: x + width - size.width), to: &right) }
    }

    append(setter.strip(head.issuer, .name, x: x, width: leftWidth), to: &left)
    for strip in BlockLayout(setter: setter).facts(head.issuerDetail, x: x, width: leftWidth) {
      append(strip, to: &left)
    }
    if head.prominent == .kind {
      // Large words in two languages would outshout the page: the second follows small.
      append(setter.strip(head.kind.lead, kindRole, x: rightX, width: rightWidth, alignment: alignment), to: &right)
      if let second = head.kind.second {
        append(setter.strip(second, .text, x: rightX, width: rightWidth, alignment: alignment), to: &right)
      }
    } else {
      append(setter.strip(head.kind, kindRole, x: rightX, width: rightWidth, alignment: alignment), to: &right)
    }
    append(
      setter.strip(head.number, numberRole, x: rightX, width: rightWidth, alignment: alignment), to: &right)

    var whole = Strip(height: max(left.height, right.height), items: left.items + right.items, keepsWithNext: true)
    if isRoll {
      whole = left
      whole.keepsWithNext = true
      whole.height += spacing.block
      append(right, to: &whole)
    }
    if let notice = head.notice {
      whole.height += spacing.block
      for strip in setter.runningStrips(notice, .name, x: x, width: width) { append(strip, to: &whole) }
    }
    whole.height += spacing.section * 0.7
    whole.items.append(.rule(x: x, y: whole.height, width: width, rule: setter.template.rules.light))
    return [whole]
  }

  private func logo(_ size: (width: Double, height: Double), x: Double) -> Strip {
    Strip(
      height: size.height + setter.template.spacing.block,
      items: [.logo(x: x, y: 0, width: size.width, height: size.height)])
  }

  private func append(_ strip: Strip, to whole: inout Strip) {
    whole.items += strip.items.map { $0.moved(down: whole.height) }
    whole.height += strip.height
  }
}
