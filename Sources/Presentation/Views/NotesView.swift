import FAInvoice
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
            field(.fullName, register.take("PelnaNazwa"), role: .small),
            field(.krs, register.take("KRS"), role: .small), field(.regon, register.take("REGON"), role: .small),
            field(.bdo, register.take("BDO"), role: .small),
          ], to: &blocks)
      }
    }
    append(.facts, fileFacts(), to: &blocks)
    return blocks
  }

  /// When the file was made, and to which structure it keeps (`Naglowek`).
  private func fileFacts() -> [Field?] {
    guard let header = root.group("Naglowek") else { return [] }
    var structure: [String] = []
    if let form = header.child("KodFormularza") {
      structure = ["kodSystemowy", "wersjaSchemy"].compactMap { name in
        form.attributes.first { $0.name == name }?.value
      }
      if form.attributes.count == structure.count { reading.markAttributes(form) }
    }
    let form = [header.take("KodFormularza"), header.take("WariantFormularza")].compactMap { $0 }
    // "FA (3)" says code and variant of the form already.
    let isSaid = form.count == 2 && structure.first == "\(form[0]) (\(form[1]))"
    return [
      field(.createdAt, header.take("DataWytworzeniaFa").map(printedTime), role: .small),
      field(.structure, structure.isEmpty ? nil : structure.joined(separator: " "), role: .small),
      field(.form, form.isEmpty || isSaid ? nil : form.joined(separator: " "), role: .small),
    ]
  }

  /// A note with the number of its line, where it names one that the invoice doesn't have.
  private func noteOfInvoice(_ note: LineNotes.Note) -> Field {
    guard let line = note.line, let title = note.field.label?.lead else { return note.field }
    return Field(Label("\(title) (\(leading(.line)) \(line))"), note.field.value)
  }
}
