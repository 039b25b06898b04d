import InvoiceTemplate

/// The invoice's lines.
extension Presenter {
  func lineBlocks(notes: inout LineNotes, facts: inout LineFacts) -> [Block] {
    var records = lineRecords(of: body, slots: names.lineSlots)
    notes.attach(to: &records)
    records.forEach { facts.note($0.rates) }
    let columns = template.lineColumns.lazy.filter { $0.show != .detail }.map(\.field)
    for field in [LineField.date, .exchangeRate] where !columns.contains(field) {
      facts.takeShared(field, from: &records)
    }
    return lineTable(records, farmer: names.isFarmer).map { [.table($0)] } ?? []
  }

  /// The order's lines and value, and the advance invoices that a settlement closes.
  func orderBlocks(facts: inout LineFacts) -> [Block] {
    var blocks: [Block] = []
    if let order = body.group("Zamowienie") {
      blocks.append(.heading(label(.order)))
      let records = lineRecords(of: order, slots: .order)
      records.forEach { facts.note($0.rates) }
      if let table = lineTable(records, farmer: false) { blocks.append(.table(table)) }
      append(
        .list, [field(.orderValue, order.take("WartoscZamowienia").map { printedAmount($0, currency) }, role: .strong)],
        to: &blocks)
    }
    blocks += advanceBlocks()
    return blocks
  }

  /// The lines as a table of the template's columns; what has no column is said under the line.
  private func lineTable(_ records: [LineRecord], farmer: Bool) -> Table? {
    guard !records.isEmpty else { return nil }
    let fields = LineField.allCases
    var filled = Array(repeating: false, count: fields.count)
    for record in records {
      for position in filled.indices where !filled[position] && !record.values[position].isEmpty {
        filled[position] = true
      }
    }
    let columns = template.lineColumns.filter { column in
      switch column.show {
      case .always: true
      case .ifAny: filled[column.field.position]
      case .detail: false
      }
    }
    let positions = columns.map(\.field.position)
    let frame = LineFrame(
      columns: positions, under: fields.indices.filter { filled[$0] && !positions.contains($0) }, isFarmer: farmer)
    let entries = lineEntries(of: records)
    var withStates: Set<String> = []
    for case .line(let record) in entries where record.isBefore { withStates.insert(record.number) }
    let rows = entries.flatMap { entry -> [Table.Row] in
      switch entry {
      case .line(let record):
        [
          row(
            record, in: frame,
            saysState: record.isBefore || !record.number.isEmpty && withStates.contains(record.number))
        ]
      case .corrected(let before, let after): self.rows(before: before, after: after, in: frame)
      }
    }
    let shown = Set(columns.map(\.field))
    return Table(columns: columns.map { column($0, farmer: farmer, among: shown) }, rows: rows)
  }

  /// A line as it stands; where lines of one number couldn't be paired, with the words for the state that it says.
  private func row(_ record: LineRecord, in frame: LineFrame, saysState: Bool) -> Table.Row {
    var details: [Field] = []
    if saysState {
      details.append(Field(nil, said(record.isBefore ? .beforeCorrection : .afterCorrection), role: .small))
    }
    for position in frame.under where !record.values[position].isEmpty {
      details.append(
        Field(title(under: position, in: frame), printed(record.values[position], at: position), role: .small))
    }
    return Table.Row(
      frame.columns.map { Table.Cell(printed(record.values[$0], at: $0)) },
      details: details + ownDetails(record) + record.notes, kind: record.isBefore ? .before : .ordinary)
  }

  private func column(_ column: Template.LineColumn, farmer: Bool, among shown: Set<LineField>) -> Table.Column {
    let isSecondary =
      switch column.field {
      case .discount, .excise, .exchangeRate: true
      case .grossPrice: shown.contains(.netPrice)
      default: !column.field.isFigure
      }
    return Table.Column(
      title(of: column, farmer: farmer), column.field.isFigure ? .trailing : .leading,
      width: column.takesRest ? .rest : .natural, isSecondary: isSecondary)
  }

  /// The template's own title where it has one for the leading language, the built-in title otherwise.
  private func title(of column: Template.LineColumn, farmer: Bool) -> Label {
    let builtIn = label(.title(of: column.field, farmer: farmer))
    let own = wording.languages.map { column.title[$0] }
    guard let first = own.first ?? nil else { return builtIn }
    let other = own.count > 1 ? own[1] ?? builtIn.second : nil
    return Label(first, second: other == first ? nil : other)
  }
}

extension LineField {
  /// Set flush right, digits under digits.
  var isFigure: Bool {
    switch self {
    case .quantity, .netPrice, .grossPrice, .discount, .netAmount, .rate, .taxAmount, .grossAmount, .excise,
      .exchangeRate:
      true
    case .number, .name, .date, .index, .gtin, .pkwiu, .cn, .pkob, .gtu, .procedure, .quality, .unit: false
    }
  }
}
