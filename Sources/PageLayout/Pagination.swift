/// Stacks strips on pages.
///
/// A strip that doesn't fit begins the next page, together with those that must stay with it; one that is taller than
/// a page is placed all the same, so that the work always comes to an end.
struct Pagination {
  private let top: Double
  private let bottom: Double
  private(set) var pages: [[Item]] = [[]]
  /// Where the next strip would stand.
  private(set) var y: Double

  /// - Parameters:
  ///   - top: of the region that strips may fill, on every page.
  ///   - bottom: of that region.
  init(top: Double, bottom: Double) {
    precondition(bottom > top, "a page has room")
    self.top = top
    self.bottom = bottom
    y = top
  }

  mutating func place(_ flow: [Flow]) {
    var strips: [Strip] = []
    for piece in flow {
      switch piece {
      case .strip(let strip): strips.append(strip)
      case .parallel(let columns):
        place(strips, before: columns)
        strips = []
        place(parallel: columns)
      }
    }
    place(strips)
  }

  mutating func breakPage() {
    pages.append([])
    y = top
  }

  /// Adds items to the current page where they are, without moving on.
  mutating func stamp(_ items: [Item]) { pages[pages.count - 1].append(contentsOf: items) }

  private var isAtTop: Bool { y == top }

  /// Strips that lead up to columns: a heading among them stays with what the columns begin with.
  private mutating func place(_ strips: [Strip], before columns: [[Strip]]) {
    var strips = strips
    var last: [Strip] = []
    while let strip = strips.last, strip.keepsWithNext { last.insert(strips.removeLast(), at: 0) }
    place(strips)
    guard !last.isEmpty else { return }
    let first = columns.map { $0.first?.height ?? 0 }.max() ?? 0
    let height = last.reduce(first) { $0 + $1.height }
    if !isAtTop, y + height > bottom { breakPage() }
    for strip in last { put(strip) }
  }

  private mutating func place(_ strips: [Strip]) {
    var index = 0
    while index < strips.count {
      if strips[index].isSpace {
        if !isAtTop { y += strips[index].height }
        index += 1
        continue
      }
      var end = index
      var height = strips[index].height
      while strips[end].keepsWithNext, end + 1 < strips.count {
        end += 1
        height += strips[end].height
      }
      if y + height > bottom, !isAtTop {
        breakPage()
        for strip in strips[index].head { put(strip) }
      }
      for strip in strips[index...end] {
        if y + strip.height > bottom, !isAtTop, height > bottom - top { breakPage() }
        put(strip)
      }
      index = end + 1
    }
  }

  private mutating func place(parallel columns: [[Strip]]) {
    let height = columns.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0
    if y + height > bottom, !isAtTop, height <= (bottom - top) * 0.6 { breakPage() }
    var rests = columns
    while true {
      let start = y
      var deepest = y
      for index in rests.indices {
        y = start
        var count = 0
        for strip in rests[index] {
          // The first strip of a page is placed whatever its height: the flow must go on.
          if y + strip.height > bottom, !(start == top && count == 0) { break }
          if !(strip.isSpace && y == start && start == top) { put(strip) }
          count += 1
        }
        rests[index].removeFirst(count)
        deepest = max(deepest, y)
      }
      y = deepest
      if rests.allSatisfy(\.isEmpty) { return }
      breakPage()
    }
  }

  private mutating func put(_ strip: Strip) {
    for item in strip.items { pages[pages.count - 1].append(item.moved(down: y)) }
    y += strip.height
  }
}
