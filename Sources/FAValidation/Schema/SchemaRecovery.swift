import FAInvoice

/// What the walk remembers of one element's content once something in it was wrong.
struct Recovery {
  /// Places of elements, by their names, of which was told already: what else of that name comes is the same trouble.
  var excused: [Int32: Int] = [:]
  var hasToldOfText = false
}

/// How the walk goes on after an element that isn't expected.
extension SchemaWalk {
  struct Verdict {
    /// The place that the element takes.
    var step = 0
    /// Whether the walk goes on from that place.
    var advances = false
    /// Whether the element's own content is judged.
    var isJudged = false
  }

  /// Tells what is wrong with an element that can't follow here, and says how to go on.
  mutating func recover(
    at child: Int, of parent: Int, group: Range<Int32>, state: Int, from recovery: inout Recovery?
  ) -> Verdict {
    var memory = recovery ?? Recovery()
    defer { recovery = memory }
    let name = names[Int(tree.nodes[child].name)]
    if name == SchemaWalk.strayText {
      if !memory.hasToldOfText { tell(.text(parent)) }
      memory.hasToldOfText = true
      return Verdict()
    }
    if let place = memory.excused[name] { return Verdict(step: place, isJudged: true) }
    guard let place = place(of: name, in: group) else {
      return recoverFromUnknown(child, of: parent, group: group, state: state)
    }
    if let path = path(from: state, until: { $0 == place }) {
      return advance(to: place, over: path.dropLast(), at: child, from: state, &memory)
    }
    memory.excused[name] = place
    let most = Int(tables.steps[place].most)
    if earlierSiblings(of: child, in: parent) >= most {
      tell(.tooMany(child, most: most))
    } else if path(from: place, until: { $0 == state }) != nil {
      tell(.lateElement(child, shouldPrecede: state))
    } else {
      tell(.excluded(child, by: state))
    }
    return Verdict(step: place, isJudged: true)
  }

  /// The place of a name in a group; no name has two.
  private func place(of name: Int32, in group: Range<Int32>) -> Int? {
    group.dropFirst().first { tables.steps[Int($0)].name == name }.map(Int.init)
  }

  /// An element that may come later: what should have come before it is missing, or comes after it.
  private mutating func advance(
    to place: Int, over skipped: ArraySlice<Int>, at child: Int, from state: Int, _ memory: inout Recovery
  ) -> Verdict {
    var (missing, late): ([[Int]], [[Int]]) = ([], [])
    var previous = state
    for step in skipped {
      let alternatives = alternatives(to: step, after: previous).filter { alternative in
        alternative == step || path(from: alternative, until: { $0 == place }) != nil
      }
      let coming = alternatives.filter { comes(tables.steps[$0].name, after: child) }
      if coming.isEmpty { missing.append(alternatives) } else { late.append(coming) }
      previous = step
    }
    for step in late.joined() { memory.excused[tables.steps[step].name] = step }
    tell(missing.isEmpty ? .earlyElement(child, shouldFollow: late) : .missing(before: child, missing))
    return Verdict(step: place, advances: true, isJudged: true)
  }

  private mutating func recoverFromUnknown(_ child: Int, of parent: Int, group: Range<Int32>, state: Int) -> Verdict {
    let followers = tables.followers[
      Int(tables.steps[state].followers.lowerBound)..<Int(tables.steps[state].followers.upperBound)
    ]
    .map(Int.init)
    let written = tree.names[Int(tree.nodes[child].name)]
    let candidates = followers + group.dropFirst().map(Int.init)
    let suggestion = candidates.first { SimilarName.isSimilar(written, tables.names[Int(tables.steps[$0].name)]) }
    let demanded = demands(after: state)
    tell(
      .unexpected(child, parent: parent, suggestion: suggestion, expected: demanded.isEmpty ? followers : demanded))
    guard let suggestion, followers.contains(suggestion) else { return Verdict() }
    return Verdict(step: suggestion, advances: true)
  }

  /// Tells which elements are missing at the end of an element.
  mutating func tellMissing(atEndOf node: Int, state: Int) {
    guard let path = path(from: state, until: { tables.steps[$0].canEnd }) else { return }
    var previous = state
    var missing: [[Int]] = []
    for step in path {
      missing.append(alternatives(to: step, after: previous))
      previous = step
    }
    tell(.missingAtEnd(of: node, missing))
  }

  /// The shortest way from a place to one that fits: the places after it, the one that fits last.
  private func path(from start: Int, until fits: (Int) -> Bool) -> [Int]? {
    var origin: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let step = queue[next]
      next += 1
      for index in tables.steps[step].followers {
        let follower = Int(tables.followers[Int(index)])
        guard origin[follower] == nil else { continue }
        origin[follower] = step
        if fits(follower) {
          var path = [follower]
          while let last = path.last, let before = origin[last], before != start { path.append(before) }
          return path.reversed()
        }
        queue.append(follower)
      }
    }
    return nil
  }

  private func demands(after step: Int) -> [Int] {
    tables.demands[Int(tables.steps[step].demands.lowerBound)..<Int(tables.steps[step].demands.upperBound)].map(
      Int.init)
  }

  /// The elements one of which must stand where this one would.
  private func alternatives(to step: Int, after previous: Int) -> [Int] {
    let demanded = demands(after: previous)
    return demanded.contains(step) ? demanded : [step]
  }

  private func earlierSiblings(of child: Int, in parent: Int) -> Int {
    var (count, sibling) = (0, Int(tree.nodes[parent].firstChild))
    while sibling >= 0, sibling != child {
      if tree.nodes[sibling].name == tree.nodes[child].name { count += 1 }
      sibling = Int(tree.nodes[sibling].nextSibling)
    }
    return count
  }

  private func comes(_ name: Int32, after child: Int) -> Bool {
    var sibling = Int(tree.nodes[child].nextSibling)
    while sibling >= 0 {
      if names[Int(tree.nodes[sibling].name)] == name { return true }
      sibling = Int(tree.nodes[sibling].nextSibling)
    }
    return false
  }
}
