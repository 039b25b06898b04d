import InvoiceTemplate
import Presentation
import Typography

/// Turns a table into strips: a head that repeats, rows, rules.
struct TableLayout {
  let setter: TextSetter
  /// The type has been made smaller once already, so that the figures fit.
  var isScaled = false
  private var template: Template { setter.template }

  /// Rows of more lines than this may break over the page's end.
  private static let unbrokenLines = 12

  /// Type isn't made smaller than this to save figures from breaking.
  private static let smallestScale = 0.62

  /// The least width at which no figure of the table would break.
  func narrowest(_ table: Table) -> Double {
    ColumnWidths.narrowest(wishes(table)) + template.spacing.gutter * Double(max(0, table.columns.count - 1))
  }

  func strips(_ table: Table, x: Double, width: Double) -> [Strip] {
    guard !table.columns.isEmpty else { return [] }
    let gutter = template.spacing.gutter
    let wishes = wishes(table)
    let available = width - gutter * Double(table.columns.count - 1)
    let moved = table.columnsWithoutRoom(wishes, width: width, gutter: gutter)
    if !moved.isEmpty { return strips(table.movingUnderRows(moved), x: x, width: width) }
    let narrowest = ColumnWidths.narrowest(wishes)
    if narrowest > available, !isScaled {
      let scale = max(TableLayout.smallestScale, width / (narrowest + gutter * Double(table.columns.count - 1)))
      return TableLayout(setter: setter.scaled(by: scale * 0.99), isScaled: true).strips(table, x: x, width: width)
    }
    let widths = ColumnWidths.divide(wishes, available: available)
    var lefts: [Double] = []
    var left = x
    for columnWidth in widths {
      lefts.append(left)
      left += columnWidth + gutter
    }
    let frame = Frame(x: x, width: width, lefts: lefts, widths: widths)
    let head = self.head(table, in: frame)
    var strips = [head]
    for (index, row) in table.rows.enumerated() {
      precondition(row.cells.count == table.columns.count || row.kind == .group, "a row has a cell for each column")
      let isBeforeTotal = index + 1 < table.rows.count && table.rows[index + 1].kind == .total
      strips += self.row(row, number: index, table, in: frame, isBeforeTotal: isBeforeTotal, head: head)
    }
    return strips
  }

  /// Where the columns stand.
  private struct Frame {
    let x: Double
    let width: Double
    let lefts: [Double]
    let widths: [Double]
  }

  private func wishes(_ table: Table) -> [ColumnWidths.Wish] {
    var wishes = table.columns.map { column in
      let titles = [column.title.lead] + (column.title.second.map { [$0] } ?? [])
      let least = titles.reduce(0) { max($0, setter.widestPiece($1, .label)) }
      return ColumnWidths.Wish(
        title: titles.reduce(0) { max($0, setter.width($1, .label)) }, natural: least, least: least,
        takesRest: column.width == .rest, narrowest: 0)
    }
    for row in table.rows where row.kind != .group {
      for (index, cell) in row.cells.enumerated() where !cell.text.isEmpty || cell.secondary != nil {
        if reach(of: index, in: row, table) > index { continue }
        let role = role(of: row)
        let natural = setter.width(cell.text, role)
        wishes[index].natural = max(wishes[index].natural, natural)
        if natural > wishes[index].least {
          wishes[index].least = max(wishes[index].least, setter.widestPiece(cell.text, role))
        }
        if let secondary = cell.secondary {
          wishes[index].natural = max(wishes[index].natural, setter.width(secondary, .small))
          wishes[index].least = max(wishes[index].least, setter.widestPiece(secondary, .small))
        }
      }
    }
    for (index, column) in table.columns.enumerated() {
      let least = wishes[index].least
      wishes[index].narrowest = column.alignment == .leading ? min(least, setter.size(.text) * 3.2) : least
    }
    return wishes
  }

  /// The last column that a cell may fill: in a sum, or where a row says one thing only, words run on over empty cells.
  private func reach(of index: Int, in row: Table.Row, _ table: Table) -> Int {
    guard table.columns[index].alignment == .leading, row.kind == .total || row.saysOneThing else { return index }
    var last = index
    while last + 1 < row.cells.count, row.cells[last + 1].isEmpty { last += 1 }
    return last
  }

  private func role(of row: Table.Row) -> TextRole { row.kind == .total ? .strong : .text }

  private func head(_ table: Table, in frame: Frame) -> Strip {
    // Two languages stand one under the other in every column alike.
    let cells = zip(table.columns, frame.widths).map { column, width in
      setter.lines(column.title.lead, .label, width: width)
        + (column.title.second.map { setter.lines($0, .label, width: width) } ?? [])
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
    column.alignment == .trailing ? .trailing : .leading
  }

  private func row(
    _ row: Table.Row, number: Int, _ table: Table, in frame: Frame, isBeforeTotal: Bool, head: Strip
  ) -> [Strip] {
    let padding = template.spacing.row
    if row.kind == .group {
      let text = row.cells.map(\.text).joined(separator: " ")
      var strip = setter.strip(text, .label, x: frame.x, width: frame.width)
      strip = Strip(
        height: strip.height + padding, items: strip.items.map { $0.moved(down: padding) }, keepsWithNext: true,
        head: [head])
      return [strip]
    }
    let role = role(of: row)
    let colour = row.kind == .before ? template.style(.label).colour : nil
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
      var line = 0
      for (text, cellRole) in [(cell.text, role), (cell.secondary ?? "", .small)] where !text.isEmpty {
        for shaped in setter.lines(text, cellRole, width: width) {
          let items = setter.place(
            [shaped], cellRole, x: frame.lefts[index], width: width, top: 0, alignment: alignment,
            colour: cellRole == role ? colour : nil)
          add(
            items.map { $0.belonging(to: PlacedText.Cell(row: number, column: index)) }, line: line,
            height: setter.lineHeight(cellRole))
          line += 1
        }
      }
    }
    if !row.details.isEmpty { slices += details(row, table, in: frame) }
    return finish(slices, row: row, in: frame, isBeforeTotal: isBeforeTotal, head: head)
  }

  private func details(_ row: Table.Row, _ table: Table, in frame: Frame) -> [Strip] {
    let column = table.columns.firstIndex { $0.width == .rest } ?? 0
    let small = row.details.map { Field($0.label, $0.value, role: .small, link: $0.link) }
    return BlockLayout(setter: setter)
      .facts(small, x: frame.lefts[column], width: frame.x + frame.width - frame.lefts[column])
  }

  /// Pads the row's slices, joins those of a short row, and closes it with its rule.
  private func finish(
    _ slices: [Strip], row: Table.Row, in frame: Frame, isBeforeTotal: Bool, head: Strip
  ) -> [Strip] {
    let padding = template.spacing.row
    var slices = slices.isEmpty ? [Strip(height: setter.lineHeight(.text), items: [])] : slices
    slices[0].items = slices[0].items.map { $0.moved(down: padding) }
    slices[0].height += padding
    slices[slices.count - 1].height += padding
    let rule = row.kind == .total ? template.rules.dark : template.rules.light
    slices[slices.count - 1].items.append(
      .rule(x: frame.x, y: slices[slices.count - 1].height, width: frame.width, rule: rule))
    if slices.count <= TableLayout.unbrokenLines {
      var joined = Strip(height: 0, items: [])
      for slice in slices {
        joined.items += joined.height == 0 ? slice.items : slice.items.map { $0.moved(down: joined.height) }
        joined.height += slice.height
      }
      slices = [joined]
    }
    for index in slices.indices { slices[index].head = [head] }
    // A sum never stands alone at the top of a page, nor a state before a correction at the foot of one.
    if isBeforeTotal || row.kind == .before { slices[slices.count - 1].keepsWithNext = true }
    return slices
  }
}

extension Table.Row {
  /// Whether only the first cell holds words, as a title among the rows does.
  fileprivate var saysOneThing: Bool {
    cells.count > 1 && cells.dropFirst().allSatisfy(\.isEmpty)
  }
}
