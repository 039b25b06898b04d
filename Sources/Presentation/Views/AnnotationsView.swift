import InvoiceTemplate

/// What the law wants said on an invoice (`Adnotacje`, `FP`, `TP`, `ZwrotAkcyzy`).
extension Presenter {
  func annotationBlocks() -> [Block] {
    var words: [Term] = []
    var bases: [Field?] = []
    if let annotations = body.group("Adnotacje") {
      if annotations.flag("P_16") { words.append(.cashMethod) }
      if annotations.flag("P_17") { words.append(.selfBilling) }
      if annotations.flag("P_18") { words.append(.reverseChargeNote) }
      if annotations.flag("P_18A") { words.append(.splitPayment) }
      if annotations.flag("P_23") { words.append(.triangular) }
      if let exemption = annotations.group("Zwolnienie") {
        exemption.skip("P_19N")
        let isExempt = exemption.flag("P_19")
        bases = [
          field(.exemptionByAct, exemption.take("P_19A")), field(.exemptionByDirective, exemption.take("P_19B")),
          field(.exemptionByOther, exemption.take("P_19C")),
        ]
        if isExempt, bases.allSatisfy({ $0 == nil }) { words.append(.exemption) }
      }
      words += annotations.group("PMarzy").map(marginWords) ?? []
    }
    if body.flag("FP") { words.append(.toReceipt) }
    if body.flag("TP") { words.append(.relatedParties) }
    if body.flag("ZwrotAkcyzy") { words.append(.exciseRefund) }

    var blocks: [Block] = words.isEmpty ? [] : [.text(words.map(statutory).joined(separator: "\n"), .text)]
    append(.list, bases, to: &blocks)
    return blocks.isEmpty ? [] : [.heading(label(.annotations))] + blocks
  }

  /// The kind of margin scheme (`PMarzy`).
  private func marginWords(_ margin: Group) -> [Term] {
    margin.skip("P_PMarzyN")
    let applies = margin.flag("P_PMarzy")
    let kinds: [(name: String, term: Term)] = [
      ("P_PMarzy_2", .marginTravel), ("P_PMarzy_3_1", .marginUsed), ("P_PMarzy_3_2", .marginArt),
      ("P_PMarzy_3_3", .marginCollectors),
    ]
    let said = kinds.filter { margin.flag($0.name) }.map(\.term)
    return said.isEmpty && applies ? [.marginScheme] : said
  }

  /// New means of transport delivered within the Union (`NoweSrodkiTransportu`).
  func newVehicleBlocks() -> [Block] {
    guard let vehicles = body.group("Adnotacje")?.group("NoweSrodkiTransportu") else { return [] }
    vehicles.skip("P_22N", "P_22")
    var blocks: [Block] = []
    if vehicles.has("P_42_5") {
      blocks.append(.text(said(vehicles.flag("P_42_5") ? .vehicleDocumentDue : .vehicleDocumentNotDue), .text))
    }
    for vehicle in vehicles.groups("NowySrodekTransportu") {
      append(
        .facts, Term.vehicleFields.map { part in field(part.term, vehicle.take(part.name).map(printedDate)) },
        to: &blocks)
    }
    return blocks.isEmpty ? [] : [.heading(label(.newVehicles))] + blocks
  }
}
