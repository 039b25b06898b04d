/// The name of `known` that was most likely meant by `given`: the fewest letters inserted, left out, changed or
/// swapped with their neighbour, and no more than a third of the longer of the two, rounded up.
func nearestName(to given: String, among known: [String]) -> String? {
  guard given.utf8.count <= 64 else { return nil }
  var nearest: (name: String, distance: Int)?
  for name in known {
    let distance = editDistance(given, name)
    guard distance <= (max(given.count, name.count) + 2) / 3 else { continue }
    if nearest == nil || distance < nearest?.distance ?? .max { nearest = (name, distance) }
  }
  return nearest?.name
}

/// Optimal string alignment: letters inserted, left out, changed, or swapped with their neighbour.
private func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.lowercased())
  let right = Array(right.lowercased())
  var rows = [Array(0...right.count)]
  for i in 0..<left.count {
    var row = [i + 1]
    for j in 0..<right.count {
      var cost = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}
