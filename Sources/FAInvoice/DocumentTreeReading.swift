import Findings

/// What a document's root element says it is.
enum RecognisedRoot {
  case invoice(FASchema)
  case receipt(ReceiptSchema)
}

extension DocumentTree {
  /// Reads a document from its file's exact bytes.
  ///
  /// - Parameters:
  ///   - sizeLimit: of the file, in bytes; an invoice is held to its own limit besides.
  ///   - acceptsReceipts: whether a UPO is read too.
  static func read(
    _ bytes: [UInt8], fileName: String, sizeLimit: Int, acceptsReceipts: Bool
  ) throws(Obstacle) -> (tree: DocumentTree, root: RecognisedRoot) {
    do {
      return try readUnnamed(bytes, fileName: fileName, sizeLimit: sizeLimit, acceptsReceipts: acceptsReceipts)
    } catch {
      throw error.inFile(fileName)
    }
  }

  private static func readUnnamed(
    _ bytes: [UInt8], fileName: String, sizeLimit: Int, acceptsReceipts: Bool
  ) throws(Obstacle) -> (tree: DocumentTree, root: RecognisedRoot) {
    guard bytes.count <= sizeLimit else { throw .fileTooLarge(limit: sizeLimit) }
    try refuseOtherFormats(bytes)
    try XMLDeclaration.check(bytes)
    let check = ByteCheck(bytes)
    if let fault = check.fault { throw .byteFault(fault, check.lines) }

    let state = bytes.withUnsafeBytes { raw in
      SAXParser(raw)?.parse(into: TreeBuilder(byteCount: raw.count, acceptsReceipts: acceptsReceipts))
    }
    guard let state else { throw .shortOfMemory() }
    let place = check.lines.place(of: state.offset)
    if let refusal = state.tree.refusal {
      let markup = bytes[..<state.offset].lastIndex(of: UInt8(ascii: "<")) ?? state.offset
      throw .treeRefusal(refusal, at: check.lines.place(of: markup))
    }
    if let complaint = state.complaint { throw .malformed(complaint, at: place) }
    guard let root = state.tree.root else { throw .malformed(nil, at: place) }

    let tree = DocumentTree(bytes: bytes, fileName: fileName, built: state.tree, lines: check.lines)
    if check.hasCharacterReferences { try tree.refuseDiscouragedCharacters() }
    return (tree, root)
  }

  /// Looks at the text after references such as `&#127;` were resolved; the bytes themselves were checked before.
  private func refuseDiscouragedCharacters() throws(Obstacle) {
    for index in nodes.indices {
      let element = InvoiceElement(tree: self, index: index)
      for text in [element.text] + element.attributes.map(\.value) {
        guard let scalar = text.unicodeScalars.first(where: \.isDiscouragedInXML) else { continue }
        throw .discouragedCharacter(scalar, at: place(of: element))
      }
    }
  }
}

extension LineTable {
  func place(of offset: Int) -> Place {
    let (line, column) = position(of: offset)
    return Place(line: line, column: column)
  }
}
