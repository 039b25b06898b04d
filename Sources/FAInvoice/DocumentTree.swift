package import Findings

/// An XML document as its file says it: every element, attribute and character, their places, and the bytes themselves.
///
/// Immutable, and shared freely between threads.
package final class DocumentTree: Sendable {
  /// The file's exact bytes.
  package let bytes: [UInt8]
  /// What the caller called the file, for messages.
  package let fileName: String

  /// The namespace of the document's element.
  package let namespace: String
  /// All elements in document order: what `InvoiceElement` is a cursor into, for a walk that counts every nanosecond.
  package let nodes: [Node]
  /// The names, by the numbers that the nodes have.
  package let names: [String]
  /// Where each name stands in `names`: children are then told apart by number.
  private let numbers: [String: Int32]
  package let attributes: [Attribute]
  /// The character data of all elements, each element's in one run.
  package let characters: [UInt8]
  let lines: LineTable
  /// What the bytes themselves show.
  private let findingsInBytes: [Finding]
  /// Whether references such as `&#127;` occur: only then can a character come in that the bytes don't show.
  private let mayHideCharacters: Bool

  /// The largest file that is read, in bytes.
  package static let sizeLimit = 16_000_000

  /// One element of the flat tree; indices are -1 for none.
  package struct Node: Sendable {
    package internal(set) var name: Int32
    package internal(set) var parent: Int32
    package internal(set) var firstChild: Int32 = -1
    package internal(set) var nextSibling: Int32 = -1
    package internal(set) var textStart: Int32 = 0
    package internal(set) var textEnd: Int32 = 0
    package internal(set) var attributesStart: Int32 = 0
    package internal(set) var attributesEnd: Int32 = 0
    /// Where the start tag ends: its `>` or `/>`.
    package internal(set) var tagEnd: Int32
    /// Whether a section of CDATA stands directly in it; the referee takes none between elements, not even a white one.
    package internal(set) var hasSection = false
  }

  /// The element that a node stands for.
  package func element(at index: Int) -> InvoiceElement { InvoiceElement(tree: self, index: index) }

  init(
    bytes: [UInt8], fileName: String, built: TreeBuilder, lines: LineTable, findingsInBytes: [Finding],
    mayHideCharacters: Bool
  ) {
    precondition(!built.nodes.isEmpty, "a document has a root element")
    self.bytes = bytes
    self.fileName = fileName
    namespace = built.namespace
    nodes = built.nodes
    names = built.names
    numbers = Dictionary(zip(built.names, 0...)) { first, _ in first }
    attributes = built.attributes
    characters = built.characters
    self.lines = lines
    self.findingsInBytes = findingsInBytes
    self.mayHideCharacters = mayHideCharacters
  }

  /// The number by which nodes hold a name; nil where no element and no attribute has it.
  func number(of name: String) -> Int32? { numbers[name] }

  package var root: InvoiceElement { InvoiceElement(tree: self, index: 0) }

  /// How many elements the document has.
  package var elementCount: Int { nodes.count }

  /// Where an element stands, for a message.
  package func place(of element: InvoiceElement) -> Place {
    let (line, column) = position(of: nodes[element.index])
    return Place(file: fileName, line: line, column: column, path: element.path)
  }

  /// What KSeF would refuse about the file itself, the first hundred of each kind, in the order of the file.
  package var fileFindings: [Finding] {
    let found = findingsInBytes + (mayHideCharacters ? findingsInReferences() : [])
    return found.map { finding in
      var finding = finding
      finding.place.file = fileName
      return finding
    }.sorted { ($0.place.line ?? 0, $0.place.column ?? 0) < ($1.place.line ?? 0, $1.place.column ?? 0) }
  }

  /// Looks at the text after references were resolved; what the bytes show was found before.
  private func findingsInReferences() -> [Finding] {
    var found: [Finding] = []
    for index in nodes.indices {
      let element = InvoiceElement(tree: self, index: index)
      for text in [element.text] + element.attributes.map(\.value) {
        guard let scalar = text.unicodeScalars.first(where: \.isDiscouragedInXML) else { continue }
        found.append(FileFindings.discouragedCharacter(scalar, at: place(of: element)))
        if found.count == FileFindings.limit { return found }
      }
    }
    return found
  }

  /// Line and column of a node's start tag; no `<` can stand between its own and its end.
  func position(of node: Node) -> (line: Int, column: Int) {
    let end = Int(node.tagEnd)
    return lines.position(of: bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end)
  }
}
