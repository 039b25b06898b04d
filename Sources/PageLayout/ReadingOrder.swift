extension Item {
  /// The same item as a part of a table's cell.
  func belonging(to cell: PlacedText.Cell) -> Item {
    guard case .text(var text) = self else { return self }
    text.cell = cell
    return .text(text)
  }

  /// The cell that the item belongs to; nil outside tables.
  fileprivate var cell: PlacedText.Cell? {
    guard case .text(let text) = self else { return nil }
    return text.cell
  }
}

extension [Item] {
  /// The items in the order in which they are read, searched and copied.
  ///
  /// The lines of a row are placed side by side, one of each cell, so that a long row may break over a page's end; they
  /// are read cell by cell.
  var inReadingOrder: [Item] {
    var items = self
    var start = 0
    while start < items.count {
      guard let row = items[start].cell?.row else {
        start += 1
        continue
      }
      let end = items[start...].firstIndex { $0.cell?.row != row } ?? items.count
      // Sorting keeps the order of what is equal: the lines of a cell.
      items[start..<end].sort { ($0.cell?.column ?? 0) < ($1.cell?.column ?? 0) }
      start = end
    }
    return items
  }
}
