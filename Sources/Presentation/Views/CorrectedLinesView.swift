import FAInvoice
import InvoiceTemplate

/// Where a table of lines says what: the fields that have columns, and those said under the lines, by their positions.
struct LineFrame {
  let columns: [Int]
  let under: [Int]
  let isFarmer: Bool
}

/// An item before a correction, after it, and what the two differ by.
extension Presenter {
  /// The item by its name, with all that both states have in common; under it the figures of the state before, of the
  /// state after, and their differences, in the same columns.
  func rows(before: LineRecord, after: LineRecord, in frame: LineFrame) -> [Table.Row] {
    var item = Table.Row(frame.columns.map { _ in Table.Cell("") }, kind: .item, joinsNext: true)
    var states = [
      Table.Row(item.cells, kind: .before), Table.Row(item.cells), Table.Row(item.cells, kind: .difference),
    ]
    let isOneUnit = before.unit == after.unit
    for (column, position) in frame.columns.enumerated() {
      let (old, new) = (before.values[position], after.values[position])
      let field = LineField.allCases[position]
      if field == .name || old == new && !field.hasDifference {
        item.cells[column].text = printed(new.isEmpty ? old : new, at: position)
      } else {
        for (state, text) in [old, new, difference(old, new, of: field, inOneUnit: isOneUnit)].enumerated() {
          states[state].cells[column].text = printed(text, at: position)
        }
      }
    }
    item.details = details(before: before, after: after, in: frame)
    let said = states.filter { row in row.cells.contains { !$0.text.isEmpty } }
    guard !said.isEmpty else {
      item.kind = .ordinary
      item.joinsNext = false
      if item.details.isEmpty { item.details = [Field(nil, self.said(.unchanged), role: .small)] }
      return [item]
    }
    return [item] + named(states.filter { $0.kind != .difference } + said.filter { $0.kind == .difference }, in: frame)
  }

  /// The states with the words for each where the item's name stands.
  private func named(_ states: [Table.Row], in frame: LineFrame) -> [Table.Row] {
    let column = frame.columns.firstIndex(of: LineField.name.position)
    return states.enumerated().map { index, state in
      var row = state
      let words = said(word(for: state.kind))
      if let column {
        row.cells[column].text = words
      } else {
        row.details = [Field(nil, words, role: .small)]
      }
      row.joinsNext = index + 1 < states.count
      return row
    }
  }

  private func word(for kind: Table.Row.Kind) -> Term {
    switch kind {
    case .before: .beforeCorrection
    case .difference: .difference
    default: .afterCorrection
    }
  }

  /// What is said under an item: once where both states agree, else with the words for the state.
  private func details(before: LineRecord, after: LineRecord, in frame: LineFrame) -> [Field] {
    var details: [Field] = []
    let hasNameColumn = frame.columns.contains(LineField.name.position)
    for position in (hasNameColumn ? [LineField.name.position] : []) + frame.under {
      let (old, new) = (before.values[position], after.values[position])
      let title = title(under: position, in: frame)
      func add(_ text: String, _ state: Term?) {
        guard !text.isEmpty else { return }
        let label = state.map { self.label(title, in: $0) } ?? title
        details.append(Field(label, printed(text, at: position), role: .small))
      }
      if position == LineField.name.position, hasNameColumn {
        // The item bears the name that it has now.
        if old != new, !new.isEmpty { add(old, .beforeCorrection) }
      } else if old == new {
        add(new, nil)
      } else {
        add(old, .beforeCorrection)
        add(new, .afterCorrection)
        let isOneUnit = before.unit == after.unit
        add(difference(old, new, of: LineField.allCases[position], inOneUnit: isOneUnit), .difference)
      }
    }
    let (old, new) = (ownDetails(before), ownDetails(after))
    let shared = Set(old).intersection(new)
    details += new.filter(shared.contains)
    for (fields, state) in [(old, Term.beforeCorrection), (new, .afterCorrection)] {
      details += fields.filter { !shared.contains($0) }.map { field in
        Field(label(field.label, in: state), field.value, role: .small)
      }
    }
    return details + before.notes + after.notes
  }

  /// What a line says of itself that no field of the template shows.
  func ownDetails(_ record: LineRecord) -> [Field] {
    guard !record.identifier.isEmpty else { return record.details }
    return [Field(label(.lineIdentifier), record.identifier, role: .small)] + record.details
  }

  /// The title of a field said under a line; nil for one that names itself, as a GTU code does: `GTU_06`.
  func title(under position: Int, in frame: LineFrame) -> Label? {
    let field = LineField.allCases[position]
    return field == .gtu ? nil : label(.title(of: field, farmer: frame.isFarmer))
  }

  func printed(_ text: String, at position: Int) -> String { printed(text, as: LineField.allCases[position]) }

  /// "CN before correction"
  private func label(_ title: Label?, in state: Term) -> Label {
    let words = label(state)
    guard let title else { return words }
    let isBilingual = title.second != nil || words.second != nil
    return Label(
      "\(title.lead) \(words.lead)",
      second: isBilingual ? "\(title.second ?? title.lead) \(words.second ?? words.lead)" : nil)
  }

  /// What is to be added to the state before to get the state after; empty where one of them isn't a number, and for
  /// what is counted in units where those differ.
  private func difference(_ old: String, _ new: String, of field: LineField, inOneUnit: Bool) -> String {
    guard field.hasDifference, inOneUnit || !field.countsUnits, let old = ExactDecimal(old), let new = ExactDecimal(new)
    else { return "" }
    return (new - old).text
  }
}

extension LineField {
  /// A number of units, or a price of one.
  fileprivate var countsUnits: Bool { self == .quantity || self == .netPrice || self == .grossPrice }

  /// Whether two values of the field can be subtracted and the result means something.
  fileprivate var hasDifference: Bool {
    switch self {
    case .quantity, .netPrice, .grossPrice, .discount, .netAmount, .taxAmount, .grossAmount, .excise: true
    case .number, .name, .date, .index, .gtin, .pkwiu, .cn, .pkob, .gtu, .procedure, .quality, .unit, .rate,
      .exchangeRate:
      false
    }
  }
}
