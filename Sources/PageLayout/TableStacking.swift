import InvoiceTemplate
import Presentation

extension Table {
  /// The same table with each row's name on a line of its own and its figures under it, as a till's receipt has it.
  ///
  /// A table whose rows have no name, or nothing but a name, stays as it is.
  var withNamesOverFigures: Table {
    guard let name = columns.firstIndex(where: { $0.width == .rest }), columns.count - name >= 2 else { return self }
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

extension Table {
  /// The same table with one column: each row's first cell, and under it all that the others say, with their titles.
  ///
  /// A title without a single value is said under the first row.
  var withRowsAsLists: Table {
    let others = Set(columns.indices.dropFirst())
    var table = movingUnderRows(others)
    guard let first = rows.firstIndex(where: { !$0.spansColumns }) else { return table }
    let silent = others.sorted().filter { index in
      rows.allSatisfy { $0.spansColumns || $0.cells[index].isEmpty }
    }
    table.rows[first].details += silent.map { Field(columns[$0].title, "", role: .small) }
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
