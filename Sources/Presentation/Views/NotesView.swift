import InvoiceTemplate

/// Additional descriptions, delivery notes, registers and the invoice's own footer.
extension Presenter {
  func noteBlocks(_ lineNotes: LineNotes) -> [Block] {
    var blocks: [Block] = []
    append(.list, lineNotes.notes.filter { !$0.isAttached }.map(noteOfInvoice), to: &blocks)
    let deliveries = body.takeAll("WZ").filter { !$0.isEmpty }
    append(
      .list, [field(.deliveryNotes, deliveries.isEmpty ? nil : deliveries.joined(separator: ", "))], to: &blocks)
    if !blocks.isEmpty { blocks.insert(.heading(label(.notes)), at: 0) }

    if let footer = root.group("Stopka") {
      for information in footer.groups("Informacje") {
        guard let text = information.takeParagraph("StopkaFaktury") else { continue }
        blocks.append(.text(text, .small))
      }
      for register in footer.groups("Rejestry") {
        append(
          .facts,
          [
            field(.fullName, register.take("PelnaNazwa")), field(.krs, register.take("KRS")),
            field(.regon, register.take("REGON")), field(.bdo, register.take("BDO")),
          ], to: &blocks)
      }
    }
    let created = root.group("Naglowek")?.take("DataWytworzeniaFa").map(printedTime)
    append(.facts, [field(.createdAt, created, role: .small)], to: &blocks)
    return blocks
  }

  /// A note with the number of its line, where it names one that the invoice doesn't have.
  private func noteOfInvoice(_ note: LineNotes.Note) -> Field {
    guard let line = note.line, let title = note.field.label?.lead else { return note.field }
    return Field(Label("\(title) (\(leading(.line)) \(line))"), note.field.value)
  }
}
