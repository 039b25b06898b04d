/// Turns the parser's events into the flat tree; the first event that no invoice may bring ends the work.
struct TreeBuilder {
  /// What an invoice may not hold although it is XML.
  enum Refusal {
    case documentType
    case root(name: String, namespace: String, acceptsReceipts: Bool)
    case foreignNamespace(name: String, namespace: String)
    case tooDeep
    case tooManyElements
    case tooManyAttributes
    case tooManyAttributesInAll
    case tooManyNamespaces
    case tooManyNames
    case tooLongNames
    case mixedContent
  }

  static let depthLimit = 32
  /// A file of 16,000,000 bytes can't hold more unless it spends less than 32 bytes on each, tags and text together.
  static let elementLimit = 500_000
  /// For one element; the structures know three at most.
  static let attributeLimit = 32
  /// For the whole document: an attribute takes memory as an element does.
  static let attributeLimitInAll = 500_000
  /// Declarations that hold at one place. For each prefix that it meets libxml2 looks through all of them.
  static let namespaceLimit = 64
  /// Different names, prefixes, namespaces and targets of instructions; the structures know some hundreds.
  ///
  /// libxml2's dictionary of names stops growing at 16,384 places, and slows down with every name that comes after.
  static let nameLimit = 10_000
  /// Bytes that these names may take in libxml2's dictionary, which takes no more and calls that a lack of memory.
  static let nameSizeLimit = 10_000_000

  private(set) var nodes: [DocumentTree.Node] = []
  private(set) var attributes: [Attribute] = []
  private(set) var characters: [UInt8] = []
  private(set) var root: RecognisedRoot?
  /// The namespace of the document's element.
  private(set) var namespace = ""
  private(set) var refusal: Refusal?
  private var table = NameTable()
  private let acceptsReceipts: Bool
  private var rootNamespace: UnsafePointer<UInt8>?
  /// The depth at which the signature of a UPO stands open: inside it other namespaces are at home.
  private var signatureDepth: Int?
  private var current: Int32 = -1
  private var depth = 0
  /// How many declarations of namespaces hold at each depth.
  private var namespacesInScope = [Int](repeating: 0, count: TreeBuilder.depthLimit + 1)
  /// Whether the last node is text between elements that may go on.
  private var strayTextIsOpen = false
  /// The last child so far of the open element at each depth.
  private var lastChild = [Int32](repeating: -1, count: TreeBuilder.depthLimit + 1)

  var names: [String] { table.names }

  init(byteCount: Int, acceptsReceipts: Bool) {
    self.acceptsReceipts = acceptsReceipts
    // A guess that spares most regrowth: an indented invoice has an element each 30 bytes, and less text than that.
    nodes.reserveCapacity(byteCount / 24)
    characters.reserveCapacity(byteCount / 3)
  }

  mutating func refuse(_ reason: Refusal) {
    if refusal == nil { refusal = reason }
  }

  /// - Parameters:
  ///   - namespace: the parser's own pointer: one namespace, one pointer.
  ///   - tagEnd: the offset at which the start tag ends.
  mutating func start(
    _ name: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?, newNamespaces: Int,
    attributes found: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, attributeCount: Int, tagEnd: Int
  ) {
    let isForeign =
      current >= 0 && namespace != rootNamespace && signatureDepth == nil
      && !beginsSignature(name, namespace)
    if current < 0 {
      recogniseRoot(name, namespace)
    } else if isForeign, isReceipt {
      refuse(.foreignNamespace(name: String(cString: name), namespace: namespace.map { String(cString: $0) } ?? ""))
    }
    if depth >= TreeBuilder.depthLimit { refuse(.tooDeep) }
    if nodes.count >= TreeBuilder.elementLimit { refuse(.tooManyElements) }
    if attributeCount > TreeBuilder.attributeLimit { refuse(.tooManyAttributes) }
    if attributes.count + attributeCount > TreeBuilder.attributeLimitInAll { refuse(.tooManyAttributesInAll) }
    if refusal != nil { return }
    namespacesInScope[depth + 1] = namespacesInScope[depth] + newNamespaces
    if namespacesInScope[depth + 1] > TreeBuilder.namespaceLimit { return refuse(.tooManyNamespaces) }

    if current >= 0, lastChild[depth] < 0 {
      setTextBeforeFirstChildApart()
      if refusal != nil { return }
    }
    let number = isForeign ? table.number(of: name, inForeign: namespace) : table.number(of: name)
    let index = appendNode(named: number, tagEnd: Int32(truncatingIfNeeded: tagEnd))
    if let found { take(found, count: attributeCount) }
    nodes[Int(index)].attributesEnd = Int32(truncatingIfNeeded: attributes.count)
    current = index
    depth += 1
    lastChild[depth] = -1
  }

  /// Adds a node as the last child of the open element, its text beginning where the characters end now.
  private mutating func appendNode(named name: Int32, tagEnd: Int32) -> Int32 {
    let index = Int32(truncatingIfNeeded: nodes.count)
    var node = DocumentTree.Node(name: name, parent: current, tagEnd: tagEnd)
    node.attributesStart = Int32(truncatingIfNeeded: attributes.count)
    node.attributesEnd = node.attributesStart
    node.textStart = Int32(truncatingIfNeeded: characters.count)
    node.textEnd = node.textStart
    nodes.append(node)
    strayTextIsOpen = false
    guard current >= 0 else { return index }
    let previous = lastChild[depth]
    if previous < 0 { nodes[Int(current)].firstChild = index } else { nodes[Int(previous)].nextSibling = index }
    lastChild[depth] = index
    return index
  }

  mutating func end() {
    guard current >= 0 else { return }
    strayTextIsOpen = false
    if nodes[Int(current)].firstChild < 0 {
      nodes[Int(current)].textEnd = Int32(truncatingIfNeeded: characters.count)
    }
    current = nodes[Int(current)].parent
    depth -= 1
    if depth == signatureDepth { signatureDepth = nil }
  }

  /// Text of the open element; after an element inside it, text that isn't white becomes a node of its own, and so does
  /// any section of CDATA.
  mutating func text(_ run: UnsafeBufferPointer<UInt8>, isSection: Bool = false) {
    guard current >= 0 else { return }
    let isSection = isSection && !isReceipt
    if isSection { nodes[Int(current)].hasSection = true }
    guard lastChild[depth] >= 0 else { return characters.append(contentsOf: run) }
    if !strayTextIsOpen {
      guard isSection || !run.allSatisfy(isWhite) else { return }
      beginStrayText()
      if refusal != nil { return }
    }
    characters.append(contentsOf: run)
    nodes[nodes.count - 1].textEnd = Int32(truncatingIfNeeded: characters.count)
  }

  /// An element that turns out to hold elements has no text of its own but indentation; other text is set apart.
  private mutating func setTextBeforeFirstChildApart() {
    let parent = Int(current)
    let start = Int(nodes[parent].textStart)
    if !nodes[parent].hasSection, characters[start...].allSatisfy(isWhite) {
      return characters.removeLast(characters.count - start)
    }
    beginStrayText()
    guard refusal == nil else { return }
    nodes[nodes.count - 1].textStart = Int32(truncatingIfNeeded: start)
    strayTextIsOpen = false
  }

  /// No schema has text between elements, but it is kept: what an invoice says is never lost.
  private mutating func beginStrayText() {
    if isReceipt { return refuse(.mixedContent) }
    if nodes.count >= TreeBuilder.elementLimit { return refuse(.tooManyElements) }
    _ = appendNode(named: table.strayText, tagEnd: nodes[Int(current)].tagEnd)
    strayTextIsOpen = true
  }

  private var isReceipt: Bool {
    if case .receipt = root { return true }
    return false
  }

  /// Each attribute is five pointers: local name, prefix, namespace, start of the value and its end.
  private mutating func take(_ found: UnsafeMutablePointer<UnsafePointer<UInt8>?>, count: Int) {
    for index in 0..<count {
      guard let name = found[index * 5], let start = found[index * 5 + 3], let end = found[index * 5 + 4] else {
        continue
      }
      let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
      let namespace = found[index * 5 + 2]
      let number = Int(namespace == nil ? table.number(of: name) : table.number(of: name, inForeign: namespace))
      attributes.append(Attribute(name: table.names[number], value: value))
    }
  }

  private mutating func recogniseRoot(_ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?) {
    let uri = namespace.map { String(cString: $0) } ?? ""
    let localName = String(cString: name)
    rootNamespace = namespace
    self.namespace = uri
    if localName == "Faktura", let schema = FASchema.allCases.first(where: { $0.namespaces.contains(uri) }) {
      root = .invoice(schema)
    } else if acceptsReceipts, localName == ReceiptSchema.rootName,
      let schema = ReceiptSchema.allCases.first(where: { $0.namespace == uri })
    {
      root = .receipt(schema)
    } else {
      refuse(.root(name: localName, namespace: uri, acceptsReceipts: acceptsReceipts))
    }
  }

  /// Notes the signature that a UPO may carry as a child of its root.
  ///
  /// Source: XML Signature Syntax and Processing, "The Signature element"; enveloped, as ETSI EN 319 132 has it.
  private mutating func beginsSignature(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?
  ) -> Bool {
    guard case .receipt = root, depth == 1, let namespace, String(cString: name) == "Signature",
      String(cString: namespace) == "http://www.w3.org/2000/09/xmldsig#"
    else { return false }
    signatureDepth = depth
    return true
  }
}

/// White space as XML defines it.
///
/// Source: XML 1.0, production 3.
private func isWhite(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}
