import FAInvoice

/// Says which namespace a prefix stands for at an element, out of the file's own bytes: the tree keeps no prefixes, and
/// only `xsi:type` has them in a value.
struct NamespaceLookup {
  private let tree: DocumentTree
  /// What each element that was looked at declares: its bytes are read once, however many elements ask.
  private var declarations: [Int: [String: String]]?

  init(_ tree: DocumentTree) { self.tree = tree }

  /// `prefix:name` or `name`; nil for anything else.
  static func split(_ name: String) -> (prefix: String, local: String)? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let local = parts.last, !local.isEmpty, parts.count == 1 || !parts[0].isEmpty else {
      return nil
    }
    return (parts.count == 2 ? String(parts[0]) : "", String(local))
  }

  /// The namespace of a prefix (empty for names without one); nil where nothing declares it.
  mutating func namespace(of prefix: String, at node: Int) -> String? {
    var node = node
    while node >= 0 {
      if let namespace = declared(at: node)[prefix] { return namespace.isEmpty ? nil : namespace }
      node = Int(tree.nodes[node].parent)
    }
    return nil
  }

  private mutating func declared(at node: Int) -> [String: String] {
    if let known = declarations?[node] { return known }
    let end = Int(tree.nodes[node].tagEnd)
    let start = tree.bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
    let found = NamespaceLookup.declarations(in: tree.bytes[start..<end])
    declarations = declarations ?? [:]
    declarations?[node] = found
    return found
  }

  /// The attributes `xmlns="…"` and `xmlns:prefix="…"` of a start tag that is known to be well formed.
  private static func declarations(in tag: ArraySlice<UInt8>) -> [String: String] {
    var found: [String: String] = [:]
    var rest = tag.drop { $0 > 0x20 }
    while true {
      rest = rest.drop { $0 <= 0x20 }
      let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") }
      rest = rest.dropFirst(name.count).drop { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
      guard !name.isEmpty, let quote = rest.popFirst() else { return found }
      let value = rest.prefix { $0 != quote }
      rest = rest.dropFirst(value.count + 1)
      let key = String(decoding: name, as: UTF8.self)
      if key == "xmlns" {
        found[""] = String(decoding: value, as: UTF8.self)
      } else if key.hasPrefix("xmlns:") {
        found[String(key.dropFirst(6))] = String(decoding: value, as: UTF8.self)
      }
    }
  }
}
