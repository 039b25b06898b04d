import InvoiceTemplate
import Presentation
import Typography

/// Turns blocks of content into strips within a column of the page.
struct BlockLayout {
  let setter: TextSetter
  private var template: Template { setter.template }

  /// Running text is no wider than the upright page, since nobody's eye finds the next of lines longer than that.
  private var widestText: Double {
    min(template.paper.width, template.paper.height) - template.paper.margins.left - template.paper.margins.right
  }

  /// The strips of several blocks: those that read on stand close, the others at the template's distance.
  func flow(_ blocks: [Block], x: Double, width: Double) -> [Flow] {
    var flow: [Flow] = []
    var previous: Block?
    var start = 0
    for (index, block) in blocks.enumerated() {
      let next = self.flow(block, x: x, width: width)
      if next.isEmpty { continue }
      let isCaption = index + 1 < blocks.count && block.isCaption(of: blocks[index + 1])
      if let previous {
        let lines = flow.endIndex - start
        let distance = isCaption ? template.spacing.block : distance(between: previous, and: block)
        if distance > 0 { flow.append(.strip(.space(distance))) }
        if previous.isCaption(of: block) {
          keepTogether(&flow, from: flow.endIndex - 2)
        } else if case .list = previous, block.isTable || isCaption, lines <= BlockLayout.unbrokenLines {
          keepTogether(&flow, from: start)
        }
      }
      start = flow.endIndex
      flow.append(contentsOf: next)
      previous = block
    }
    return flow
  }

  /// Ties the lines from `start` on to what follows, over the distance between them.
  private func keepTogether(_ flow: inout [Flow], from start: Int) {
    for index in flow.indices where index >= start {
      guard case .strip(var strip) = flow[index] else { continue }
      strip.keepsWithNext = true
      flow[index] = .strip(strip)
    }
  }

  private func distance(between upper: Block, and lower: Block) -> Double {
    switch (upper, lower) {
    case (.heading, _): 0
    case (.text, .table): template.spacing.row * 0.75
    case (.facts, .facts), (.facts, .list), (.facts, .text), (.list, .facts), (.list, .list), (.list, .text),
      (.text, .facts), (.text, .list), (.text, .text):
      template.spacing.row * 0.25
    default: template.spacing.block
    }
  }

  private func flow(_ block: Block, x: Double, width: Double) -> [Flow] {
    switch block {
    case .heading(let label): return [.strip(heading(label, x: x, width: width))]
    case .grid(let fields, let columns): return grid(fields, columns: columns, x: x, width: width).map(Flow.strip)
    case .facts(let fields): return facts(fields, x: x, width: width).map(Flow.strip)
    case .list(let fields): return fields.flatMap { facts([$0], x: x, width: width) }.map(Flow.strip)
    case .text(let text, let role):
      return setter.runningStrips(text, role, x: x, width: min(width, widestText)).map(Flow.strip)
    case .columns(let columns, let shares): return columnsFlow(columns, shares: shares, x: x, width: width)
    case .table(let table): return TableLayout(setter: setter).flow(table, x: x, width: width)
    case .amountDue(let label, let amount):
      return [.strip(amountDue(label, amount, x: x, width: width))]
    case .paymentCode(let code):
      return [.strip(PaymentCodeLayout(setter: setter).strip(code, x: x, width: width))]
    }
  }

  /// A small heading; stays with what follows.
  func heading(_ label: Label, x: Double, width: Double) -> Strip {
    var strip = setter.strip(label, .label, x: x, width: width)
    strip.height += template.spacing.row / 2
    strip.keepsWithNext = true
    return strip
  }

  private func grid(_ fields: [Field], columns: Int, x: Double, width: Double) -> [Strip] {
    precondition(columns > 0, "a grid has columns")
    let columns = template.paper.isRoll ? min(columns, 2) : columns
    let gutter = template.spacing.gutter
    let cellWidth = (width - gutter * Double(columns - 1)) / Double(columns)
    var strips: [Strip] = []
    for start in stride(from: 0, to: fields.count, by: columns) {
      let row = fields[start..<min(start + columns, fields.count)]
      let labels = row.map { setter.linesOverValue($0.label ?? Label(""), .label, width: cellWidth) }
      let labelHeight = Double(labels.map(\.count).max() ?? 0) * setter.lineHeight(.label)
      var strip = Strip(height: 0, items: [])
      for (position, (field, label)) in zip(row, labels).enumerated() {
        let left = x + Double(position) * (cellWidth + gutter)
        // Labels of one line stand directly over their values where a neighbour's label takes two.
        let labelTop = labelHeight - Double(label.count) * setter.lineHeight(.label)
        strip.items += setter.place(label, .label, x: left, width: cellWidth, top: labelTop)
        let value = setter.lines(field.value, field.role, width: cellWidth)
        let placed = setter.place(value, field.role, x: left, width: cellWidth, top: labelHeight)
        strip.items += placed + links(to: field.link, under: placed, role: field.role)
        strip.height = max(strip.height, labelHeight + Double(value.count) * setter.lineHeight(field.role))
      }
      if start > 0 { strips.append(.space(template.spacing.row)) }
      strips.append(strip)
    }
    return strips
  }

  /// Lines of a value that stay together, or of a list with the table that it introduces.
  private static let unbrokenLines = 6

  /// Labels beside values, running on: as many on a line as fit.
  func facts(_ fields: [Field], x: Double, width: Double) -> [Strip] {
    let between = setter.size(.text)
    var strips: [Strip] = []
    var line = Strip(height: 0, items: [])
    var pen = 0.0
    func endLine() {
      if line.height > 0 { strips.append(line) }
      line = Strip(height: 0, items: [])
      pen = 0
    }
    for field in fields {
      let labelText = field.label?.text ?? ""
      let labelRole: TextRole = .label
      let labelWidth = labelText.isEmpty ? 0 : setter.width(labelText, labelRole) + setter.size(.label) * 0.4
      let valueWidth = setter.width(field.value, field.role)
      let isOneLine = labelWidth + valueWidth <= width && !field.value.utf8.contains(0x0A)
      if pen > 0, !isOneLine || pen + between + labelWidth + valueWidth > width { endLine() }
      if pen > 0 { pen += between }
      if isOneLine {
        // Label and value share a baseline.
        if !labelText.isEmpty {
          let top = setter.ascent(field.role) - setter.ascent(labelRole)
          let label = setter.lines(labelText, labelRole, width: width)
          line.items += setter.place(label, labelRole, x: x + pen, width: width, top: top)
        }
        let value = setter.lines(field.value, field.role, width: valueWidth + 1)
        let placed = setter.place(value, field.role, x: x + pen + labelWidth, width: valueWidth + 1, top: 0)
        line.items += placed + links(to: field.link, under: placed, role: field.role)
        line.height = max(line.height, setter.lineHeight(field.role))
        pen += labelWidth + valueWidth
      } else {
        if !labelText.isEmpty {
          strips.append(setter.strip(labelText, labelRole, x: x, width: width))
          strips[strips.count - 1].keepsWithNext = true
        }
        strips += longValue(field, x: x, width: width)
      }
    }
    endLine()
    return strips
  }

  /// A value of several lines under its label: beside it, programs that read the page back would mix its lines with
  /// those of a neighbouring column.
  private func longValue(_ field: Field, x: Double, width: Double) -> [Strip] {
    let height = setter.lineHeight(field.role)
    let lines = setter.lines(field.value, field.role, width: width)
    return stride(from: 0, to: lines.count, by: BlockLayout.unbrokenLines).map { start in
      let piece = Array(lines[start..<min(start + BlockLayout.unbrokenLines, lines.count)])
      let placed = setter.place(piece, field.role, x: x, width: width, top: 0)
      var strip = Strip(
        height: Double(piece.count) * height, items: placed + links(to: field.link, under: placed, role: field.role))
      // A long value goes on over the page's end, but not after so few lines.
      strip.keepsWithNext = start == 0 && lines.count > BlockLayout.unbrokenLines
      return strip
    }
  }

  private func links(to address: String?, under placed: [Item], role: TextRole) -> [Item] {
    guard let address else { return [] }
    return placed.compactMap { item in
      guard case .text(let text) = item else { return nil }
      return .link(
        x: text.x, y: text.baseline - setter.ascent(role), width: text.text.width(at: text.size),
        height: setter.lineHeight(role), address: address)
    }
  }

  private func columnsFlow(_ columns: [[Block]], shares: [Double], x: Double, width: Double) -> [Flow] {
    precondition(columns.count == shares.count, "every column has its share")
    let gutter = template.spacing.gutter * 2
    let unit = (width - gutter * Double(columns.count - 1)) / shares.reduce(0, +)
    // Figures too wide for their column: better one under the other than broken.
    let isTooNarrow = zip(columns, shares).contains { blocks, share in
      blocks.contains { block in
        guard case .table(let table) = block else { return false }
        return TableLayout(setter: setter).narrowest(table) > share * unit
      }
    }
    if isTooNarrow || template.paper.isRoll { return flow(columns.flatMap { $0 }, x: x, width: width) }
    var left = x
    let laidOut = zip(columns, shares).map { blocks, share in
      let columnWidth = share * unit
      defer { left += columnWidth + gutter }
      return flow(blocks, x: left, width: columnWidth).flatMap { piece in
        switch piece {
        case .strip(let strip): [strip]
        case .parallel(let inner): inner.flatMap { $0 }
        case .groups(let table): table.groups.flatMap { [$0.head] + $0.rows.flatMap { $0 } }
        }
      }
    }
    return [.parallel(laidOut)]
  }

  private func amountDue(_ label: Label, _ amount: String, x: Double, width: Double) -> Strip {
    let above = template.spacing.row
    let amountWidth = setter.width(amount, .amount)
    let labelRoom = width - amountWidth - template.spacing.gutter
    let isNarrow = labelRoom < width * 0.25
    let labelLines = setter.lines(label, .text, width: isNarrow ? width : labelRoom)
    let labelHeight = Double(labelLines.count) * setter.lineHeight(.text)
    let amountTop = isNarrow ? above + labelHeight : above
    let amountLines = setter.lines(amount, .amount, width: width)
    let labelTop =
      isNarrow ? above : max(above, amountTop + setter.ascent(.amount) - setter.ascent(.text))
    let items =
      setter.place(labelLines, .text, x: x, width: width, top: labelTop)
      + setter.place(amountLines, .amount, x: x, width: width, top: amountTop, alignment: .trailing)
    let height = max(
      amountTop + Double(amountLines.count) * setter.lineHeight(.amount), labelTop + labelHeight)
    return Strip(height: height, items: items)
  }
}

extension Block {
  fileprivate var isTable: Bool {
    if case .table = self { return true }
    return false
  }

  /// Whether the block is a line of text over the table that it names.
  fileprivate func isCaption(of next: Block) -> Bool {
    if case .text = self { return next.isTable }
    return false
  }
}
