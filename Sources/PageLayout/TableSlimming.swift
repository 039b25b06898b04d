import InvoiceTemplate
import Presentation

extension Table {
  /// The same table with some columns fewer: what they say stands under each row, beside its title.
  func movingUnderRows(_ moved: Set<Int>) -> Table {
    let kept = columns.indices.filter { !moved.contains($0) }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in
      guard !row.spansColumns else { return row }
      var row = row
      let underneath = moved.sorted().filter { !row.cells[$0].isEmpty }.map { index in
        Field(columns[index].title, row.cells[index].words, role: .small)
      }
      row.cells = kept.map { row.cells[$0] }
      row.details = underneath + row.details
      return row
    }
    return table
  }

  /// The secondary columns to move under their rows, so that no word and no figure of the others must be broken: words
  /// before figures, the widest first, never the first column nor the one that takes the rest.
  ///
  /// - Parameters:
  ///   - wishes: one for each column.
  ///   - width: the table's.
  ///   - gutter: between columns.
  ///   - sparesFigures: figures that somebody adds up stay; on a roll they go, too, before one of them breaks.
  func columnsWithoutRoom(
    _ wishes: [ColumnWidths.Wish], width: Double, gutter: Double, sparesFigures: Bool = true
  ) -> Set<Int> {
    let needs = wishes.map { $0.takesRest ? $0.claim(width: width) : $0.least }
    var needed = needs.reduce(0, +) + gutter * Double(max(0, columns.count - 1))
    guard needed > width else { return [] }
    // On a roll all but the last may go: the rows' names stand over them.
    let candidates =
      sparesFigures
      ? columns.indices.dropFirst().filter { columns[$0].isSecondary && columns[$0].width != .rest }
      : Array(columns.indices.dropLast())
    let words = candidates.filter { columns[$0].alignment == .leading }
    let figures = candidates.filter { columns[$0].alignment != .leading }
    var moved: Set<Int> = []
    for group in [words, figures] {
      for index in group.sorted(by: { (-needs[$0], $0) < (-needs[$1], $1) }) where needed > width {
        moved.insert(index)
        needed -= needs[index] + gutter
      }
    }
    return moved
  }
}

extension Table.Cell {
  var isEmpty: Bool { text.isEmpty && secondary == nil }

  /// All that the cell says, on one line.
  fileprivate var words: String { secondary.map { text.isEmpty ? $0 : "\(text), \($0)" } ?? text }
}
