import FAInvoice
import InvoiceTemplate

/// What no view has said, by the names of the elements: the promise that nothing is lost.
extension Presenter {
  func remainderBlocks() -> [Block] {
    var fields: [Field] = []
    collect(root.element, path: [], into: &fields)
    return fields.isEmpty ? [] : [.list(fields)]
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
      // Building a path for each of a hundred thousand elements is the one costly thing here; most need none.
      guard !child.isLeaf || !reading.isTaken(child) || !reading.attributesAreTaken(child) else { continue }
      let repeats = position > 1 || upcoming?.name == name
      let step = repeats ? "\(name)[\(position)]" : name
      if !reading.isTaken(child) {
        let text = trimmed(child.text)
        if !text.isEmpty { fields.append(Field(Label((path + [step]).joined(separator: "/")), text)) }
      }
      if !reading.attributesAreTaken(child) {
        for attribute in child.attributes where !Presenter.schemaAttributes.contains(attribute.name) {
          fields.append(Field(Label((path + ["\(step)/@\(attribute.name)"]).joined(separator: "/")), attribute.value))
        }
      }
      if !child.isLeaf { collect(child, path: path + [step], into: &fields) }
    }
  }

  /// Attributes that tell an XML reader about the schema and say nothing of the sale.
  private static let schemaAttributes: Set<String> = ["schemaLocation", "noNamespaceSchemaLocation", "nil", "type"]
}
