import FAInvoice
import Findings

/// Which elements of a document have been said, so that nothing is left out unseen.
///
/// One for each presentation being made; the views mark what they take, and `Remainder` lists the rest.
final class Reading {
  let tree: DocumentTree
  fileprivate(set) var findings: [Finding] = []
  private var taken: [Bool]
  private var attributesTaken: Set<Int> = []
  private var attributesSaid: Set<SaidAttribute> = []
  private var reported: Set<Int> = []

  init(_ tree: DocumentTree) {
    self.tree = tree
    taken = Array(repeating: false, count: tree.elementCount)
  }

  func mark(_ element: InvoiceElement) { taken[element.ordinal] = true }

  func isTaken(_ element: InvoiceElement) -> Bool { taken[element.ordinal] }

  func markAttributes(_ element: InvoiceElement) { attributesTaken.insert(element.ordinal) }

  /// The value of an attribute, which then has been said.
  func take(attribute name: String, of element: InvoiceElement) -> String? {
    guard let attribute = element.attributes.first(where: { $0.name == name }) else { return nil }
    attributesSaid.insert(SaidAttribute(element: element.ordinal, name: name))
    return attribute.value
  }

  func isSaid(_ attribute: Attribute, of element: InvoiceElement) -> Bool {
    attributesSaid.contains(SaidAttribute(element: element.ordinal, name: attribute.name))
  }

  private struct SaidAttribute: Hashable {
    let element: Int
    let name: String
  }

  func attributesAreTaken(_ element: InvoiceElement) -> Bool { attributesTaken.contains(element.ordinal) }

  /// A code whose meaning isn't known is printed as it stands, and reported; the first hundred are, since finding the
  /// way to each of ten thousand takes long and helps nobody.
  func reportUnknownCode(_ value: String, at element: InvoiceElement) {
    guard findings.count < 100, reported.insert(element.ordinal).inserted else { return }
    findings.append(
      Finding(
        "presentation.unknown-code", .warning, at: tree.place(of: element),
        Sentence(
          "The meaning of “\(value.quotedBriefly)” in \(element.name) isn't known; it is printed as it stands.",
          pl:
            "Znaczenie wartości „\(value.quotedBriefly)” w \(element.name) nie jest znane; drukuje się ją tak, jak ją zapisano."
        ),
        remedy: Sentence(
          "Check the value against the schema of the invoice.", pl: "Sprawdź tę wartość w schemacie faktury.")))
  }
}

extension Reading {
  /// Says why there is no payment code although one was asked for.
  func report(_ objection: TransferObjection, at element: InvoiceElement) {
    findings.append(
      Finding("payment.code-left-out", .info, at: tree.place(of: element), objection.sentence))
  }
}

/// An element that holds elements, its children found by name; what is taken from it is marked in the reading.
struct Group {
  let element: InvoiceElement
  let reading: Reading
  private let runs: [Run]

  /// Neighbours of one name: a look-up passes over ten thousand lines in one step.
  private struct Run {
    let name: String
    let first: InvoiceElement
  }

  init(_ element: InvoiceElement, in reading: Reading) {
    self.element = element
    self.reading = reading
    var runs: [Run] = []
    for child in element.children {
      let name = child.name
      if runs.last?.name != name { runs.append(Run(name: name, first: child)) }
    }
    self.runs = runs
  }

  /// The first child of this name, not marked.
  func child(_ name: String) -> InvoiceElement? {
    for run in runs where run.name == name { return run.first }
    return nil
  }

  func has(_ name: String) -> Bool { child(name) != nil }

  /// All children of this name, not marked.
  func children(_ name: String) -> [InvoiceElement] {
    has(name) ? element.all(name) : []
  }

  /// The text of the first child of this name; nil where there is none, or where it says nothing.
  ///
  /// A child that holds elements isn't a text: it stays for the remainder.
  func take(_ name: String) -> String? {
    guard let child = child(name), child.isLeaf else { return nil }
    reading.mark(child)
    let text = singleLine(child.text)
    return text.isEmpty ? nil : text
  }

  /// The texts of all children of this name, empty ones too, in document order.
  func takeAll(_ name: String) -> [String] {
    children(name).filter(\.isLeaf).map { child in
      reading.mark(child)
      return singleLine(child.text)
    }
  }

  /// As `take`, with the line feeds inside kept.
  func takeParagraph(_ name: String) -> String? {
    guard let child = child(name), child.isLeaf else { return nil }
    reading.mark(child)
    let text = trimmed(child.text)
    return text.isEmpty ? nil : text
  }

  /// The texts of all children of this name that say something, with the line feeds inside kept.
  func takeParagraphs(_ name: String) -> [String] {
    children(name).filter(\.isLeaf).compactMap { child in
      reading.mark(child)
      let text = trimmed(child.text)
      return text.isEmpty ? nil : text
    }
  }

  /// The first child of this name as a group.
  func group(_ name: String) -> Group? {
    child(name).map { Group($0, in: reading) }
  }

  /// All children of this name as groups.
  func groups(_ name: String) -> [Group] {
    children(name).map { Group($0, in: reading) }
  }

  /// Whether a marker says yes (1); a no (2) is taken and needs no words, anything else stays for the remainder.
  func flag(_ name: String) -> Bool { code(name, among: ["1", "2"]) == "1" }

  /// Takes one of the codes that are known; any other stays for the remainder, and is reported.
  func code(_ name: String, among known: [String]) -> String? {
    guard let child = child(name), child.isLeaf else { return nil }
    let text = trimmed(child.text)
    guard known.contains(text) || text.isEmpty else {
      reading.reportUnknownCode(text, at: child)
      return nil
    }
    reading.mark(child)
    return text.isEmpty ? nil : text
  }

  /// Takes a marker that only denies (`P_19N`) or repeats what another element says (`NrKSeF`).
  func skip(_ names: String...) {
    for name in names {
      guard let child = child(name), child.isLeaf, trimmed(child.text) == "1" else { continue }
      reading.mark(child)
    }
  }
}
