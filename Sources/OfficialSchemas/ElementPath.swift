import CLibXML2

/// The way from the root to an element, written as `InvoiceElement.path` writes it: `/Faktura/Fa/FaWiersz[2]/P_7`.
struct ElementPath {
  let text: String
  /// The element's own name.
  let name: String

  /// - Parameter node: an element, or an attribute of it.
  init(_ node: xmlNodePtr) {
    var steps: [String] = []
    var next: xmlNodePtr? = node.isElement ? node : node.pointee.parent
    name = next.map(ElementPath.name) ?? ""
    while let element = next, element.isElement {
      steps.append(ElementPath.step(element))
      next = element.pointee.parent
    }
    text = "/" + steps.reversed().joined(separator: "/")
  }

  /// The name, `{namespace}name` where its namespace isn't the root's; shortened, since a hostile one can be long.
  private static func name(_ element: xmlNodePtr) -> String {
    let namespace = element.namespace
    if let document = element.pointee.doc, namespace == xmlDocGetRootElement(document)?.namespace {
      return element.localName.brief
    }
    return "{\((namespace ?? "").brief)}\(element.localName.brief)"
  }

  /// The name, with its place among siblings of the same name where there are several.
  private static func step(_ element: xmlNodePtr) -> String {
    func alike(_ sibling: xmlNodePtr) -> Bool {
      // Names of one document are compared by address: libxml2 keeps each once, in the parser's dictionary.
      sibling.isElement && sibling.pointee.name == element.pointee.name
        && sibling.pointee.ns?.pointee.href == element.pointee.ns?.pointee.href
    }
    let before = sequence(first: element) { $0.pointee.prev }.dropFirst().count(where: alike)
    let after = sequence(first: element) { $0.pointee.next }.dropFirst().count(where: alike)
    return before + after == 0 ? name(element) : "\(name(element))[\(before + 1)]"
  }
}
