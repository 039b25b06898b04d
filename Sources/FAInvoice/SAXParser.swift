import CLibXML2

/// One run of libxml2's SAX2 parser over bytes in memory: no document type, no entity, no file, no network.
final class SAXParser {
  /// The first thing libxml2 objects to.
  struct Complaint {
    let code: Int
    let message: String
    /// The names that the message is about, where it names any.
    let names: [String]
    let otherLine: Int
  }

  /// What the callbacks write into; they get its address.
  struct State {
    var tree: TreeBuilder
    var complaint: Complaint?
    /// Where the first refusal or complaint was found.
    var offset = 0
    /// The first processing instructions, and where the target of each ends: what follows it may hold a `<`.
    var instructions: [(target: String, targetEnd: Int)] = []
    /// Where the parsed bytes begin in the file.
    let start: Int
    let context: xmlParserCtxtPtr
  }

  private let context: xmlParserCtxtPtr

  /// Nil where memory is short.
  init?(_ bytes: UnsafeRawBufferPointer) {
    _ = libraryIsReady
    guard let start = bytes.baseAddress,
      let context = xmlCreateMemoryParserCtxt(start.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    else { return nil }
    self.context = context
    // The encoding is checked before; libxml2 must not act on what the file declares.
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
    context.pointee.sax.pointee = handlers()
  }

  deinit {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  /// Parses everything, or up to the first refusal.
  ///
  /// - Parameter start: where the bytes begin in the file.
  func parse(into tree: TreeBuilder, start: Int) -> State {
    var state = State(tree: tree, start: start, context: context)
    withUnsafeMutablePointer(to: &state) { address in
      context.pointee.userData = UnsafeMutableRawPointer(address)
      xmlParseDocument(context)
      context.pointee.userData = nil
    }
    return state
  }
}

/// libxml2's one-time set-up, which isn't safe to run twice at once.
private let libraryIsReady: Void = xmlInitParser()

extension SAXParser.State {
  /// The offset at which the parser stands.
  fileprivate var currentOffset: Int {
    guard let input = context.pointee.input else { return 0 }
    return start + Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// Whether a start tag ends here; the parser's buffer ends with a zero.
  fileprivate var standsAtTagEnd: Bool {
    let byte = context.pointee.input?.pointee.cur.pointee
    return byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  /// Refuses a file that fills the parser's dictionary with names.
  fileprivate mutating func countNames() {
    if Int(xmlDictSize(context.pointee.dict)) > TreeBuilder.nameLimit { tree.refuse(.tooManyNames) }
    if xmlDictGetUsage(context.pointee.dict) > TreeBuilder.nameSizeLimit { tree.refuse(.tooLongNames) }
  }

  /// Stops the parser where the last event was refused.
  fileprivate mutating func stopIfRefused() {
    guard tree.refusal != nil else { return }
    offset = currentOffset
    xmlStopParser(context)
  }
}

private typealias StateAddress = UnsafeMutablePointer<SAXParser.State>

private func state(_ address: UnsafeMutableRawPointer?) -> StateAddress? {
  address?.assumingMemoryBound(to: SAXParser.State.self)
}

/// The state while nothing is wrong yet: what comes after a complaint or refusal says nothing about the invoice.
private func soundState(_ address: UnsafeMutableRawPointer?) -> StateAddress? {
  guard let state = state(address), state.pointee.complaint == nil, state.pointee.tree.refusal == nil else {
    return nil
  }
  return state
}

/// The events we hear. Entities have no handler, so none is ever known.
private func handlers() -> xmlSAXHandler {
  var handler = xmlSAXHandler()
  handler.initialized = UInt32(XML_SAX2_MAGIC)
  handler.startElementNs = { address, name, _, namespace, namespaceCount, _, attributeCount, _, attributes in
    // A tag that the end of the file cuts short is announced too, before the complaint about it.
    guard let state = soundState(address), let name, state.pointee.standsAtTagEnd else { return }
    state.pointee.countNames()
    state.pointee.tree.start(
      name, namespace: namespace, newNamespaces: Int(namespaceCount), attributes: attributes,
      attributeCount: Int(attributeCount), tagEnd: state.pointee.currentOffset)
    state.pointee.stopIfRefused()
  }
  handler.endElementNs = { address, _, _, _ in
    soundState(address)?.pointee.tree.end()
  }
  handler.characters = { address, text, count in
    guard let state = soundState(address) else { return }
    state.pointee.tree.text(UnsafeBufferPointer(start: text, count: Int(count)))
    state.pointee.stopIfRefused()
  }
  handler.cdataBlock = { address, text, count in
    guard let state = soundState(address) else { return }
    state.pointee.tree.text(UnsafeBufferPointer(start: text, count: Int(count)), isSection: true)
    state.pointee.stopIfRefused()
  }
  // The same function as for text, or libxml2 would guess which white space is layout.
  handler.ignorableWhitespace = handler.characters
  handler.processingInstruction = { address, target, data in
    guard let state = soundState(address) else { return }
    state.pointee.countNames()
    state.pointee.stopIfRefused()
    guard state.pointee.instructions.count < FileFindings.limit else { return }
    let name = target.map { String(cString: $0) } ?? ""
    let end = state.pointee.currentOffset - "?>".utf8.count - Int(xmlStrlen(data))
    state.pointee.instructions.append((name, end))
  }
  handler.internalSubset = { address, _, _, _ in
    guard let state = state(address) else { return }
    state.pointee.tree.refuse(.documentType)
    state.pointee.stopIfRefused()
  }
  handler.serror = { address, error in
    guard let state = soundState(address), let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else {
      return
    }
    state.pointee.offset = state.pointee.currentOffset
    state.pointee.complaint = SAXParser.Complaint(error.pointee)
    // One complaint is enough; a file can hold millions. xmlStopParser would free the buffer that the complaining
    // function still reads, so the parser is told what its own shortage of memory tells it.
    state.pointee.context.pointee.instate = XML_PARSER_EOF
    state.pointee.context.pointee.disableSAX = 1
  }
  return handler
}

extension SAXParser.Complaint {
  fileprivate init(_ error: xmlError) {
    code = Int(error.code)
    // It ends in a line feed.
    message = error.message.map { String(cString: $0).split(whereSeparator: \.isNewline).joined(separator: " ") } ?? ""
    names = [error.str1, error.str2, error.str3].map { $0.map { String(cString: $0) } ?? "" }
    otherLine = Int(error.int1)
  }
}
