import FAInvoice
import FAStructure

/// Attributes: those that a structure asks for, and those of XML Schema that any element may have.
extension SchemaWalk {
  private static let instance = "{http://www.w3.org/2001/XMLSchema-instance}"

  /// Judges an element's attributes.
  ///
  /// - Returns: the narrower type that the element names for its value, where it names one.
  mutating func judgeAttributes(of node: Int, as step: Int) -> ValueType? {
    let (start, end) = (Int(tree.nodes[node].attributesStart), Int(tree.nodes[node].attributesEnd))
    let declared = tables.declarations[step].attributes
    var found = 0
    var type: ValueType?
    for attribute in tree.attributes[start..<end] {
      if isFull { return type }
      switch attribute.name {
      case SchemaWalk.instance + "schemaLocation", SchemaWalk.instance + "noNamespaceSchemaLocation": continue
      case SchemaWalk.instance + "type":
        switch judgeType(attribute.value, of: node, as: step) {
        case .own: continue
        case .narrower(let narrower): type = narrower
        case .other: tell(.otherType(node, value: attribute.value))
        }
      default:
        guard let declaration = declared.first(where: { $0.name == attribute.name }) else {
          tell(.unexpectedAttribute(node, name: attribute.name))
          continue
        }
        found += 1
        if !allows(attribute.value, declaration) {
          tell(.attributeValue(node, declaration, value: attribute.value))
        }
      }
    }
    if found < declared.count {
      for declaration in declared
      where !isFull && !tree.attributes[start..<end].contains(where: { $0.name == declaration.name }) {
        tell(.missingAttribute(node, declaration))
      }
    }
    return type
  }

  private func allows(_ value: String, _ declaration: AttributeDeclaration) -> Bool {
    if let fixed = declaration.fixed { return value.utf8.elementsEqual(fixed.utf8) }
    let values = declaration.type.values
    return values.isEmpty || values.contains { value.utf8.elementsEqual($0.utf8) }
  }

  private enum NamedType {
    /// The type that the structure has here anyhow.
    case own
    /// A type derived from it.
    case narrower(ValueType)
    case other
  }

  /// Judges the type that an element names for itself (`xsi:type`): its own, or one that narrows it.
  ///
  /// Source: XML Schema, part 1, section 3.3.4, "Element Locally Valid (Element)", clause 4.
  private mutating func judgeType(_ value: String, of node: Int, as step: Int) -> NamedType {
    guard let (prefix, local) = NamespaceLookup.split(value),
      let namespace = namespaces.namespace(of: prefix, at: node)
    else { return .other }
    let name: String
    switch namespace {
    case tables.structure.namespace: name = local
    case "http://crd.gov.pl/xml/schematy/dziedzinowe/mf/2022/01/05/eD/DefinicjeTypy/": name = "etd:" + local
    case "http://www.w3.org/2001/XMLSchema": name = "xsd:" + local
    default: return .other
    }
    switch tables.declarations[step].content {
    case .group(let group): return group.typeName == name ? .own : .other
    case .value(let type):
      // A type with attributes is one that the XSD gives no name.
      guard tables.declarations[step].attributes.isEmpty, let own = type.name else { return .other }
      if own == name { return .own }
      let known = tables.typeNumbers[name].map { tables.types[Int($0)] }
      guard let narrower = known ?? CompiledStructure.spareTypes[name] else { return .other }
      if narrower.type.chain.contains(where: { $0 === type }) { return .narrower(narrower) }
      return own == "xsd:integer" && narrower.type.isWhole ? .narrower(narrower) : .other
    }
  }
}

extension SimpleType {
  fileprivate var isWhole: Bool { [.integer, .nonNegativeInteger, .byte].contains(builtIn) }
}
