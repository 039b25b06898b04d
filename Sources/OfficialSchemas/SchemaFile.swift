import CLibXML2

/// One XML Schema file of the user's folder, read and found harmless.
struct SchemaFile: Sendable {
  /// How one schema file calls for another.
  struct Reference: Sendable {
    /// True for `import`, which names another namespace; false for `include` and `redefine`, which stay in their own.
    let isImport: Bool
    /// The namespace that an import names, nil for none.
    let namespace: String?
    /// Where the other file is said to be: an address, a path or nothing.
    let location: String?

    /// The last component of the location, which is all that is ever used of it.
    var fileName: String? { location?.split(separator: "/").last.map(String.init) }
  }

  /// Why a file with the ending `.xsd` is passed over.
  enum Fault: Error {
    case xml(ParsedXML.Fault)
    case otherRoot(String)
  }

  static let schemaNamespace = "http://www.w3.org/2001/XMLSchema"

  /// The path as the user gave it, with the way inside the folder.
  let path: String
  let bytes: [UInt8]
  let targetNamespace: String?
  let references: [Reference]
  /// The values that the file fixes for an attribute `wersjaSchemy`.
  let versions: Set<String>

  init(path: String, bytes: [UInt8]) throws(Fault) {
    let xml: ParsedXML
    do { xml = try ParsedXML(bytes) } catch { throw .xml(error) }
    guard xml.root.localName == "schema", xml.root.namespace == SchemaFile.schemaNamespace else {
      throw .otherRoot(xml.root.localName)
    }
    self.path = path
    self.bytes = bytes
    targetNamespace = xml.root.value(of: "targetNamespace")
    references = xml.root.elements.filter(\.refersToSchema).map { element in
      Reference(
        isImport: element.localName == "import", namespace: element.value(of: "namespace"),
        location: element.value(of: "schemaLocation"))
    }
    versions = SchemaFile.versions(in: xml.root)
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  var folder: Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }

  /// The schema's text with the location of each reference replaced, or taken away where `locations` says nil.
  ///
  /// Only the root element is written, in UTF-8: whatever else the file holds, libxml2 never compiles it.
  ///
  /// - Parameter locations: one for each of `references`, in their order.
  func text(withLocations locations: [String?]) throws(ParsedXML.Fault) -> [UInt8] {
    let xml = try ParsedXML(bytes)
    for (element, location) in zip(xml.root.elements.filter(\.refersToSchema), locations) {
      xmlUnsetProp(element, "schemaLocation")
      if let location { xmlNewProp(element, "schemaLocation", location) }
    }
    guard let buffer = xmlBufferCreate() else { throw .malformed(message: "out of memory", line: 0) }
    defer { xmlBufferFree(buffer) }
    xmlNodeDump(buffer, xml.document, xml.root, 0, 0)
    return Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
  }

  /// Walks the elements in document order, without recursion.
  private static func versions(in root: xmlNodePtr) -> Set<String> {
    var found: Set<String> = []
    var open = [root]
    while let element = open.popLast() {
      if element.isOfXMLSchema, element.localName == "attribute", element.value(of: "name") == "wersjaSchemy",
        let fixed = element.value(of: "fixed")
      {
        found.insert(fixed)
      }
      open += element.elements
    }
    return found
  }
}

extension UnsafeMutablePointer<xmlNode> {
  fileprivate var isOfXMLSchema: Bool { namespace == SchemaFile.schemaNamespace }

  /// Whether the element makes libxml2 read another schema file.
  fileprivate var refersToSchema: Bool {
    isOfXMLSchema && ["import", "include", "redefine"].contains(localName)
  }
}
