import InvoiceTemplate

/// Seller, buyer and the others.
extension Presenter {
  /// Two parties side by side, seller and buyer first.
  func partyBlocks() -> [Block] {
    var parties: [[Block]] = []
    if let seller = root.group("Podmiot1") { parties.append(party(seller, role: said(names.sellerRole))) }
    if let buyer = root.group("Podmiot2") { parties.append(party(buyer, role: said(names.buyerRole))) }
    for other in root.groups("Podmiot3") { parties.append(party(other, role: roleOfThirdParty(other))) }
    if let authorised = root.group("PodmiotUpowazniony") {
      let role = meaning("RolaPU", in: authorised, Term.authorisedRole) ?? said(.authorisedParty)
      parties.append(party(authorised, role: role))
    }
    return sideBySide(parties)
  }

  /// Groups of blocks two by two; the last of an odd number keeps to its half.
  func sideBySide(_ groups: [[Block]]) -> [Block] {
    stride(from: 0, to: groups.count, by: 2).map { first in
      .columns([groups[first], first + 1 < groups.count ? groups[first + 1] : []], shares: [1, 1])
    }
  }

  func roleOfThirdParty(_ party: Group) -> String {
    if let role = meaning("Rola", in: party, Term.role) { return role }
    party.skip("RolaInna")
    return party.take("OpisRoli") ?? said(.otherParty)
  }

  /// A party under its role: name, address, numbers, contacts.
  func party(_ party: Group, role: String) -> [Block] {
    var blocks: [Block] = [.heading(Label(role))]
    let identity = party.group("DaneIdentyfikacyjne")
    if let name = identity?.take("Nazwa") { blocks.append(.text(name, .name)) }
    let address = party.group("Adres").map(addressLines) ?? []
    if !address.isEmpty { blocks.append(.text(address.joined(separator: "\n"), .text)) }

    var numbers = [field(.vatPrefix, party.take("PrefiksPodatnika"))]
    numbers += identity.map(taxIdentifiers) ?? []
    numbers += [
      field(.clientNumber, party.take("NrKlienta")), field(.contractorNumber, party.take("NrKontrahenta")),
      field(.buyerIdentifier, party.take("IDNabywcy")), field(.eori, party.take("NrEORI")),
      field(.gln, party.group("Adres")?.take("GLN")),
      field(.share, party.take("Udzial").map(printedPercentage)),
    ]
    append(.facts, numbers, to: &blocks)

    var contacts: [Field?] = []
    for contact in party.groups("DaneKontaktowe") {
      for name in ["Email", "EmailPU"] { contacts.append(field(.email, contact.take(name))) }
      for name in ["Telefon", "TelefonPU"] { contacts.append(field(.telephone, contact.take(name))) }
    }
    append(.facts, contacts, to: &blocks)

    append(.facts, [field(.postalAddress, party.group("AdresKoresp").flatMap(addressLine))], to: &blocks)
    append(
      .facts, [field(.status, meaning("StatusInfoPodatnika", in: party, Term.taxpayerStatus))], to: &blocks)
    if party.flag("JST") { blocks.append(.text(said(.forLocalGovernmentUnit), .small)) }
    if party.flag("GV") { blocks.append(.text(said(.forGroupMember), .small)) }
    return blocks
  }

  /// The identifiers of `DaneIdentyfikacyjne`.
  func taxIdentifiers(_ identity: Group) -> [Field?] {
    let union = [identity.take("KodUE"), identity.take("NrVatUE")].compactMap { $0 }
    let other = [identity.take("KodKraju"), identity.take("NrID")].compactMap { $0 }
    return [
      field(.taxNumber, identity.take("NIP")),
      field(.internalNumber, identity.take("IDWew")),
      field(.vatNumber, union.isEmpty ? nil : union.joined(separator: " ")),
      field(.otherNumber, other.isEmpty ? nil : other.joined(separator: " ")),
      identity.flag("BrakID") ? Field(nil, said(.noNumber)) : nil,
    ]
  }

  /// The lines of an address: a foreign country on a line of its own, Poland behind the last. A GLN is left for the caller.
  func addressLines(_ address: Group) -> [String] {
    var lines = [address.take("AdresL1"), address.take("AdresL2")].compactMap { $0 }
    guard let code = address.take("KodKraju") else { return lines }
    let name = country(code)
    guard let last = lines.last, code == Presenter.home else { return lines + [name] }
    if !last.lowercased().hasSuffix(name.lowercased()) { lines[lines.count - 1] = "\(last), \(name)" }
    return lines
  }

  /// The country that nearly every address is in: its name needs no line of its own.
  private static let home = "PL"

  /// An address and its GLN on one line.
  func addressLine(_ address: Group) -> String? {
    let gln = address.take("GLN").map { "\(leading(.gln))\u{A0}\($0)" }
    let lines = addressLines(address) + [gln].compactMap { $0 }
    return lines.isEmpty ? nil : lines.joined(separator: ", ")
  }

  enum Arrangement {
    case facts
    case list
  }

  /// Appends the fields that there are, unless there are none.
  func append(_ arrangement: Arrangement, _ fields: [Field?], to blocks: inout [Block]) {
    let present = fields.compactMap { $0 }
    guard !present.isEmpty else { return }
    blocks.append(arrangement == .facts ? .facts(present) : .list(present))
  }
}
