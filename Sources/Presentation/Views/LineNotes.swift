import InvoiceTemplate

/// Additional descriptions (`DodatkowyOpis`), those of a line and those of the whole invoice.
struct LineNotes {
  struct Note {
    let line: String?
    let field: Field
    /// Stands under its line, and needs no other place.
    var isAttached = false
  }

  private(set) var notes: [Note] = []

  init(of body: Group) {
    notes = body.groups("DodatkowyOpis").map { group in
      Note(
        line: group.take("NrWiersza"),
        field: Field(Label(group.take("Klucz") ?? ""), group.take("Wartosc") ?? ""))
    }
  }

  /// Puts the notes of a line under the last line of that number: the state after, where a correction has both.
  mutating func attach(to records: inout [LineRecord]) {
    guard notes.contains(where: { $0.line != nil }) else { return }
    var positions: [String: Int] = [:]
    for (position, record) in records.enumerated() where !record.isBefore || positions[record.number] == nil {
      positions[record.number] = position
    }
    for (index, note) in notes.enumerated() {
      guard let line = note.line, let position = positions[line] else { continue }
      notes[index].isAttached = true
      records[position].notes.append(Field(note.field.label, note.field.value, role: .small))
    }
  }
}
