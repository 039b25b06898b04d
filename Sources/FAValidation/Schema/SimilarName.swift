/// Whether a name is likely a slip of the pen for another.
enum SimilarName {
  /// Alike but for case, or but for two letters in a name long enough (one in a shorter one).
  static func isSimilar(_ written: String, _ name: String) -> Bool {
    let (one, other) = (Array(written.utf8.prefix(64)), Array(name.utf8))
    if one.lowercased() == other.lowercased() { return true }
    // `P_1` and `P_2` are different things, not slips.
    guard one.count > 3, other.count > 3, one.digits == other.digits else { return false }
    return distance(one, other) <= (other.count > 5 ? 2 : 1)
  }

  /// How many letters must be put in, left out or changed.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (line, letter) in one.enumerated() {
      var corner = row[0]
      row[0] = line + 1
      for (column, target) in other.enumerated() {
        let cost = letter == target ? corner : corner + 1
        corner = row[column + 1]
        row[column + 1] = min(cost, row[column] + 1, corner + 1)
      }
    }
    return row[other.count]
  }
}

extension [UInt8] {
  fileprivate var digits: [UInt8] { filter { $0 >= 0x30 && $0 <= 0x39 } }
  fileprivate func lowercased() -> [UInt8] { map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 } }
}
