import InvoiceTemplate
import Presentation

/// What the columns of a table ask for.
extension TableLayout {
  /// - Parameter width: the table's, where it is known: then the column that takes the rest claims room for a name.
  func wishes(_ table: Table, width: Double? = nil) -> [ColumnWidths.Wish] {
    var wishes = table.columns.map { column in
      let titles = [column.title.lead] + (column.title.second.map { [$0] } ?? [])
      return ColumnWidths.Wish(
        title: titles.reduce(0) { max($0, setter.width($1, .label)) },
        titleWord: titles.reduce(0) { max($0, setter.widestPiece($1, .label)) },
        natural: 0, least: 0, takesRest: column.width == .rest, narrowest: 0)
    }
    var wholes = Array(repeating: 0.0, count: wishes.count)
    for row in table.rows where row.kind != .group {
      let role = role(of: row)
      for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
        if reach(of: index, in: row, table) > index { continue }
        let natural = setter.measure(cell.text, role)
        wishes[index].natural = max(wishes[index].natural, natural)
        if natural > wishes[index].least {
          wishes[index].least = max(wishes[index].least, setter.widestPiece(cell.text, role))
        }
        if table.columns[index].alignment == .decimal {
          let fraction = fraction(of: cell.text, role)
          wishes[index].fraction = max(wishes[index].fraction, fraction)
          wholes[index] = max(wholes[index], natural - fraction)
        }
        if let secondary = cell.secondary {
          wishes[index].natural = max(wishes[index].natural, setter.width(secondary, .small))
          wishes[index].least = max(wishes[index].least, setter.widestPiece(secondary, .small))
        }
      }
    }
    for (index, column) in table.columns.enumerated() {
      var wish = wishes[index]
      wish.natural = max(wish.natural, wholes[index] + wish.fraction)
      wish.cells = wish.natural
      let figures = column.isUnbroken ? wish.cells : max(wish.least, wish.titleWord)
      wish.natural = max(wish.natural, wish.titleWord)
      wish.least = max(figures, wish.titleWord)
      wish.narrowest = column.alignment == .leading && !column.isUnbroken ? words(wish, width) : figures
      wishes[index] = wish
    }
    return wishes
  }

  /// The least width of a column of words: a name has room for its longest word, others break at need.
  private func words(_ wish: ColumnWidths.Wish, _ width: Double?) -> Double {
    guard let width, wish.takesRest else { return min(wish.least, setter.size(.text) * 3.2) }
    return wish.claim(width: width)
  }

  /// Width of the decimals of a figure, with their sign.
  func fraction(of text: String, _ role: TextRole) -> Double {
    guard let sign = text.lastIndex(of: ",") else { return 0 }
    return setter.measure(String(text[sign...]), role)
  }
}

extension ColumnWidths.Wish {
  /// What a column of names claims of a table's width: its longest word within reason, and more than a sliver.
  func claim(width: Double) -> Double { max(min(least, width * 0.3), min(natural, width * 0.2)) }
}
