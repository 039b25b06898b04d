extension FADocument {
  /// Whether the other says the same, element by element, in whatever bytes: names, attributes in any order and every
  /// character of text, but not comments, nor the white space between elements.
  public func hasSameContent(as other: FADocument) -> Bool {
    tree.namespace == other.tree.namespace && tree.nodes.count == other.tree.nodes.count
      && tree.nodes.indices.allSatisfy { saysSame(at: $0, as: other) }
  }

  /// Nodes stand in document order: the same sequence of names and parents is the same tree.
  private func saysSame(at index: Int, as other: FADocument) -> Bool {
    let (own, theirs) = (tree.nodes[index], other.tree.nodes[index])
    guard own.parent == theirs.parent,
      tree.names[Int(own.name)].utf8.elementsEqual(other.tree.names[Int(theirs.name)].utf8),
      tree.characters[Int(own.textStart)..<Int(own.textEnd)].elementsEqual(
        other.tree.characters[Int(theirs.textStart)..<Int(theirs.textEnd)])
    else { return false }
    return Set(tree.element(at: index).attributes.map(\.exactBytes))
      == Set(other.tree.element(at: index).attributes.map(\.exactBytes))
  }
}

extension Attribute {
  /// Name and value: two spellings of one letter make two, which comparing texts would take for one.
  fileprivate var exactBytes: [UInt8] { name.utf8 + [0] + value.utf8 }
}
