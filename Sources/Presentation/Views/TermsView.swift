import InvoiceTemplate

/// Terms of the transaction and transport (`WarunkiTransakcji`).
extension Presenter {
  func termsBlocks() -> [Block] {
    guard let terms = body.group("WarunkiTransakcji") else { return [] }
    var fields: [Field?] = []
    for contract in terms.groups("Umowy") {
      fields.append(field(.contract, numberAndDay(contract.take("NrUmowy"), contract.take("DataUmowy"))))
    }
    for order in terms.groups("Zamowienia") {
      fields.append(field(.customerOrder, numberAndDay(order.take("NrZamowienia"), order.take("DataZamowienia"))))
    }
    let batches = terms.takeAll("NrPartiiTowaru").filter { !$0.isEmpty }
    fields.append(field(.batches, batches.isEmpty ? nil : batches.joined(separator: ", ")))
    fields.append(field(.deliveryTerms, terms.take("WarunkiDostawy")))
    fields.append(field(.agreedRate, terms.take("KursUmowny").map(printedQuantity)))
    fields.append(field(.agreedCurrency, terms.take("WalutaUmowna")))
    var blocks: [Block] = []
    append(.list, fields, to: &blocks)
    if !blocks.isEmpty { blocks.insert(.heading(label(.termsOfTransaction)), at: 0) }
    if terms.flag("PodmiotPosredniczacy") { blocks.append(.text(said(.intermediary), .text)) }
    let groups = ([blocks] + terms.groups("Transport").map(transportBlocks)).filter { !$0.isEmpty }
    return groups.count == 1 ? groups[0] : sideBySide(groups)
  }

  private func numberAndDay(_ number: String?, _ day: String?) -> String? {
    let parts = [
      number.map { "\(leading(.numberAbbreviated)) \($0)" }, day.map { "\(leading(.dated)) \(printedDate($0))" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func transportBlocks(_ transport: Group) -> [Block] {
    let otherKind = transport.flag("TransportInny")
    let otherLoad = transport.flag("LadunekInny")
    var fields: [Field?] = [
      field(.transportKind, meaning("RodzajTransportu", in: transport, Term.transportKind)),
      field(.otherTransport, transport.take("OpisInnegoTransportu") ?? (otherKind ? "" : nil)),
      field(.load, meaning("OpisLadunku", in: transport, Term.load)),
      field(.otherLoad, transport.take("OpisInnegoLadunku") ?? (otherLoad ? "" : nil)),
      field(.packaging, transport.take("JednostkaOpakowania")),
      field(.transportOrder, transport.take("NrZleceniaTransportu")),
      field(.transportStart, transport.take("DataGodzRozpTransportu").map(printedTime)),
      field(.transportEnd, transport.take("DataGodzZakTransportu").map(printedTime)),
    ]
    for (name, term) in [("WysylkaZ", Term.shippedFrom), ("WysylkaPrzez", .shippedVia), ("WysylkaDo", .shippedTo)] {
      for address in transport.groups(name) {
        fields.append(field(term, addressLine(address)))
      }
    }
    var blocks: [Block] = []
    append(.list, fields, to: &blocks)
    if !blocks.isEmpty { blocks.insert(.heading(label(.transport)), at: 0) }
    return blocks + (transport.group("Przewoznik").map(carrierBlocks) ?? [])
  }

  /// The carrier as parties are printed: name, address, numbers.
  private func carrierBlocks(_ carrier: Group) -> [Block] {
    let identity = carrier.group("DaneIdentyfikacyjne")
    let address = carrier.group("AdresPrzewoznika")
    var blocks: [Block] = [.heading(label(.carrier))]
    if let name = identity?.take("Nazwa") { blocks.append(.text(name, .text)) }
    let lines = address.map(addressLines) ?? []
    if !lines.isEmpty { blocks.append(.text(lines.joined(separator: "\n"), .text)) }
    append(
      .facts, (identity.map(taxIdentifiers) ?? []) + [field(.gln, address?.take("GLN"))], to: &blocks)
    return blocks.count > 1 ? blocks : []
  }
}
