/// Judgements on tables by what their cells hold.
extension Table {
  /// The characters of the widest cell of each column, added up; words count for a part only, since they may wrap.
  var charactersAcross: Int {
    columns.indices.reduce(0) { sum, position in
      let widest = rows.lazy.map { $0.cells[position].text.count }.max() ?? 0
      return sum + (columns[position].alignment == .leading ? min(widest, 16) : widest)
    }
  }

  /// The table without empty columns; a list where one column is left, since a head over it would say no more than a
  /// label.
  var block: Block {
    let table = withoutEmptyColumns
    guard table.columns.count == 1, table.rows.allSatisfy({ $0.kind == .ordinary && $0.details.isEmpty }) else {
      return .table(table)
    }
    return .list(table.rows.map { Field(table.columns[0].title, $0.cells[0].text) })
  }

  /// Without the columns in which no row has anything; where the one that took the rest of the width is among them, the
  /// first takes it.
  var withoutEmptyColumns: Table {
    let kept = columns.indices.filter { position in rows.contains { !$0.cells[position].text.isEmpty } }
    guard kept.count < columns.count else { return self }
    var table = Table(
      columns: kept.map { columns[$0] },
      rows: rows.map { row in
        var row = row
        row.cells = kept.map { row.cells[$0] }
        return row
      })
    let hadRest = columns.contains { $0.width == .rest }
    if let first = table.columns.indices.first, hadRest, !table.columns.contains(where: { $0.width == .rest }) {
      table.columns[first].width = .rest
    }
    return table
  }
}
