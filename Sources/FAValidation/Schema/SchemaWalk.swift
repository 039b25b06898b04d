import FAInvoice
import FAStructure
import Findings

/// One walk through a document, in its order: every element is taken to its place in the structure, every value judged.
///
/// Where something is wrong, the walk goes on with what stands after it, and says one cause once.
struct SchemaWalk {
  /// So many findings are told; after that the walk stops, and says so.
  static let limit = 100

  let tables: CompiledStructure
  let tree: DocumentTree
  var findings: [Finding] = []
  var namespaces: NamespaceLookup
  /// The structure's numbers of the document's names: `unknownName` for names that it doesn't have, `strayText` for text.
  let names: [Int32]
  private let nodes: UnsafeBufferPointer<DocumentTree.Node>
  private let characters: UnsafeBufferPointer<UInt8>
  private let steps: UnsafeBufferPointer<CompiledStructure.Step>
  private let followers: UnsafeBufferPointer<Int32>

  static let unknownName: Int32 = -2
  static let strayText: Int32 = -3

  /// Where a document doesn't obey its structure.
  static func findings(in document: FADocument) -> [Finding] {
    let tables = CompiledStructure.of(document)
    let tree = document.tree
    return tree.nodes.withUnsafeBufferPointer { nodes in
      tree.characters.withUnsafeBufferPointer { characters in
        tables.steps.withUnsafeBufferPointer { steps in
          tables.followers.withUnsafeBufferPointer { followers in
            var walk = SchemaWalk(tables, tree, nodes, characters, steps, followers)
            walk.judge(0, as: 0)
            return walk.findings + (walk.isFull ? [.schemaNotJudgedOn(document.fileName)] : [])
          }
        }
      }
    }
  }

  private init(
    _ tables: CompiledStructure, _ tree: DocumentTree, _ nodes: UnsafeBufferPointer<DocumentTree.Node>,
    _ characters: UnsafeBufferPointer<UInt8>, _ steps: UnsafeBufferPointer<CompiledStructure.Step>,
    _ followers: UnsafeBufferPointer<Int32>
  ) {
    self.tables = tables
    self.tree = tree
    self.nodes = nodes
    self.characters = characters
    self.steps = steps
    self.followers = followers
    namespaces = NamespaceLookup(tree)
    names = tree.names.map { name in
      name == InvoiceElement.strayTextName
        ? SchemaWalk.strayText : tables.numbers[name] ?? SchemaWalk.unknownName
    }
  }

  var isFull: Bool { findings.count >= SchemaWalk.limit }

  /// Judges an element that has found its place.
  mutating func judge(_ node: Int, as step: Int) {
    var named: ValueType?
    if nodes[node].attributesStart != nodes[node].attributesEnd || steps[step].hasAttributes {
      named = judgeAttributes(of: node, as: step)
      if isFull { return }
    }
    if steps[step].group >= 0 {
      judgeContent(of: node, as: step, in: tables.groups[Int(steps[step].group)].steps)
    } else {
      judgeValue(of: node, as: step, type: named ?? tables.types[Int(steps[step].type)])
    }
  }

  private mutating func judgeContent(of node: Int, as own: Int, in group: Range<Int32>) {
    var state = Int(group.lowerBound)
    var count: Int32 = 0
    var recovery: Recovery?
    var child = Int(nodes[node].firstChild)
    if child < 0, nodes[node].hasSection || !text(of: node).isBlank { tell(.text(node)) }
    while child >= 0 {
      if isFull { return }
      let name = names[Int(nodes[child].name)]
      if name == steps[state].name && count < steps[state].most {
        count += 1
        judge(child, as: state)
      } else if let next = follower(of: state, named: name) {
        (state, count) = (next, 1)
        judge(child, as: next)
      } else {
        let verdict = recover(at: child, of: node, group: group, state: state, from: &recovery)
        if verdict.advances { (state, count) = (verdict.step, 1) }
        if verdict.isJudged, !isFull { judge(child, as: verdict.step) }
      }
      child = Int(nodes[child].nextSibling)
    }
    if !steps[state].canEnd, !isFull { tellMissing(atEndOf: node, state: state) }
  }

  private func follower(of step: Int, named name: Int32) -> Int? {
    for index in steps[step].followers where steps[Int(followers[Int(index)])].name == name {
      return Int(followers[Int(index)])
    }
    return nil
  }

  private mutating func judgeValue(of node: Int, as step: Int, type: ValueType) {
    if nodes[node].firstChild >= 0 { return tell(.elementInValue(node, Int(nodes[node].firstChild))) }
    let text = text(of: node)
    if steps[step].isFixed, let fixed = tables.declarations[step].fixed {
      // An empty element stands for the only value that it may have.
      if text.isEmpty { return }
      if !text.says(Array(fixed.utf8)) {
        return tell(.value(node, .notFixed(fixed), type.type))
      }
    }
    if let trouble = type.trouble(with: text) { tell(.value(node, trouble, type.type)) }
  }

  private func text(of node: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: characters[Int(nodes[node].textStart)..<Int(nodes[node].textEnd)])
  }

  /// Adds a finding.
  mutating func tell(_ trouble: SchemaTrouble) {
    findings.append(SchemaFinding(tables: tables, tree: tree).finding(trouble))
  }
}
