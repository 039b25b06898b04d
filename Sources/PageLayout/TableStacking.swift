import Presentation

extension Table {
  /// The same table with each row's name on a line of its own and its figures under it, as a till's receipt has it.
  ///
  /// A table whose rows have no name, or hardly a figure, stays as it is.
  var withNamesOverFigures: Table {
    guard let name = columns.firstIndex(where: { $0.width == .rest }), columns.count - name >= 4 else { return self }
    var table = self
    table.columns = Array(columns[(name + 1)...])
    table.rows = rows.flatMap { row -> [Row] in
      guard !row.spansColumns else { return [row] }
      let (names, figures) = (row.cells[...name].filter { !$0.isEmpty }, Array(row.cells[(name + 1)...]))
      guard let last = names.last else { return [row.with(figures)] }
      // The line's number leads its name.
      let lead = names.dropLast().map(\.text) + [last.text]
      let title = Row(
        [Cell(lead.joined(separator: "  "), secondary: last.secondary)], kind: .name, joinsNext: true)
      return [title, row.with(figures)]
    }
    return table
  }
}

extension Table.Row {
  /// Whether it says something across all columns.
  var spansColumns: Bool { kind == .group || kind == .name }

  fileprivate func with(_ cells: [Table.Cell]) -> Table.Row {
    var row = self
    row.cells = cells
    return row
  }
}
