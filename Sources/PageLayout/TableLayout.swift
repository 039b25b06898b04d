import InvoiceTemplate
import Presentation
import Typography

/// Turns a table into strips: a head that repeats, rows, rules.
struct TableLayout {
  let setter: TextSetter
  /// The type has been made smaller once already, so that the figures fit.
  var isScaled = false
  var template: Template { setter.template }

  /// Rows higher than so many lines may break over the page's end.
  private static let unbrokenLines = 12.5

  /// Type isn't made smaller than this to save figures from breaking.
  private static let smallestScale = 0.62

  /// The least width at which no figure of the table would break.
  func narrowest(_ table: Table) -> Double {
    ColumnWidths.narrowest(wishes(table)) + gutters(table)
  }

  func flow(_ table: Table, x: Double, width: Double) -> [Flow] {
    guard !table.columns.isEmpty else { return [] }
    switch table.wideness {
    case _ where template.paper.isRoll:
      // Data that nobody compares column by column on so narrow paper: each row as a list of what it says.
      let stacked: Table =
        switch table.wideness {
        case .movesColumnsUnder: table.withNamesOverFigures
        case .keepsColumns: table.columns.count > 2 ? table.withRowsAsLists : table
        }
      return slim(stacked, x: x, width: width).map(Flow.strip)
    case .movesColumnsUnder: return unbroken(slim(table, x: x, width: width)).map(Flow.strip)
    case .keepsColumns: return whole(table, x: x, width: width)
    }
  }

  /// A table of a few rows stays together, so that the eye finds its sum with what was added up.
  func unbroken(_ strips: [Strip]) -> [Strip] {
    let most = template.paper.height * TableLayout.unbrokenShare
    // Counting stops as soon as it's clear: a table may have many thousand rows.
    var height = 0.0
    for strip in strips where height <= most { height += strip.height }
    guard height <= most else { return strips }
    var strips = strips
    for index in strips.indices.dropLast() { strips[index].keepsWithNext = true }
    return strips
  }

  /// Of the paper's height.
  private static let unbrokenShare = 0.18

  /// All columns side by side, in smaller type at need; those that have no room move under the rows.
  private func slim(_ table: Table, x: Double, width: Double) -> [Strip] {
    let wishes = wishes(table, width: width)
    let moved = table.columnsWithoutRoom(
      wishes, width: width, gutter: template.spacing.gutter, sparesFigures: !template.paper.isRoll)
    if !moved.isEmpty { return slim(table.movingUnderRows(moved), x: x, width: width) }
    let narrowest = ColumnWidths.narrowest(wishes) + gutters(table)
    if narrowest > width, !isScaled {
      let scale = max(TableLayout.smallestScale, width / narrowest * 0.99)
      return TableLayout(setter: setter.scaled(by: scale), isScaled: true).slim(table, x: x, width: width)
    }
    return parts(table, wishes, x: x, width: width).strips
  }

  /// A table set as it stands in columns of these wishes.
  func parts(_ table: Table, _ wishes: [ColumnWidths.Wish], x: Double, width: Double) -> Parts {
    var widths = ColumnWidths.divide(wishes, available: width - gutters(table))
    if widths.count == 1 { widths = [width] }
    // Equal distances, whichever way the cells of neighbouring columns are aligned.
    let distance = (width - widths.reduce(0, +)) / Double(max(1, widths.count - 1))
    var lefts: [Double] = []
    var left = x
    for columnWidth in widths {
      lefts.append(left)
      left += columnWidth + distance
    }
    let frame = Frame(x: x, width: width, lefts: lefts, widths: widths, fractions: wishes.map(\.fraction))
    let head = self.head(table, in: frame)
    var parts = Parts(head: head, rows: [])
    parts.rows.reserveCapacity(table.rows.count)
    for (index, row) in table.rows.enumerated() {
      precondition(row.cells.count == table.columns.count || row.spansColumns, "a row has a cell for each column")
      let isBeforeTotal = index + 1 < table.rows.count && table.rows[index + 1].kind == .total
      let joinsPrevious = index > 0 && table.rows[index - 1].joinsNext
      parts.rows.append(
        self.row(
          row, number: index, table, in: frame, isBeforeTotal: isBeforeTotal, joinsPrevious: joinsPrevious, head: head))
    }
    return parts
  }

  /// A table's strips: its head, and for each row what it takes.
  struct Parts {
    var head: Strip
    var rows: [[Strip]]

    var strips: [Strip] { [head] + rows.flatMap { $0 } }
  }

  /// Where the columns stand.
  private struct Frame {
    let x: Double
    let width: Double
    let lefts: [Double]
    let widths: [Double]
    /// The widest decimals of each column.
    let fractions: [Double]
  }

  func gutters(_ table: Table) -> Double { template.spacing.gutter * Double(max(0, table.columns.count - 1)) }

  /// The last column that a cell may fill: in a sum, in the name of an item, or where a row says one
  /// thing only, words run on over empty cells.
  func reach(of index: Int, in row: Table.Row, _ table: Table) -> Int {
    guard table.columns[index].alignment == .leading, row.kind == .total || row.kind == .item || row.saysOneThing
    else { return index }
    var last = index
    while last + 1 < row.cells.count, row.cells[last + 1].isEmpty { last += 1 }
    return last
  }

  func role(of row: Table.Row) -> TextRole {
    row.kind == .total || row.kind == .difference ? .strong : .text
  }

  private func head(_ table: Table, in frame: Frame) -> Strip {
    // Two languages stand one under the other in every column alike.
    let cells = zip(table.columns, frame.widths).map { column, width in
      setter.balancedLines(column.title.lead, .label, width: width)
        + (column.title.second.map { setter.balancedLines($0, .label, width: width) } ?? [])
    }
    let lines = cells.map(\.count).max() ?? 0
    let textHeight = Double(lines) * setter.lineHeight(.label)
    let padding = template.spacing.row * 0.6
    var strip = Strip(height: textHeight + padding, items: [], keepsWithNext: true)
    for (index, cell) in cells.enumerated() {
      let top = textHeight - Double(cell.count) * setter.lineHeight(.label)
      strip.items += setter.place(
        cell, .label, x: frame.lefts[index], width: frame.widths[index], top: top,
        alignment: alignment(table.columns[index]))
    }
    strip.items.append(.rule(x: frame.x, y: strip.height, width: frame.width, rule: template.rules.dark))
    return strip
  }

  private func alignment(_ column: Table.Column) -> TextAlignment {
    column.alignment == .leading ? .leading : .trailing
  }

  private func row(
    _ row: Table.Row, number: Int, _ table: Table, in frame: Frame, isBeforeTotal: Bool, joinsPrevious: Bool,
    head: Strip
  ) -> [Strip] {
    let padding = template.spacing.row
    if row.kind == .name { return [name(row, number: number, in: frame, joinsPrevious: joinsPrevious, head: head)] }
    if row.kind == .group {
      let text = row.cells.map(\.text).joined(separator: " ")
      var strip = setter.strip(text, .label, x: frame.x, width: frame.width)
      strip = Strip(
        height: strip.height + padding, items: strip.items.map { $0.moved(down: padding) }, keepsWithNext: true,
        head: [head])
      return [strip]
    }
    let role = role(of: row)
    let colour = row.kind == .before || row.kind == .unchanged ? template.style(.label).colour : nil
    var slices: [Strip] = []
    /// Adds a line of a cell at its height in the row; each height makes a slice of its own.
    func add(_ items: [Item], line: Int, height: Double) {
      if line == slices.count { slices.append(Strip(height: 0, items: [])) }
      slices[line].items += items
      slices[line].height = max(slices[line].height, height)
    }
    for (index, cell) in row.cells.enumerated() {
      let alignment = alignment(table.columns[index])
      let last = reach(of: index, in: row, table)
      let width = frame.lefts[last] + frame.widths[last] - frame.lefts[index]
      // Figures of fewer decimals than others of their column stand further left, their decimal sign under the others'.
      let inset =
        table.columns[index].alignment == .decimal ? frame.fractions[index] - fraction(of: cell.text, role) : 0
      var line = 0
      for (text, cellRole) in [(cell.text, role), (cell.secondary ?? "", .small)] where !text.isEmpty {
        for shaped in setter.lines(text, cellRole, width: width) {
          let slack = max(0, width - shaped.width(at: setter.size(cellRole)))
          let items = setter.place(
            [shaped], cellRole, x: frame.lefts[index], width: width - min(slack, inset), top: 0,
            alignment: alignment, colour: cellRole == role ? colour : nil)
          add(
            items.map { $0.belonging(to: PlacedText.Cell(row: number, column: index)) }, line: line,
            height: setter.lineHeight(cellRole))
          line += 1
        }
      }
    }
    if !row.details.isEmpty { slices += details(row, table, in: frame) }
    return finish(
      slices, row: row, in: frame, isBeforeTotal: isBeforeTotal, joinsPrevious: joinsPrevious, head: head)
  }

  /// A name over its figures, with what belongs to it under it.
  private func name(
    _ row: Table.Row, number: Int, in frame: Frame, joinsPrevious: Bool, head: Strip
  ) -> Strip {
    var strip = Strip(height: joinsPrevious ? 0 : template.spacing.row, items: [], keepsWithNext: true, head: [head])
    for cell in row.cells {
      for (text, role) in [(cell.text, TextRole.text), (cell.secondary ?? "", .small)] where !text.isEmpty {
        let lines = setter.strip(text, role, x: frame.x, width: frame.width)
        strip.items += lines.items.map {
          $0.moved(down: strip.height).belonging(to: PlacedText.Cell(row: number, column: 0))
        }
        strip.height += lines.height
      }
    }
    return strip
  }

  private func details(_ row: Table.Row, _ table: Table, in frame: Frame) -> [Strip] {
    let column = table.columns.firstIndex { $0.width == .rest } ?? 0
    let small = row.details.map { Field($0.label, $0.value, role: .small, link: $0.link) }
    return BlockLayout(setter: setter)
      .facts(small, x: frame.lefts[column], width: frame.x + frame.width - frame.lefts[column])
  }

  /// Pads the row's slices, joins those of a short row, and closes it with its rule.
  private func finish(
    _ slices: [Strip], row: Table.Row, in frame: Frame, isBeforeTotal: Bool, joinsPrevious: Bool, head: Strip
  ) -> [Strip] {
    // Rows of one item stand as close as the lines of a paragraph.
    let above = joinsPrevious ? 0 : template.spacing.row
    let below = row.joinsNext ? 0 : template.spacing.row
    var slices = slices.isEmpty ? [Strip(height: setter.lineHeight(.text), items: [])] : slices
    slices[0].items = slices[0].items.map { $0.moved(down: above) }
    slices[0].height += above
    slices[slices.count - 1].height += below
    if !row.joinsNext {
      let rule = row.kind == .total ? template.rules.dark : template.rules.light
      slices[slices.count - 1].items.append(
        .rule(x: frame.x, y: slices[slices.count - 1].height, width: frame.width, rule: rule))
    }
    let height = slices.reduce(0) { $0 + $1.height } - above - below
    if height <= setter.lineHeight(.text) * TableLayout.unbrokenLines {
      var joined = Strip(height: 0, items: [])
      for slice in slices {
        joined.items += joined.height == 0 ? slice.items : slice.items.map { $0.moved(down: joined.height) }
        joined.height += slice.height
      }
      slices = [joined]
    }
    for index in slices.indices { slices[index].head = [head] }
    if slices.count > 1 {
      // A long row leaves no single line behind, and takes none alone to the next page.
      slices[0].keepsWithNext = true
      slices[slices.count - 2].keepsWithNext = true
    }
    // A sum never stands alone at the top of a page, nor a state before a correction at the foot of one.
    if isBeforeTotal || row.joinsNext || row.kind == .before { slices[slices.count - 1].keepsWithNext = true }
    return slices
  }
}

extension Table.Row {
  /// Whether only the first cell holds words, as a title among the rows does.
  fileprivate var saysOneThing: Bool {
    cells.count > 1 && cells.dropFirst().allSatisfy(\.isEmpty)
  }
}
