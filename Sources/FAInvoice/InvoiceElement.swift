import Findings

/// An element of an invoice or of another of KSeF's documents: a cursor into its document, cheap to copy.
public struct InvoiceElement: Sendable {
  let tree: DocumentTree
  let index: Int

  init(tree: DocumentTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  /// The element's place in document order, from 0 for the root; a key for tables kept beside the document.
  public var ordinal: Int { index }

  /// The local name; `{namespace}name` outside the document's namespace, `strayTextName` for text between elements.
  ///
  /// Source: James Clark, "XML Namespaces", for the braces.
  public var name: String { tree.names[Int(tree.nodes[index].name)] }

  /// What text between elements goes by: no schema has any, but it is kept as a leaf, so that it can be reported and
  /// printed.
  public static let strayTextName = "#text"

  /// The element's own character data as written, entities resolved; empty for an element that holds elements only.
  public var text: String {
    let node = tree.nodes[index]
    return String(decoding: tree.characters[Int(node.textStart)..<Int(node.textEnd)], as: UTF8.self)
  }

  /// The text without white space before and after it, which dates and amounts may have.
  ///
  /// Source: XML Schema, part 2, `whiteSpace` collapse of `xsd:date` and `xsd:decimal`.
  package var textWithoutPadding: String {
    let node = tree.nodes[index]
    let run = tree.characters[Int(node.textStart)..<Int(node.textEnd)]
    let head = run.drop { $0 <= 0x20 }
    return String(decoding: head[..<(head.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? head.endIndex)], as: UTF8.self)
  }

  /// Line of the element's start, from 1.
  public var line: Int { tree.position(of: tree.nodes[index]).line }

  /// Column of the element's start tag, from 1, in bytes.
  public var column: Int { tree.position(of: tree.nodes[index]).column }

  /// True where no element stands inside.
  public var isLeaf: Bool { tree.nodes[index].firstChild < 0 }

  /// Nil for the root.
  public var parent: InvoiceElement? {
    let parent = Int(tree.nodes[index].parent)
    return parent < 0 ? nil : InvoiceElement(tree: tree, index: parent)
  }

  /// The elements inside, in document order.
  public var children: Children { Children(tree: tree, first: Int(tree.nodes[index].firstChild)) }

  /// The attributes in document order, without namespace declarations.
  public var attributes: [Attribute] {
    let node = tree.nodes[index]
    return Array(tree.attributes[Int(node.attributesStart)..<Int(node.attributesEnd)])
  }

  /// The first child of this name.
  public subscript(name: String) -> InvoiceElement? {
    guard let number = tree.number(of: name) else { return nil }
    for child in children where tree.nodes[child.index].name == number { return child }
    return nil
  }

  /// The first element at the end of a path of child names: `element.at("Podmiot1", "DaneIdentyfikacyjne", "NIP")`.
  public func at(_ path: String...) -> InvoiceElement? {
    var element = self
    for name in path {
      guard let next = element[name] else { return nil }
      element = next
    }
    return element
  }

  /// All children of this name, in document order.
  public func all(_ name: String) -> [InvoiceElement] {
    guard let number = tree.number(of: name) else { return [] }
    return children.filter { tree.nodes[$0.index].name == number }
  }

  /// The way from the root, with a number where a name repeats among siblings: `/Faktura/Fa/FaWiersz[2]/P_7`.
  ///
  /// For people: of a name that no schema has, the first 80 characters are shown.
  public var path: String {
    var steps: [String] = []
    var element = self
    while let parent = element.parent {
      let (position, count) = element.placeAmongAlike(in: parent)
      let name = element.name.quotedBriefly
      steps.append(count > 1 ? "\(name)[\(position)]" : name)
      element = parent
    }
    steps.append(element.name.quotedBriefly)
    return "/" + steps.reversed().joined(separator: "/")
  }

  /// The place among the parent's children of the same name, from 1, and how many there are.
  private func placeAmongAlike(in parent: InvoiceElement) -> (position: Int, count: Int) {
    let name = tree.nodes[index].name
    var (position, count) = (0, 0)
    for sibling in parent.children where tree.nodes[sibling.index].name == name {
      count += 1
      if sibling.index == index { position = count }
    }
    return (position, count)
  }
}

/// An attribute of an element.
public struct Attribute: Sendable, Hashable {
  /// The local name; `{namespace}name` where it has a namespace.
  public let name: String
  /// The value, references resolved and white space made spaces as XML says.
  public let value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// The elements inside an element.
public struct Children: Sequence, Sendable {
  let tree: DocumentTree
  let first: Int

  /// Walks the elements in document order.
  public func makeIterator() -> Iterator { Iterator(tree: tree, upcoming: first) }

  /// The walk from one element to its next sibling.
  public struct Iterator: IteratorProtocol {
    let tree: DocumentTree
    var upcoming: Int

    public mutating func next() -> InvoiceElement? {
      guard upcoming >= 0 else { return nil }
      defer { upcoming = Int(tree.nodes[upcoming].nextSibling) }
      return InvoiceElement(tree: tree, index: upcoming)
    }
  }
}
