import Findings

/// What follows the first look at every page: slower looks, only where a code may still be found.
struct LongSearch {
  let evidence: EvidencePages
  let kind: EvidenceKind
  let isEnough: ([PageReading]) -> Bool

  /// - Throws: `evidence.damaged` where a page can't be drawn anew.
  func run(_ pages: inout [PageSearch]) throws(Obstacle) {
    // A code that is seen is looked for whatever else the file holds: nobody else would ever mention it.
    for index in pages.indices where !pages[index].unread.isEmpty { try searchSeen(&pages[index]) }
    try searchDamaged(&pages)
    guard !isEnough(pages.map(\.outcome)) else { return }
    // What shows the patterns of its own codes would show those of others, on this page as on its neighbours.
    let isClear = pages.contains(where: \.isSeenWhole)
    for index in pages.indices where !pages[index].isExhausted {
      let page = pages[index]
      let showsNothing = page.codes.isEmpty && page.strayPatterns < 2
      if page.isSeenWhole || isWhole(page) || isClear && showsNothing { pages[index].exhaust() }
    }
    // The pages on which a code was read come first: its companion is likely to stand there.
    let open = pages.indices.filter { !pages[$0].isExhausted }
    let order = open.filter { !pages[$0].codes.isEmpty } + open.filter { pages[$0].codes.isEmpty }
    for index in order where try take(SearchRound.second, &pages, index) { return }
    let isLegible = pages.contains { !$0.codes.isEmpty }
    for round in SearchRound.further(for: kind) {
      for index in order where !pages[index].isExhausted {
        // Where others' codes are read, a page without a sign of one has none.
        if isLegible, pages[index].unread.isEmpty {
          pages[index].exhaust()
        } else if try take(round, &pages, index) {
          return
        }
      }
    }
    for index in order { pages[index].exhaust() }
  }

  /// Searches a page on which a code is seen and unread, until its codes are complete or nothing is left to try.
  private func searchSeen(_ page: inout PageSearch) throws(Obstacle) {
    if kind == .pdf {
      page.lookClosely(at: try evidence.picture(of: page.page, resolution: SearchRound.closerResolution))
    }
    for round in [SearchRound.second] + SearchRound.further(for: kind) where !page.unread.isEmpty && !isWhole(page) {
      var prepared = PreparedPicture(try evidence.picture(of: page.page, resolution: round.resolution))
      for step in round.steps where !page.unread.isEmpty && !isWhole(page) { _ = page.take(step, on: &prepared) }
    }
    page.exhaust()
  }

  /// Looks where a part of a code is seen on pages whose codes aren't complete.
  private func searchDamaged(_ pages: inout [PageSearch]) throws(Obstacle) {
    for index in pages.indices where pages[index].strayPatterns > 0 && !isWhole(pages[index]) {
      pages[index].lookAtDamaged(in: try evidence.picture(of: index + 1, resolution: SearchRound.firstResolution))
    }
  }

  /// Takes a round on a page, and looks closely at what became visible by it.
  ///
  /// - Returns: whether the search of the file is at its end.
  private func take(_ round: SearchRound, _ pages: inout [PageSearch], _ index: Int) throws(Obstacle) -> Bool {
    var prepared = PreparedPicture(try evidence.picture(of: index + 1, resolution: round.resolution))
    for step in round.steps where !isWhole(pages[index]) {
      if pages[index].take(step, on: &prepared), isEnough(pages.map(\.outcome)) { return true }
    }
    if let sharp = prepared.picture(for: .doubledAndSoftened), pages[index].lookClosely(at: sharp) {
      if isEnough(pages.map(\.outcome)) { return true }
    }
    if isWhole(pages[index]) { pages[index].exhaust() }
    return false
  }

  /// Whether a page holds all that belongs on it, so that nothing more is missed there.
  private func isWhole(_ page: PageSearch) -> Bool { !page.codes.isEmpty && isEnough([page.outcome]) }
}
