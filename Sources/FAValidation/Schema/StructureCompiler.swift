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

  private var groupNumbers: [ObjectIdentifier: Int32] = [:]
  private var typeNumbersByIdentity: [ObjectIdentifier: Int32] = [:]
  private var waiting: [Group] = []
  /// The step that the next element gets: elements are met from the last to the first.
  private var nextStep = 0

  /// What can come next at some place of a group.
  private struct Continuation {
    var first: [Int32] = []
    /// What must come next; empty where the group may end.
    var demand: [Int32] = []
    var canEnd = false
  }

  /// Compiles everything inside the document's element; step 0 is that element itself.
  mutating func compile(_ root: ElementDeclaration) {
    numbers.reserveCapacity(600)
    steps.reserveCapacity(600)
    declarations.reserveCapacity(600)
    followers.reserveCapacity(4000)
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
    case .element(let declaration):
      let step = nextStep
      nextStep -= 1
      declarations[step] = declaration
      fill(step, with: declaration)
      note(next, after: step)
      guard declaration.occurrence.lowerBound == 0 else {
        return Continuation(first: [Int32(step)], demand: [Int32(step)], canEnd: false)
      }
      return Continuation(first: [Int32(step)] + next.first, demand: next.demand, canEnd: next.canEnd)
    case .sequence(let parts, let isOptional):
      let inside = link(parts, before: next)
      return isOptional ? join([inside], optional: next) : inside
    case .choice(let parts, let isOptional):
      var alternatives: [Continuation] = []
      for part in parts.reversed() { alternatives.append(link(part, before: next)) }
      return join(alternatives.reversed(), optional: isOptional ? next : nil)
    }
  }

  /// Several ways to go on, one of which may be to leave the part out.
  private func join(_ ways: [Continuation], optional next: Continuation?) -> Continuation {
    var joined = Continuation()
    for way in ways {
      for step in way.first where !joined.first.contains(step) { joined.first.append(step) }
      for step in way.demand where !joined.demand.contains(step) { joined.demand.append(step) }
      joined.canEnd = joined.canEnd || way.canEnd
    }
    if let next {
      for step in next.first where !joined.first.contains(step) { joined.first.append(step) }
      joined.demand = next.demand
      joined.canEnd = next.canEnd
    }
    if joined.canEnd { joined.demand = [] }
    return joined
  }

  private mutating func note(_ next: Continuation, after step: Int) {
    let (firstFollower, firstDemand) = (Int32(followers.count), Int32(demands.count))
    followers += next.first
    demands += next.demand
    steps[step].followers = firstFollower..<Int32(followers.count)
    steps[step].demands = firstDemand..<Int32(demands.count)
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
    let identity = ObjectIdentifier(group)
    if let number = groupNumbers[identity] { return number }
    let number = Int32(waiting.count)
    waiting.append(group)
    groupNumbers[identity] = number
    return number
  }

  private mutating func number(of type: SimpleType) -> Int32 {
    let identity = ObjectIdentifier(type)
    if let number = typeNumbersByIdentity[identity] { return number }
    let number = Int32(types.count)
    types.append(ValueType(type))
    typeNumbersByIdentity[identity] = number
    if let name = type.name { typeNumbers[name] = number }
    return number
  }
}
