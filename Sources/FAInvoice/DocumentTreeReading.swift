import Findings

/// What a document's root element says it is.
enum RecognisedRoot {
  case invoice(FASchema)
  case receipt(ReceiptSchema)
}

extension DocumentTree {
  /// Reads a document from its file's exact bytes, at most `sizeLimit`.
  ///
  /// - Parameter acceptsReceipts: whether a UPO is read too. What would only be a finding in an invoice is refused in a
  ///   UPO: it comes from KSeF, and nobody would judge it later.
  static func read(
    _ bytes: [UInt8], fileName: String, acceptsReceipts: Bool
  ) throws(Obstacle) -> (tree: DocumentTree, root: RecognisedRoot) {
    do throws(Obstacle) {
      let read = try readUnnamed(bytes, fileName: fileName, acceptsReceipts: acceptsReceipts)
      if case .receipt = read.root, let fault = read.tree.fileFindings.first { throw Obstacle(fault) }
      return read
    } catch {
      throw error.inFile(fileName)
    }
  }

  private static func readUnnamed(
    _ bytes: [UInt8], fileName: String, acceptsReceipts: Bool
  ) throws(Obstacle) -> (tree: DocumentTree, root: RecognisedRoot) {
    guard bytes.count <= sizeLimit else { throw .fileTooLarge(limit: sizeLimit) }
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    try refuseOtherFormats(bytes[start...])
    try XMLDeclaration.check(bytes[start...])
    let check = ByteCheck(bytes)
    if let fault = check.fault { throw .byteFault(fault, check.lines) }

    let state = bytes.withUnsafeBytes { raw in
      let markup = UnsafeRawBufferPointer(rebasing: raw[start...])
      let builder = TreeBuilder(byteCount: markup.count, acceptsReceipts: acceptsReceipts)
      return SAXParser(markup)?.parse(into: builder, start: start)
    }
    guard let state else { throw .shortOfMemory() }
    func markup(before end: Int) -> Place {
      check.lines.place(of: bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end)
    }
    if let refusal = state.tree.refusal { throw .treeRefusal(refusal, at: markup(before: state.offset)) }
    let place = check.lines.place(of: state.offset)
    if let complaint = state.complaint { throw .malformed(complaint, at: place) }
    guard let root = state.tree.root else { throw .malformed(nil, at: place) }

    var findings = start > 0 ? [FileFindings.byteOrderMark()] : []
    findings += state.instructions.map {
      FileFindings.processingInstruction($0.target, at: markup(before: $0.targetEnd))
    }
    findings += check.discouraged.map {
      FileFindings.discouragedCharacter($0.scalar, at: check.lines.place(of: $0.offset))
    }
    let tree = DocumentTree(
      bytes: bytes, fileName: fileName, built: state.tree, lines: check.lines, findingsInBytes: findings,
      mayHideCharacters: check.hasCharacterReferences)
    return (tree, root)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension Obstacle {
  /// A finding that stops the work.
  init(_ finding: Finding) {
    self.init(finding.code, at: finding.place, finding.sentence, remedy: finding.remedy ?? Remedies.export)
  }
}

extension LineTable {
  func place(of offset: Int) -> Place {
    let (line, column) = position(of: offset)
    return Place(line: line, column: column)
  }
}
