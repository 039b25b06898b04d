import CLibXML2

/// An XML document as libxml2's tree, which this object owns.
///
/// Parsed as the reader of invoices parses: no document type, no entity, no file, no network. `XML_PARSE_HUGE` stays
/// off: its limits (a depth of 256 elements, 10,000,000 bytes in one text or name) are no limits on the whole file's
/// size, and no structure of KSeF's comes near them.
final class ParsedXML {
  /// Why the bytes aren't such a document.
  enum Fault: Error {
    case documentType
    /// Not well-formed: libxml2's message, and the line.
    case malformed(message: String, line: Int)
    /// More than 64 KiB in one stretch without markup.
    case longStretch
  }

  let document: xmlDocPtr
  let root: xmlNodePtr

  /// - Parameter ignoresDeclaredEncoding: where the bytes are known to be UTF-8 whatever they declare.
  init(_ bytes: [UInt8], ignoresDeclaredEncoding: Bool = false) throws(Fault) {
    guard !ParsedXML.hasLongStretch(bytes) else { throw .longStretch }
    guard let context = xmlNewParserCtxt() else { throw .malformed(message: "out of memory", line: 0) }
    defer { xmlFreeParserCtxt(context) }
    // Stopped before the first declaration is read, so that no entity is ever known.
    context.pointee.sax.pointee.internalSubset = { address, _, _, _ in
      guard let context = address?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      context.pointee._private?.assumingMemoryBound(to: Bool.self).pointee = true
      xmlStopParser(context)
    }
    // XML_PARSE_COMPACT would lie where XML_PARSE_BIG_LINES keeps the numbers of lines above 65,535.
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    options |= XML_PARSE_BIG_LINES.rawValue
    if ignoresDeclaredEncoding { options |= XML_PARSE_IGNORE_ENC.rawValue }
    var hasDocumentType = false
    let document = withUnsafeMutablePointer(to: &hasDocumentType) { flag in
      context.pointee._private = UnsafeMutableRawPointer(flag)
      defer { context.pointee._private = nil }
      return bytes.withUnsafeBytes { raw in
        ServedFiles.only([:]) {
          xmlCtxtReadMemory(
            context, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), nil, nil, Int32(options))
        }
      }
    }
    guard !hasDocumentType, let document, let root = xmlDocGetRootElement(document) else {
      xmlFreeDoc(document)
      if hasDocumentType { throw .documentType }
      let error = context.pointee.lastError
      throw .malformed(
        message: error.message.map { String(cString: $0) } ?? "no root element", line: Int(error.line))
    }
    self.document = document
    self.root = root
  }

  deinit { xmlFreeDoc(document) }

  /// Whether one tag or text is so long that libxml2's search for repeated attributes, which takes time by the square
  /// of their number, could be kept busy by it.
  private static func hasLongStretch(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var last = 0
      for offset in bytes.indices where bytes[offset] == UInt8(ascii: "<") {
        if offset - last > 65_536 { return true }
        last = offset
      }
      return bytes.count - last > 65_536
    }
  }
}

extension UnsafeMutablePointer<xmlNode> {
  /// The name without its prefix.
  var localName: String { pointee.name.map { String(cString: $0) } ?? "" }

  /// The URI of the name's namespace, nil for none.
  var namespace: String? { pointee.ns?.pointee.href.map { String(cString: $0) } }

  var isElement: Bool { pointee.type == XML_ELEMENT_NODE }

  /// The elements directly inside.
  var elements: [xmlNodePtr] {
    Array(sequence(first: pointee.children) { $0?.pointee.next }.lazy.compactMap { $0 }.filter(\.isElement))
  }

  /// The value of an attribute without a namespace, nil where there is none.
  func value(of attribute: String) -> String? {
    var next = pointee.properties
    while let property = next {
      if property.pointee.ns == nil, let name = property.pointee.name, String(cString: name) == attribute {
        let texts = sequence(first: property.pointee.children) { $0?.pointee.next }.compactMap { $0?.pointee.content }
        return texts.map { String(cString: $0) }.joined()
      }
      next = property.pointee.next
    }
    return nil
  }
}
