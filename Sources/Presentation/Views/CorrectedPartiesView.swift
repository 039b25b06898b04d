import FAInvoice
import InvoiceTemplate

/// Parties as the corrected invoice named them (`Podmiot1K`, `Podmiot2K`), beside what they are now.
extension Presenter {
  /// What was before and what is now, in one table; a former buyer that nothing on the invoice belongs to stands alone.
  func correctedPartyBlocks() -> [Block] {
    var compared: [(role: String, rows: [Table.Row])] = []
    if let before = body.group("Podmiot1K") {
      compared.append((said(names.sellerRole), rows(before: before, now: root.group("Podmiot1"))))
    }
    var alone: [[Block]] = []
    let buyers = BuyersNow(root)
    let former = body.groups("Podmiot2K")
    for (before, position) in zip(former, buyers.counterparts(of: former)) {
      guard let position else {
        alone.append(party(before, role: said(.buyerBefore)))
        continue
      }
      let role = position == 0 && buyers.hasFirst ? said(names.buyerRole) : roleOfThirdParty(buyers.groups[position])
      compared.append((role, rows(before: before, now: buyers.groups[position])))
    }

    var blocks: [Block] = []
    if !compared.isEmpty {
      // One party gives its name to the column; several name the rows below them.
      let title = compared.count == 1 ? Label(compared[0].role) : Label("")
      let columns = [
        Table.Column(title), Table.Column(label(.before), width: .rest), Table.Column(label(.after), width: .rest),
      ]
      let rows = compared.flatMap { party in
        (compared.count == 1 ? [] : [Table.Row([Table.Cell(party.role)], kind: .group)]) + party.rows
      }
      blocks.append(.table(Table(columns: columns, rows: rows)))
    }
    return blocks + sideBySide(alone)
  }

  /// A row for each thing that can be corrected: what changed stands out, what didn't is said once.
  private func rows(before: Group, now: Group?) -> [Table.Row] {
    let new = now.map(identity) ?? []
    let old = identity(before)
    var titles = old.map(\.label)
    titles += new.map(\.label).filter { !titles.contains($0) }
    var rows = titles.map { title in
      let (was, now) = (old.first { $0.label == title }?.value, new.first { $0.label == title }?.value)
      return Table.Row(
        [
          Table.Cell(title?.text ?? ""), Table.Cell(was ?? Self.nothing),
          Table.Cell(was == now ? said(.unchanged) : now ?? Self.nothing),
        ], kind: was == now ? .unchanged : .ordinary)
    }
    if let identifier = before.take("IDNabywcy") {
      let isSame = identifier == now?.take("IDNabywcy")
      rows.append(
        Table.Row(
          [
            Table.Cell(said(.buyerIdentifier)), Table.Cell(identifier),
            Table.Cell(isSame ? said(.unchanged) : Self.nothing),
          ], kind: .unchanged))
    }
    for index in rows.indices.dropLast() { rows[index].joinsNext = true }
    return rows
  }

  /// Stands where a party has none of what the row is about, so that it isn't taken for forgotten.
  private static let nothing = "–"

  /// What `Podmiot1K` and `Podmiot2K` can say of a party.
  private func identity(_ party: Group) -> [Field] {
    let identity = party.group("DaneIdentyfikacyjne")
    let address = party.group("Adres")
    let lines = address.map(addressLines) ?? []
    let fields =
      [
        field(.name, identity?.take("Nazwa")),
        field(.address, lines.isEmpty ? nil : lines.joined(separator: ", ")),
        field(.gln, address?.take("GLN")), field(.vatPrefix, party.take("PrefiksPodatnika")),
      ] + (identity.map(taxIdentifiers) ?? [])
    // The words that somebody has no number stand where the number would.
    return fields.compactMap { $0 }.map { Field($0.label ?? label(.otherNumber), $0.value) }
  }
}

/// Whom a former buyer may have become: the buyer and the third parties.
private struct BuyersNow {
  /// The buyer first, where there is one.
  let groups: [Group]
  let hasFirst: Bool

  init(_ root: Group) {
    let first = root.group("Podmiot2")
    hasFirst = first != nil
    groups = (first.map { [$0] } ?? []) + root.groups("Podmiot3")
  }

  /// For each former buyer the position of what it is now; nil where nothing says so clearly.
  ///
  /// The key is `IDNabywcy`, whoever bears it, where it occurs once before and once now. Without one, the buyer or
  /// additional buyer (`Rola` 4) with the same tax number is meant, since a number can't be corrected; or the buyer, where
  /// nobody else could be meant.
  func counterparts(of former: [Group]) -> [Int?] {
    var counterparts = former.map { _ in Int?.none }
    var free = Set(groups.indices)
    let keysNow = onlyBearers(of: groups.indices.map { text("IDNabywcy", of: groups[$0]) })
    let keys = former.map { text("IDNabywcy", of: $0) }
    for (key, index) in onlyBearers(of: keys) {
      guard let position = keysNow[key], free.remove(position) != nil else { continue }
      counterparts[index] = position
    }

    let candidates = free.filter { $0 == 0 && hasFirst || text("Rola", of: groups[$0]) == "4" }
    let numbersNow = onlyBearers(of: groups.indices.map { candidates.contains($0) ? numbers(of: groups[$0]) : nil })
    let unnamed = former.indices.map { keys[$0] == nil ? numbers(of: former[$0]) : nil }
    for (number, index) in onlyBearers(of: unnamed) { counterparts[index] = numbersNow[number] }
    if former.count == 1, keys[0] == nil, counterparts[0] == nil, hasFirst, candidates == [0] { counterparts[0] = 0 }
    return counterparts
  }

  /// Where each value stands that stands at one place only.
  private func onlyBearers<Value: Hashable>(of values: [Value?]) -> [Value: Int] {
    var places: [Value: Int?] = [:]
    for (place, value) in values.enumerated() {
      guard let value else { continue }
      places.updateValue(places.keys.contains(value) ? nil : place, forKey: value)
    }
    return places.compactMapValues { $0 }
  }

  private func text(_ name: String, of group: Group) -> String? {
    let text = group.child(name).map { singleLine($0.text) } ?? ""
    return text.isEmpty ? nil : text
  }

  /// The tax numbers of a party, in the order of the document; nil where it says only that there is none.
  private func numbers(of party: Group) -> [String]? {
    let identity = party.child("DaneIdentyfikacyjne").map { Array($0.children) } ?? []
    let numbers = identity.filter { $0.name != "Nazwa" && $0.name != "BrakID" }.map { singleLine($0.text) }
    return numbers.isEmpty ? nil : numbers
  }
}
