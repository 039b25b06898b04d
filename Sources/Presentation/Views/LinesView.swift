import InvoiceTemplate

/// The invoice's lines.
extension Presenter {
  func lineBlocks(notes: inout LineNotes, facts: inout LineFacts) -> [Block] {
    var records = pairedLines(lineRecords(of: body, slots: names.lineSlots))
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
      let records = pairedLines(lineRecords(of: order, slots: .order))
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
    let under = fields.indices.filter { filled[$0] && !positions.contains($0) }
    let corrected = Set(records.lazy.filter(\.isBefore).map(\.number))

    let rows = records.map { record in
      var details: [Field] = []
      if record.isBefore {
        details.append(Field(nil, said(.beforeCorrection), role: .small))
      } else if !corrected.isEmpty, corrected.contains(record.number) {
        details.append(Field(nil, said(.afterCorrection), role: .small))
      }
      for position in under where !record.values[position].isEmpty {
        // A GTU code names itself: `GTU_06`.
        let title = fields[position] == .gtu ? nil : label(.title(of: fields[position], farmer: farmer))
        details.append(Field(title, record.values[position], role: .small))
      }
      return Table.Row(
        positions.map { Table.Cell(record.values[$0]) }, details: details + record.details,
        kind: record.isBefore ? .before : .ordinary)
    }
    let shown = Set(columns.map(\.field))
    return Table(columns: columns.map { column($0, farmer: farmer, among: shown) }, rows: rows)
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
