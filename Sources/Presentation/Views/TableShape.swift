/// Judgements on tables by what their cells hold.
extension Table {
  /// The characters of the widest cell of each column, added up; words count for a part only, since they may wrap.
  var charactersAcross: Int {
    columns.indices.reduce(0) { sum, position in
      let widest = rows.lazy.map { $0.cells[position].text.count }.max() ?? 0
      return sum + (columns[position].alignment == .leading ? min(widest, 16) : widest)
    }
  }

  /// Without the columns in which no row has anything; the first column left takes the rest of the width if none does.
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
    if let first = table.columns.indices.first, !table.columns.contains(where: { $0.width == .rest }) {
      table.columns[first].width = .rest
    }
    return table
  }
}
