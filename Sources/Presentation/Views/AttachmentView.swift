import FAInvoice
import InvoiceTemplate

/// The attachment (`Zalacznik`): blocks of data with their texts and tables.
extension Presenter {
  func attachmentBlocks() -> [Block] {
    guard let attachment = root.group("Zalacznik") else { return [] }
    var blocks: [Block] = []
    for block in attachment.groups("BlokDanych") {
      if let heading = block.take("ZNaglowek") { blocks.append(.heading(Label(heading))) }
      append(.list, keysAndValues(block, "MetaDane", key: "ZKlucz", value: "ZWartosc"), to: &blocks)
      for paragraph in block.group("Tekst")?.takeParagraphs("Akapit") ?? [] { blocks.append(.text(paragraph, .text)) }
      for table in block.groups("Tabela") { blocks += tableBlocks(table) }
    }
    return blocks
  }

  private func keysAndValues(_ group: Group, _ name: String, key: String, value: String) -> [Field?] {
    group.groups(name).map { pair in
      let title = pair.take(key)
      return pair.take(value).map { Field(title.map { Label($0) }, $0) } ?? title.map { Field(Label($0), "") }
    }
  }

  private func tableBlocks(_ table: Group) -> [Block] {
    var blocks: [Block] = []
    append(.list, keysAndValues(table, "TMetaDane", key: "TKlucz", value: "TWartosc"), to: &blocks)
    if let text = table.takeParagraph("Opis") { blocks.append(.text(text, .text)) }

    var titles: [String] = []
    var types: [AttachmentType] = []
    for column in table.group("TNaglowek")?.groups("Kol") ?? [] {
      titles.append(column.take("NKom") ?? "")
      let type = column.element.attributes.first { $0.name == "Typ" }.map(\.value)
      if let known = type.flatMap(AttachmentType.init) {
        types.append(known)
        if column.element.attributes.count == 1 { reading.markAttributes(column.element) }
      } else {
        types.append(.text)
      }
    }
    let rows = table.groups("Wiersz").map { $0.takeAll("WKom") }
    let sums = table.groups("Suma").map { $0.takeAll("SKom") }
    // A row may hold more cells than the head has columns; they are printed under columns without a title.
    let width = max(titles.count, (rows + sums).map(\.count).max() ?? 0)
    guard width > 0 else { return blocks }
    var columns = (0..<width).map { position in
      let type = position < types.count ? types[position] : .text
      return Table.Column(
        Label(position < titles.count ? titles[position] : ""), type.alignment, isSecondary: false,
        isUnbroken: type != .text)
    }
    // Where no text is long, the columns stand at equal distances: a figure isn't far from the words that it belongs to.
    let wordy = columns.indices.first { position in
      !columns[position].isUnbroken
        && (rows + sums).contains { position < $0.count && $0[position].count > Presenter.charactersOfAWord }
    }
    if let wordy { columns[wordy].width = .rest }
    func row(_ cells: [String], _ kind: Table.Row.Kind) -> Table.Row {
      Table.Row(
        (0..<width).map { position in
          guard position < cells.count else { return Table.Cell("") }
          return Table.Cell(position < types.count ? types[position].printed(cells[position]) : cells[position])
        }, kind: kind)
    }
    blocks.append(
      .table(
        Table(
          columns: columns, rows: rows.map { row($0, .ordinary) } + sums.map { row($0, .total) },
          wideness: .keepsColumns)))
    return blocks
  }

  /// More than a word or two.
  private static let charactersOfAWord = 24
}

/// What the cells of a column hold (`Kol/@Typ`).
enum AttachmentType: String {
  case date
  case time
  case dateAndTime = "datetime"
  case integer = "int"
  case decimal = "dec"
  case text = "txt"

  var alignment: Table.Alignment {
    switch self {
    case .integer: .trailing
    case .decimal: .decimal
    case .date, .time, .dateAndTime, .text: .leading
    }
  }

  /// A cell as it is printed; a whole number stays as written, since it may be a year or a meter's number.
  func printed(_ text: String) -> String {
    switch self {
    case .date: printedDate(text)
    case .dateAndTime: printedTime(text)
    case .decimal: printedQuantity(text)
    case .integer, .time, .text: text
    }
  }
}
