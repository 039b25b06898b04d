/// What the table of lines says in one go: a line, or an item as it was before a correction and as it is after it.
enum LineEntry {
  case line(LineRecord)
  case corrected(before: LineRecord, after: LineRecord)
}

/// Brings the state before a correction (`StanPrzed`, `StanPrzedZ`) together with the state after.
///
/// They belong together where one line of each kind has the same number; the schema also lets both be numbered apart,
/// so otherwise where they alone have the same unique identifier. Whatever isn't that clear stays as it is written, the
/// lines of one number one under the other, those before the correction first.
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
  var counterparts: [Int: Int] = [:]
  func pair(_ groups: some Sequence<LinesByKey.Lines>) {
    for group in groups where group.before.count == 1 && group.after.count == 1 {
      counterparts[group.before[0]] = group.after[0]
      counterparts[group.after[0]] = group.before[0]
    }
  }
  pair(numbers.groups.values)
  let alone = records.indices.filter { position in
    guard counterparts[position] == nil else { return false }
    guard let group = numbers.groups[records[position].number] else { return true }
    return group.before.isEmpty || group.after.isEmpty
  }
  pair(LinesByKey(records, key: \.identifier, among: alone).groups.values)
  return counterparts
}

/// Positions of lines by what they have in common.
private struct LinesByKey {
  struct Lines {
    var before: [Int] = []
    var after: [Int] = []
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
}
