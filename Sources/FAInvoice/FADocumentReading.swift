public import Findings

extension FADocument {
  /// Reads an invoice from its file's exact bytes.
  ///
  /// Nothing outside the bytes is ever opened, no entity is ever expanded, and what KSeF would refuse as a file is
  /// refused here. Whether the elements obey their schema isn't judged.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is or will be sent to KSeF, at most `sizeLimit` bytes.
  ///   - fileName: what messages call the file.
  /// - Throws: an obstacle with one of the codes `file.…` (too large, empty), `invoice.…` (something else than an
  ///   invoice of FA(2), FA(3) or FA_RR(1)) or `xml.…` (a file that KSeF would refuse), with line and column.
  /// Source: verification-codes, "What KSeF refuses later".
  public static func read(_ bytes: [UInt8], fileName: String) throws(Obstacle) -> FADocument {
    do {
      return try readUnnamed(bytes, fileName: fileName)
    } catch {
      throw error.inFile(fileName)
    }
  }

  private static func readUnnamed(_ bytes: [UInt8], fileName: String) throws(Obstacle) -> FADocument {
    guard bytes.count <= sizeLimit else { throw .fileTooLarge(limit: sizeLimit) }
    try refuseOtherFormats(bytes)
    try XMLDeclaration.check(bytes)
    let check = ByteCheck(bytes)
    if let fault = check.fault { throw .byteFault(fault, check.lines) }

    let state = bytes.withUnsafeBytes { raw in
      SAXParser(raw)?.parse(into: TreeBuilder(byteCount: raw.count))
    }
    guard let state else { throw .shortOfMemory() }
    let place = check.lines.place(of: state.offset)
    if let refusal = state.tree.refusal {
      let markup = bytes[..<state.offset].lastIndex(of: UInt8(ascii: "<")) ?? state.offset
      throw .treeRefusal(refusal, at: check.lines.place(of: markup))
    }
    if let complaint = state.complaint { throw .malformed(complaint, at: place) }
    guard let schema = state.tree.schema else { throw .malformed(nil, at: place) }

    let document = FADocument(
      bytes: bytes, schema: schema, fileName: fileName, nodes: state.tree.nodes, names: state.tree.names,
      attributes: state.tree.attributes, characters: state.tree.characters, lines: check.lines)
    if check.hasCharacterReferences { try document.refuseDiscouragedCharacters() }
    return document
  }

  /// Looks at the text after references such as `&#127;` were resolved; the bytes themselves were checked before.
  private func refuseDiscouragedCharacters() throws(Obstacle) {
    for index in nodes.indices {
      let element = InvoiceElement(document: self, index: index)
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
