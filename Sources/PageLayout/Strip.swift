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
}

/// What flows down a page.
enum Flow: Sendable {
  case strip(Strip)
  /// Columns that start together; what follows starts under the longest.
  case parallel([[Strip]])
}
