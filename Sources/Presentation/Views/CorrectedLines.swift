/// What the table of lines says in one go: a line, or an item as it was before a correction and as it is after it.
enum LineEntry {
  case line(LineRecord)
  case corrected(before: LineRecord, after: LineRecord)
}

/// Brings the state before a correction (`StanPrzed`, `StanPrzedZ`) together with the state after.
///
/// They belong together where one line of each kind has the same number, unless identifiers or names say that one of
/// them belongs to another line: the schema lets both states be numbered apart. Otherwise they belong together where they
/// alone have the same unique identifier. Whatever isn't that clear stays as it is written, the lines of one number one
/// under the other, those before the correction first.
func lineEntries(of records: [LineRecord]) -> [LineEntry] {
  guard records.contains(where: \.isBefore) else { return records.map(LineEntry.line) }
  let numbers = LinesByKey(records, key: \.number, among: records.indices)
  let counterparts = counterparts(among: records, numbers: numbers)

  var entries: [LineEntry] = []
  entries.reserveCapacity(records.count)
  var isPrinted = Array(repeating: false, count: records.count)
  func add(_ position: Int) {
    guard !isPrinted[position] else { return }
    isPrinted[position] = true
    guard let other = counterparts[position] else {
      entries.append(.line(records[position]))
      return
    }
    isPrinted[other] = true
    let (before, after) = records[position].isBefore ? (position, other) : (other, position)
    entries.append(.corrected(before: records[before], after: records[after]))
  }
  for (position, record) in records.enumerated() {
    guard let group = numbers.groups[record.number], counterparts[position] == nil, !group.before.isEmpty else {
      add(position)
      continue
    }
    (group.before + group.after).forEach(add)
  }
  return entries
}

/// For each line of a pair the position of the other.
private func counterparts(among records: [LineRecord], numbers: LinesByKey) -> [Int: Int] {
  let pairs = numbers.groups.values.filter(\.isPair)
  let identifiers = LinesByKey(records, key: \.identifier, among: records.indices)
  func areOfOneName(_ pair: LinesByKey.Lines) -> Bool {
    let (before, after) = (records[pair.before[0]], records[pair.after[0]])
    return before.name == after.name && !identifiers.pointElsewhere(before.identifier, after.identifier)
  }
  let named = Set(pairs.filter(areOfOneName).flatMap { $0.before + $0.after })
  let names = LinesByKey(records, key: \.name, among: records.indices.filter { !named.contains($0) })
  func belongTogether(_ before: LineRecord, _ after: LineRecord) -> Bool {
    guard before.identifier.isEmpty || before.identifier != after.identifier else { return true }
    return !identifiers.pointElsewhere(before.identifier, after.identifier)
      && !names.pointElsewhere(before.name, after.name)
  }

  var counterparts: [Int: Int] = [:]
  func pair(_ group: LinesByKey.Lines) {
    counterparts[group.before[0]] = group.after[0]
    counterparts[group.after[0]] = group.before[0]
  }
  var misnumbered: Set<Int> = []
  for group in pairs {
    if belongTogether(records[group.before[0]], records[group.after[0]]) {
      pair(group)
    } else {
      misnumbered.formUnion(group.before + group.after)
    }
  }
  let alone = records.indices.filter { position in
    guard counterparts[position] == nil else { return false }
    guard !misnumbered.contains(position), let group = numbers.groups[records[position].number] else { return true }
    return group.before.isEmpty || group.after.isEmpty
  }
  for group in LinesByKey(records, key: \.identifier, among: alone).groups.values where group.isPair { pair(group) }
  return counterparts
}

/// Positions of lines by what they have in common.
private struct LinesByKey {
  struct Lines {
    var before: [Int] = []
    var after: [Int] = []
    /// One line of each state.
    var isPair: Bool { before.count == 1 && after.count == 1 }
  }

  private(set) var groups: [String: Lines] = [:]

  /// Lines without the key belong to nothing.
  init(_ records: [LineRecord], key: (LineRecord) -> String, among positions: some Sequence<Int>) {
    for position in positions {
      let value = key(records[position])
      guard !value.isEmpty else { continue }
      if records[position].isBefore {
        groups[value, default: Lines()].before.append(position)
      } else {
        groups[value, default: Lines()].after.append(position)
      }
    }
  }

  /// Whether the keys of two lines differ, and one of them is found on a line of the other state.
  func pointElsewhere(_ before: String, _ after: String) -> Bool {
    guard before != after, !before.isEmpty, !after.isEmpty else { return false }
    return groups[before]?.after.isEmpty == false || groups[after]?.before.isEmpty == false
  }
}
