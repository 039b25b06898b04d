import FAInvoice
import InvoiceTemplate

/// What no view has said, by the names of the elements: the promise that nothing is lost.
extension Presenter {
  func remainderBlocks() -> [Block] {
    let fields = reading.remainder(of: root.element)
    return fields.isEmpty ? [] : [.list(fields)]
  }
}

extension Reading {
  /// Every attribute of an element, and every leaf and attribute under it, that hasn't been taken, by its way from there.
  func remainder(of root: InvoiceElement) -> [Field] {
    var fields = attributesLeft(of: root).map { Field(Label("@\($0.name)"), $0.value) }
    collect(root, path: [], into: &fields)
    return fields
  }

  private func collect(_ element: InvoiceElement, path: [String], into fields: inout [Field]) {
    var previous = ""
    var position = 0
    var children = element.children.makeIterator()
    var upcoming = children.next()
    while let child = upcoming {
      upcoming = children.next()
      let name = child.name
      position = name == previous ? position + 1 : 1
      previous = name
      let text = isTaken(child) ? "" : trimmed(child.text)
      let attributes = attributesLeft(of: child)
      // A path is built only where it is printed or descended into: most leaves have been said.
      guard !child.isLeaf || !text.isEmpty || !attributes.isEmpty else { continue }
      let repeats = position > 1 || upcoming?.name == name
      let step = repeats ? "\(name)[\(position)]" : name
      if !text.isEmpty { fields.append(Field(Label((path + [step]).joined(separator: "/")), text)) }
      for attribute in attributes {
        fields.append(Field(Label((path + ["\(step)/@\(attribute.name)"]).joined(separator: "/")), attribute.value))
      }
      if !child.isLeaf { collect(child, path: path + [step], into: &fields) }
    }
  }

  private func attributesLeft(of element: InvoiceElement) -> [Attribute] {
    guard !attributesAreTaken(element) else { return [] }
    return element.attributes.filter { !Reading.schemaAttributes.contains($0.name) && !isSaid($0, of: element) }
  }

  /// Attributes that tell an XML reader about the schema and say nothing of the sale.
  private static let schemaAttributes: Set<String> = Set(
    ["schemaLocation", "noNamespaceSchemaLocation", "nil", "type"].map {
      "{http://www.w3.org/2001/XMLSchema-instance}\($0)"
    })
}
