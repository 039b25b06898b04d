import FAInvoice
import FAStructure

/// A structure as flat tables, made once: which element may follow which, and what each holds.
///
/// The XSDs obey the rule of unique particle attribution, so one look at a name says which place of the structure it
/// takes; a table of followers is all that a content model needs.
final class CompiledStructure: Sendable {
  let structure: Structure
  /// The names of the structure's elements, by number.
  let names: [String]
  let numbers: [String: Int32]
  /// The places of all groups; a group's places stand together, its beginning first.
  let steps: [Step]
  let declarations: [ElementDeclaration]
  /// For each step what may follow, in the order of the structure.
  let followers: [Int32]
  /// For each step what must follow, alternatives together.
  let demands: [Int32]
  let groups: [CompiledGroup]
  let types: [ValueType]
  /// The types by name, for documents that name one (`xsi:type`).
  let typeNumbers: [String: Int32]

  /// A place in a group at which a document can stand.
  struct Step {
    /// The element's name; -1 at the beginning of a group.
    var name: Int32 = -1
    /// How often the element may stand here.
    var most: Int32 = 0
    /// The group inside the element; -1 for a value.
    var group: Int32 = -1
    /// The value's type; -1 for a group.
    var type: Int32 = -1
    /// Whether attributes must stand.
    var hasAttributes = false
    /// Whether only one value is right.
    var isFixed = false
    /// Whether the group may end here.
    var canEnd = false
    var followers: Range<Int32> = 0..<0
    var demands: Range<Int32> = 0..<0
  }

  /// A group and its places: the beginning, then one for each element.
  struct CompiledGroup: Sendable {
    let group: Group
    let steps: Range<Int32>
  }

  private init(_ structure: Structure) {
    self.structure = structure
    var compiler = StructureCompiler()
    compiler.compile(structure.root)
    names = compiler.names
    numbers = compiler.numbers
    steps = compiler.steps
    declarations = compiler.declarations
    followers = compiler.followers
    demands = compiler.demands
    groups = compiler.groups
    types = compiler.types
    typeNumbers = compiler.typeNumbers
  }

  /// The tables for a document.
  static func of(_ document: FADocument) -> CompiledStructure {
    switch document.schema {
    case .fa2: fa2
    case .fa3: fa3
    case .faRR1: document.tree.namespace == FASchema.faRR1.namespaces[0] ? faRR1 : firstFARR1
    }
  }

  /// The types that no element has but that a document may name, by name.
  static let spareTypes = Dictionary(uniqueKeysWithValues: SimpleType.spare.map { ($0.nearestName, ValueType($0)) })

  private static let fa2 = CompiledStructure(Structure(of: .fa2))
  private static let fa3 = CompiledStructure(Structure(of: .fa3))
  private static let faRR1 = CompiledStructure(Structure(of: .faRR1))
  private static let firstFARR1 = CompiledStructure(
    Structure(of: .faRR1, namespace: FASchema.faRR1.namespaces[1]))
}
