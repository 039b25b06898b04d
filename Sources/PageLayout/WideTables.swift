import InvoiceTemplate
import Presentation

/// Tables that keep all their columns (`Table.Wideness.keepsColumns`), however many they are.
///
/// The rule, in this order; the first that applies:
///
/// 1. Every column gets what it needs upright, in type not much smaller than the text's: the table stands upright.
/// 2. It has few rows, so that groups of its columns one under the other take less than three quarters of a page:
///    groups, upright. A page isn't turned for a few lines, nor a roll of paper at all.
/// 3. Every column gets what it needs across the turned page, or the turned page needs fewer groups: the page is turned,
///    and stays so to the end of the section.
/// 4. Groups, each page showing all groups of the same rows, each group beginning with the first column.
///
/// A column needs room for its figures and dates unbroken, for words of its texts and its title broken over a few lines.
extension TableLayout {
  /// Whether a table reads better across the turned page.
  func wantsTurning(_ table: Table, upright: Sheet, turned: Sheet) -> Bool {
    guard table.wideness == .keepsColumns, turned.contentWidth > upright.contentWidth,
      turned.bottom - turned.laterTop >= WideTables.leastTurnedHeight
    else { return false }
    let needs = needs(of: table, wishes(table))
    if scale(needs, width: upright.contentWidth) != nil { return false }
    let groups = groups(of: needs, width: upright.contentWidth).count
    if table.rows.count * groups <= WideTables.fewRows {
      let room = upright.bottom - upright.laterTop
      if height(columnGroups(table, x: 0, width: upright.contentWidth)) < room * 0.75 { return false }
    }
    return scale(needs, width: turned.contentWidth) != nil
      || self.groups(of: needs, width: turned.contentWidth).count < groups
  }

  /// A table in one piece where its columns fit, in groups of them otherwise.
  func whole(_ table: Table, x: Double, width: Double) -> [Flow] {
    guard let scale = scale(needs(of: table, wishes(table)), width: width) else {
      return [.groups(columnGroups(table, x: x, width: width))]
    }
    let layout = scale < 1 ? TableLayout(setter: setter.scaled(by: scale), isScaled: true) : self
    let wishes = layout.settled(table)
    // Where half of the width is enough, a figure stays close to the words that it belongs to.
    let wanted = wishes.reduce(gutters(table)) { $0 + max($1.natural, $1.title) }
    let taken = wanted <= width / 2 ? width / 2 : width
    return unbroken(layout.parts(table, wishes, x: x, width: taken).strips).map(Flow.strip)
  }

  private enum WideTables {
    /// Smaller than this, type is tiring to read: 7.3 points of 8.6.
    static let smallestScale = 0.85
    /// A till's roll on its side would hold a line or two.
    static let leastTurnedHeight = 240.0
    /// More rows than this never take so little.
    static let fewRows = 40
    /// In font sizes: the room for a column of texts that are broken over lines.
    static let text = 9.0
    /// In font sizes: words wider than this are broken.
    static let word = 13.0
    /// Lines of a title.
    static let titleLines = 5.0
  }

  /// What each column needs to be read with ease.
  private func needs(of table: Table, _ wishes: [ColumnWidths.Wish]) -> [Double] {
    let size = setter.size(.text)
    return zip(table.columns, wishes).map { column, wish in
      let title = max(min(wish.titleWord, size * WideTables.text), wish.title / WideTables.titleLines)
      let isText = column.alignment == .leading && !column.isUnbroken
      let text = max(min(wish.least, size * WideTables.word), size * WideTables.text)
      let cells = isText ? min(wish.cells, text) : wish.cells
      return max(cells, min(title, size * WideTables.word))
    }
  }

  /// Wishes of columns that get no less than they need.
  private func settled(_ table: Table) -> [ColumnWidths.Wish] {
    let wishes = wishes(table)
    return zip(wishes, needs(of: table, wishes)).map { wish, need in
      var wish = wish
      wish.natural = max(need, wish.cells)
      wish.least = need
      wish.narrowest = min(wish.narrowest, need)
      return wish
    }
  }

  /// The size of type, as a share of the text's, in which the columns fit; nil where it would be too small.
  private func scale(_ needs: [Double], width: Double) -> Double? {
    let needed = needs.reduce(template.spacing.gutter * Double(needs.count - 1), +)
    if needed <= width { return 1 }
    let scale = width / needed * 0.995
    return scale >= WideTables.smallestScale ? scale : nil
  }

  /// The columns of each group after the first column, which all repeat; groups about as wide as each other.
  private func groups(of needs: [Double], width: Double) -> [Range<Int>] {
    let gutter = template.spacing.gutter
    let first = min(needs[0], width * 0.4)
    func groups(_ limit: Double) -> [Range<Int>] {
      var groups: [Range<Int>] = []
      var begin = 1
      var used = first
      for index in needs.indices.dropFirst() {
        if used + gutter + needs[index] > limit, index > begin {
          groups.append(begin..<index)
          begin = index
          used = first
        }
        used += gutter + needs[index]
      }
      return begin < needs.count ? groups + [begin..<needs.count] : groups
    }
    let widest = groups(width)
    var (tooNarrow, enough) = (first, width)
    for _ in 0..<12 {
      let middle = (tooNarrow + enough) / 2
      if groups(middle).count > widest.count { tooNarrow = middle } else { enough = middle }
    }
    return groups(enough)
  }

  private func columnGroups(_ table: Table, x: Double, width: Double) -> ColumnGroups {
    let groups = groups(of: needs(of: table, wishes(table)), width: width)
    let laidOut = groups.enumerated().map { position, columns in
      let kept = [0] + columns
      let part = Table(
        columns: kept.map { table.columns[$0] },
        rows: table.rows.map { row in
          guard row.kind != .group else { return position == 0 ? row : Table.Row([Table.Cell("")], kind: .group) }
          return Table.Row(kept.map { row.cells[$0] }, details: position == 0 ? row.details : [], kind: row.kind)
        }, wideness: .keepsColumns)
      let parts = parts(part, settled(part), x: x, width: width)
      return ColumnGroups.Group(head: parts.head, rows: parts.rows)
    }
    return ColumnGroups(
      groups: laidOut, isTotal: table.rows.map { $0.kind == .total }, distance: template.spacing.block)
  }

  private func height(_ table: ColumnGroups) -> Double {
    table.isTotal.indices.reduce(table.headHeight) { $0 + table.height(ofRow: $1) }
  }
}
