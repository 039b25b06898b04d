extension Item {
  /// The same item as a part of a row's cell.
  func belonging(to cell: Int) -> Item {
    guard case .text(var text) = self else { return self }
    text.cell = cell
    return .text(text)
  }

  /// Which cell of a table's row the item belongs to; nil outside tables.
  fileprivate var cell: Int? {
    guard case .text(let text) = self else { return nil }
    return text.cell
  }
}

extension [Item] {
  /// The items in the order in which they are read, searched and copied.
  ///
  /// The lines of a row are placed side by side, one of each cell, so that a long row may break over a page's end; they
  /// are read cell by cell. A row ends with its rule.
  var inReadingOrder: [Item] {
    var items = self
    var start = 0
    while start < items.count {
      let end = items[start...].firstIndex { $0.cell == nil } ?? items.count
      // Sorting keeps the order of what is equal: the lines of a cell.
      if end - start > 1 { items[start..<end].sort { ($0.cell ?? 0) < ($1.cell ?? 0) } }
      start = end + 1
    }
    return items
  }
}
