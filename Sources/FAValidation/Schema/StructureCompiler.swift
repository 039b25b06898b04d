import FAStructure

/// Makes the tables of a structure: from its description, group by group.
struct StructureCompiler {
  private(set) var names: [String] = []
  private(set) var numbers: [String: Int32] = [:]
  private(set) var steps: [CompiledStructure.Step] = []
  private(set) var declarations: [ElementDeclaration] = []
  private(set) var followers: [Int32] = []
  private(set) var demands: [Int32] = []
  private(set) var groups: [CompiledStructure.CompiledGroup] = []
  private(set) var types: [ValueType] = []
  private(set) var typeNumbers: [String: Int32] = [:]

  /// The groups met so far, in the order of their numbers.
  private var waiting: [Group] = []
  /// The step that the next element gets: elements are met from the last to the first.
  private var nextStep = 0

  /// What can come next at some place of a group.
  private struct Continuation {
    /// Among the followers: the elements that can come next.
    var first: Range<Int32> = 0..<0
    /// Among the demands: the elements one of which must come next; empty where the group may end.
    var demand: Range<Int32> = 0..<0
    var canEnd = false
  }

  /// Compiles everything inside the document's element; step 0 is that element itself.
  mutating func compile(_ root: ElementDeclaration) {
    numbers.reserveCapacity(600)
    steps.reserveCapacity(600)
    declarations.reserveCapacity(600)
    followers.reserveCapacity(6000)
    demands.reserveCapacity(1000)
    steps.append(CompiledStructure.Step())
    declarations.append(root)
    fill(0, with: root)
    var done = 0
    while done < waiting.count {
      compile(waiting[done], root: root)
      done += 1
    }
  }

  private mutating func compile(_ group: Group, root: ElementDeclaration) {
    let start = steps.count
    let count = StructureCompiler.elementCount(in: group.parts)
    for _ in 0...count {
      steps.append(CompiledStructure.Step())
      declarations.append(root)
    }
    nextStep = start + count
    let beginning = link(group.parts, before: Continuation(canEnd: true))
    note(beginning, after: start)
    groups.append(CompiledStructure.CompiledGroup(group: group, steps: Int32(start)..<Int32(start + count + 1)))
  }

  private static func elementCount(in parts: [Group.Part]) -> Int {
    var count = 0
    for part in parts {
      switch part {
      case .element: count += 1
      case .sequence(let parts, _), .choice(let parts, _): count += elementCount(in: parts)
      }
    }
    return count
  }

  /// What can come at the beginning of parts, where something comes after them.
  private mutating func link(_ parts: [Group.Part], before next: Continuation) -> Continuation {
    var next = next
    for part in parts.reversed() { next = link(part, before: next) }
    return next
  }

  private mutating func link(_ part: Group.Part, before next: Continuation) -> Continuation {
    switch part {
    case .element(let declaration): return link(declaration, before: next)
    case .sequence(let parts, let isOptional):
      let inside = link(parts, before: next)
      return isOptional ? join(inside, next, demanding: next.demand) : inside
    case .choice(let parts, let isOptional):
      var ways: Continuation?
      for part in parts.reversed() {
        let way = link(part, before: next)
        ways = ways.map { join(way, $0, demanding: joinDemands(way, $0)) } ?? way
      }
      guard let ways, isOptional else { return ways ?? next }
      return join(ways, next, demanding: next.demand)
    }
  }

  private mutating func link(_ declaration: ElementDeclaration, before next: Continuation) -> Continuation {
    let step = nextStep
    nextStep -= 1
    declarations[step] = declaration
    fill(step, with: declaration)
    note(next, after: step)
    let start = Int32(followers.count)
    followers.append(Int32(step))
    if declaration.occurrence.lowerBound == 0 {
      for index in next.first { followers.append(followers[Int(index)]) }
      return Continuation(first: start..<Int32(followers.count), demand: next.demand, canEnd: next.canEnd)
    }
    demands.append(Int32(step))
    return Continuation(
      first: start..<start + 1, demand: Int32(demands.count - 1)..<Int32(demands.count), canEnd: false)
  }

  /// Two ways to go on, as one.
  private mutating func join(
    _ one: Continuation, _ other: Continuation, demanding demand: Range<Int32>
  ) -> Continuation {
    let start = Int32(followers.count)
    for index in one.first { followers.append(followers[Int(index)]) }
    for index in other.first where !followers[Int(start)...].contains(followers[Int(index)]) {
      followers.append(followers[Int(index)])
    }
    let canEnd = one.canEnd || other.canEnd
    return Continuation(first: start..<Int32(followers.count), demand: canEnd ? 0..<0 : demand, canEnd: canEnd)
  }

  private mutating func joinDemands(_ one: Continuation, _ other: Continuation) -> Range<Int32> {
    let start = Int32(demands.count)
    for index in one.demand { demands.append(demands[Int(index)]) }
    for index in other.demand where !demands[Int(start)...].contains(demands[Int(index)]) {
      demands.append(demands[Int(index)])
    }
    return start..<Int32(demands.count)
  }

  private mutating func note(_ next: Continuation, after step: Int) {
    steps[step].followers = next.first
    steps[step].demands = next.demand
    steps[step].canEnd = next.canEnd
  }

  private mutating func fill(_ step: Int, with declaration: ElementDeclaration) {
    precondition(declaration.occurrence.lowerBound <= 1, "no element of the structures must stand twice")
    steps[step].name = number(of: declaration.name)
    steps[step].most = Int32(clamping: declaration.occurrence.upperBound)
    steps[step].hasAttributes = !declaration.attributes.isEmpty
    steps[step].isFixed = declaration.fixed != nil
    switch declaration.content {
    case .value(let type): steps[step].type = number(of: type)
    case .group(let group): steps[step].group = number(of: group)
    }
  }

  private mutating func number(of name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  private mutating func number(of group: Group) -> Int32 {
    if let known = waiting.firstIndex(where: { $0 === group }) { return Int32(known) }
    waiting.append(group)
    return Int32(waiting.count - 1)
  }

  private mutating func number(of type: SimpleType) -> Int32 {
    if let known = types.firstIndex(where: { $0.type === type }) { return Int32(known) }
    let number = Int32(types.count)
    types.append(ValueType(type))
    if let name = type.name { typeNumbers[name] = number }
    return number
  }
}
