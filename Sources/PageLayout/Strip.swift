/// A piece of a page that isn't broken: its items stand relative to its top.
struct Strip: Sendable {
  var height: Double
  var items: [Item]
  /// Never the last on a page where it can be helped.
  var keepsWithNext = false
  /// Repeated above this strip where it begins a page: the head of its table.
  var head: [Strip] = []
  /// Mere distance; dropped at the top of a page.
  var isSpace = false

  static func space(_ height: Double) -> Strip { Strip(height: height, items: [], isSpace: true) }

  /// The strip cut between its lines into pieces no taller than `room`, for a strip that no page holds.
  func pieces(room: Double) -> [Strip] {
    guard height > room else { return [self] }
    // In the order of their lower edges, so that each piece takes what ends within it.
    let ordered = items.enumerated().sorted { ($0.element.bottom, $0.offset) < ($1.element.bottom, $1.offset) }
      .map(\.element)
    var pieces: [Strip] = []
    var top = 0.0
    var start = 0
    while start < ordered.count {
      var end = start + 1
      while end < ordered.count, ordered[end].bottom - top <= room { end += 1 }
      let next = end < ordered.count ? ordered[end...].reduce(height) { min($0, max(top, $1.top)) } : height
      let items = ordered[start..<end]
      pieces.append(
        Strip(
          height: min(room, next - top), items: items.map { $0.moved(down: -top) },
          keepsWithNext: end == ordered.count && keepsWithNext, head: head))
      (top, start) = (next, end)
    }
    return pieces
  }
}

/// What flows down a page.
enum Flow: Sendable {
  case strip(Strip)
  /// Columns that start together; what follows starts under the longest.
  case parallel([[Strip]])
  /// A table too wide for any page, as groups of its columns.
  case groups(ColumnGroups)
}

/// A table too wide for a page, cut into groups of its columns; each page shows as many of its rows as fit, all groups
/// of these rows one under the other.
struct ColumnGroups: Sendable {
  struct Group: Sendable {
    var head: Strip
    /// For each row of the table the strips that say this group's part of it.
    var rows: [[Strip]]
  }

  var groups: [Group]
  /// For each row, whether it is a sum.
  var isTotal: [Bool]
  /// Between two groups.
  var distance: Double

  /// Height of the heads and distances alone.
  var headHeight: Double {
    groups.reduce(distance * Double(groups.count - 1)) { $0 + $1.head.height }
  }

  /// Height of a row in all its groups.
  func height(ofRow row: Int) -> Double {
    groups.reduce(0) { $1.rows[row].reduce($0) { $0 + $1.height } }
  }
}
