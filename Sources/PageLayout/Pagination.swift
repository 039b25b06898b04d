/// Stacks strips on pages.
///
/// A strip that doesn't fit begins the next page, together with those that must stay with it and under the head of its
/// table; one that is taller than a page is cut between its lines, so that the work always comes to an end and nothing
/// leaves the paper.
struct Pagination {
  /// A page while it fills.
  struct Filling {
    let sheet: Sheet
    var items: [Item]
  }

  private(set) var pages: [Filling]
  /// Where the next strip would stand.
  private(set) var y: Double
  /// Where the page's own content begins: under what is repeated from page to page.
  private var start: Double

  init(on sheet: Sheet) {
    pages = [Filling(sheet: sheet, items: [])]
    y = sheet.top
    start = y
  }

  var sheet: Sheet { pages[pages.count - 1].sheet }

  mutating func place(_ flow: [Flow]) {
    var strips: [Strip] = []
    for piece in flow {
      switch piece {
      case .strip(let strip): strips.append(strip)
      case .parallel(let columns):
        place(strips, before: columns.map { $0.first?.height ?? 0 }.max() ?? 0)
        strips = []
        place(parallel: columns)
      case .groups(let table):
        place(strips, before: (0..<table.leastEnd(from: 0)).reduce(table.headHeight) { $0 + table.height(ofRow: $1) })
        strips = []
        place(groups: table)
      }
    }
    place(strips)
  }

  mutating func breakPage() { breakPage(to: sheet) }

  /// Goes on upon pages of another shape; what has been placed stays.
  mutating func turn(to sheet: Sheet) {
    if pages.count == 1, pages[0].items.isEmpty {
      pages = []
      begin(sheet, at: sheet.top)
    } else if isAtTop {
      pages.removeLast()
      breakPage(to: sheet)
    } else {
      breakPage(to: sheet)
    }
  }

  private mutating func breakPage(to sheet: Sheet) { begin(sheet, at: sheet.laterTop) }

  private mutating func begin(_ sheet: Sheet, at top: Double) {
    pages.append(Filling(sheet: sheet, items: []))
    y = top
    start = top
  }

  /// Adds items to the current page where they are, without moving on.
  mutating func stamp(_ items: [Item]) { pages[pages.count - 1].items.append(contentsOf: items) }

  /// Places a strip where a row of the printer's dots begins.
  mutating func place(_ strip: Strip, on dotsPerInch: Double) {
    let dot = 72 / dotsPerInch
    y = ((y - Pagination.tolerance) / dot).rounded(.up) * dot
    put(strip)
  }

  /// Whether the page has no content of its own yet.
  var isAtTop: Bool { y == start }

  private var bottom: Double { sheet.bottom }
  private var room: Double { sheet.bottom - sheet.laterTop }

  /// Strips that lead up to what is placed by other rules: a heading among them stays with its beginning.
  private mutating func place(_ strips: [Strip], before height: Double) {
    var split = strips.count
    while split > 0, strips[split - 1].keepsWithNext { split -= 1 }
    place(Array(strips[..<split]))
    let last = strips[split...]
    guard let first = last.first else { return }
    let whole = last.reduce(height) { $0 + $1.height }
    if !isAtTop, y + whole > bottom, whole + headHeight(first) <= room { beginPage(with: first) }
    place(Array(last))
  }

  private mutating func place(_ strips: [Strip]) {
    let strips = cut(strips)
    var index = 0
    while index < strips.count {
      if strips[index].isSpace, !strips[index].keepsWithNext {
        if !isAtTop { y += strips[index].height }
        index += 1
        continue
      }
      let (end, height) = chain(in: strips, from: index)
      if y + height > bottom, !isAtTop { beginPage(with: strips[index]) }
      for strip in strips[index...end] {
        if y + strip.height > bottom + Pagination.tolerance, !isAtTop { beginPage(with: strip) }
        put(strip)
      }
      index = end + 1
    }
  }

  /// Sums of heights are not exact to the last bit.
  private static let tolerance = 0.001

  /// The last strip of those that stay together from `index` on, and their height.
  private func chain(in strips: [Strip], from index: Int) -> (end: Int, height: Double) {
    var end = index
    var height = strips[index].height
    while strips[end].keepsWithNext, end + 1 < strips.count {
      end += 1
      height += strips[end].height
    }
    return (end, height)
  }

  /// Strips taller than a page in pieces.
  private func cut(_ strips: [Strip]) -> [Strip] {
    guard strips.contains(where: { $0.height > room - headHeight($0) }) else { return strips }
    return strips.flatMap { $0.isSpace ? [$0] : $0.pieces(room: room - headHeight($0)) }
  }

  /// Height of what is repeated above a strip at the top of a page; a head that takes three fifths of a page isn't repeated.
  private func headHeight(_ strip: Strip) -> Double {
    let height = strip.head.reduce(0) { $0 + $1.height }
    return height <= room * 0.6 ? height : 0
  }

  private mutating func beginPage(with strip: Strip) {
    breakPage()
    putHead(of: strip)
  }

  private mutating func putHead(of strip: Strip) {
    guard headHeight(strip) > 0 else { return }
    for head in strip.head { put(head) }
    start = y
  }

  private mutating func place(parallel columns: [[Strip]]) {
    let columns = columns.map(cut)
    let height = columns.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0
    if y + height > bottom, !isAtTop, height <= room * 0.6 { breakPage() }
    var next = columns.map(\.startIndex)
    while true {
      let top = y
      let isFreshPage = isAtTop
      var deepest = y
      for column in columns.indices where next[column] < columns[column].endIndex {
        let strips = columns[column]
        (y, start) = (top, isFreshPage ? top : start)
        if isFreshPage, next[column] > 0 { putHead(of: strips[next[column]]) }
        while next[column] < strips.endIndex {
          let strip = strips[next[column]]
          if strip.isSpace, !strip.keepsWithNext {
            if !isAtTop { y += strip.height }
            next[column] += 1
            continue
          }
          let (end, height) = chain(in: strips, from: next[column])
          if y + height > bottom, !isAtTop { break }
          var index = next[column]
          repeat {
            put(strips[index])
            index += 1
          } while index <= end && y + strips[index].height <= bottom
          next[column] = index
          if index <= end { break }
        }
        deepest = max(deepest, y)
      }
      y = deepest
      if zip(next, columns).allSatisfy({ $0 == $1.endIndex }) { return }
      breakPage()
    }
  }

  private mutating func place(groups table: ColumnGroups) {
    let count = table.isTotal.count
    var first = 0
    repeat {
      var height = table.headHeight
      var end = first
      while end < count, y + height + table.height(ofRow: end) <= bottom {
        height += table.height(ofRow: end)
        end += 1
      }
      let fitting = end
      // A sum never begins a page without a row before it.
      while end > first, end < count, table.isTotal[end] { end -= 1 }
      if fitting < table.leastEnd(from: first), !isAtTop {
        breakPage()
        continue
      }
      if end == first {
        // A row that no page holds goes on from page to page, and its sums with it.
        end = min(count, max(fitting, first + 1))
        while end < count, table.isTotal[end] { end += 1 }
      }
      for (index, group) in table.groups.enumerated() {
        if index > 0 { place([.space(table.distance)]) }
        place([group.head] + group.rows[first..<end].flatMap { $0 })
      }
      first = end
      if first < count { breakPage() }
    } while first < count
  }

  private mutating func put(_ strip: Strip) {
    for item in strip.items { pages[pages.count - 1].items.append(item.moved(down: y)) }
    y += strip.height
  }
}

extension ColumnGroups {
  /// The end of the rows from `first` on without which the heads aren't worth repeating: two, and the sums under them.
  fileprivate func leastEnd(from first: Int) -> Int {
    var end = min(first + 2, isTotal.count)
    while end < min(first + 6, isTotal.count), isTotal[end] { end += 1 }
    return end
  }
}
