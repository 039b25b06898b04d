import FAInvoice
import FAStructure
import Findings

/// Says what breaks the structure, in a shopkeeper's words.
struct SchemaFinding {
  let tables: CompiledStructure
  let tree: DocumentTree

  func finding(_ trouble: SchemaTrouble) -> Finding {
    switch trouble {
    case .unexpected(let node, let parent, let suggestion, let expected):
      unexpected(node, in: parent, suggestion: suggestion, expected: expected)
    case .excluded(let node, let other):
      finding(
        .unexpectedElement, at: node,
        Sentence(
          "\(name(node)) can't stand together with \(step(other)): the structure takes one or the other.",
          pl: "\(name(node)) nie może wystąpić razem z \(step(other)): struktura dopuszcza jedno albo drugie."))
    case .lateElement(let node, let next):
      finding(
        .elementOrder, at: node,
        Sentence(
          "\(name(node)) stands too late: it must come before \(step(next)).",
          pl: "\(name(node)) stoi za późno: musi wystąpić przed \(step(next))."))
    case .earlyElement(let node, let previous):
      finding(
        .elementOrder, at: node,
        Sentence(
          "\(name(node)) stands too early; before it must come: \(list(previous).english).",
          pl: "\(name(node)) stoi za wcześnie; przed nim musi wystąpić: \(list(previous).polish)."))
    case .tooMany(let node, let most): tooMany(node, most: most)
    case .missing(let node, let names):
      finding(
        .missingElement, at: node,
        Sentence(
          "Missing before \(name(node)): \(list(names).english).",
          pl: "Przed \(name(node)) brakuje: \(list(names).polish)."))
    case .missingAtEnd(let node, let names):
      finding(
        .missingElement, at: node,
        Sentence(
          "Missing in \(name(node)), at its end: \(list(names).english).",
          pl: "W \(name(node)), na końcu, brakuje: \(list(names).polish)."))
    case .text(let node):
      finding(
        .text, at: node,
        Sentence(
          "Text stands between the elements of \(name(node)), where only elements may stand.",
          pl: "Między elementami w \(name(node)) stoi tekst, a mogą tam być tylko elementy."))
    case .elementInValue(let node, let child):
      finding(
        .elementInValue, at: node,
        Sentence(
          "\(name(node)) holds a value, so no element may stand inside it, but \(name(child)) does.",
          pl: "\(name(node)) zawiera wartość, więc nie może w nim być elementów, a jest \(name(child))."))
    case .value(let node, let trouble, let type):
      ValueSentences(name: name(node), value: tree.element(at: node).text, trouble: trouble, type: type)
        .finding(at: place(node), source: source(type.nearestName))
    case .unexpectedAttribute(let node, let attribute):
      finding(
        .attribute, at: node,
        Sentence(
          "\(name(node)) has the attribute \(attribute.shown), which the structure doesn't know here.",
          pl: "\(name(node)) ma atrybut \(attribute.shown), którego struktura tu nie zna."))
    case .missingAttribute(let node, let declaration):
      finding(
        .attribute, at: node,
        Sentence(
          "\(name(node)) lacks the attribute \(declaration.name) (\(declaration.allowed.english)).",
          pl: "\(name(node)) nie ma atrybutu \(declaration.name) (\(declaration.allowed.polish))."))
    case .attributeValue(let node, let declaration, let value):
      finding(
        .attribute, at: node,
        Sentence(
          "The attribute \(declaration.name) of \(name(node)) is \"\(value.shown)\", but may only be: \(declaration.allowed.english).",
          pl:
            "Atrybut \(declaration.name) w \(name(node)) ma wartość „\(value.shown)”, a może mieć tylko: \(declaration.allowed.polish)."
        ))
    case .otherType(let node, let value):
      finding(
        .attribute, at: node,
        Sentence(
          "\(name(node)) says by xsi:type that it is \"\(value.shown)\", which isn't its type.",
          pl: "\(name(node)) podaje w xsi:type typ „\(value.shown)”, który nie jest jego typem."))
    }
  }

  private func unexpected(_ node: Int, in parent: Int, suggestion: Int?, expected: [Int]) -> Finding {
    let awaited =
      expected.isEmpty
      ? Sentence("", pl: "")
      : Sentence(
        " Expected here: \(list(expected).english).", pl: " Tu może wystąpić: \(list(expected).polish).")
    let sentence =
      if let suggestion {
        Sentence(
          "\(name(node)) isn't known in \(name(parent)); perhaps \(step(suggestion)) is meant.",
          pl: "Element \(name(node)) nie jest znany w \(name(parent)); być może chodzi o \(step(suggestion)).")
      } else {
        Sentence(
          "\(name(node)) can't stand in \(name(parent)).\(awaited.english)",
          pl: "\(name(node)) nie może wystąpić w \(name(parent)).\(awaited.polish)")
      }
    return finding(.unexpectedElement, at: node, sentence)
  }

  private func tooMany(_ node: Int, most: Int) -> Finding {
    finding(
      .tooMany, at: node,
      most == 1
        ? Sentence(
          "\(name(node)) stands here a second time, but may stand only once.",
          pl: "\(name(node)) występuje tu po raz drugi, a może tylko raz.")
        : Sentence(
          "\(name(node)) stands here more than \(most) times, the most that the structure takes.",
          pl: "\(name(node)) występuje tu więcej niż \(most) razy, a tyle najwyżej dopuszcza struktura."))
  }

  private func finding(_ meaning: CodeMeaning, at node: Int, _ sentence: Sentence) -> Finding {
    Finding(
      meaning.code, .refused, at: place(node), sentence, remedy: meaning.remedy,
      source: tables.structure.schema.rawValue)
  }

  private func source(_ type: String) -> String { "\(tables.structure.schema.rawValue), \(type)" }

  private func place(_ node: Int) -> Place { tree.place(of: tree.element(at: node)) }

  private func name(_ node: Int) -> String { tree.names[Int(tree.nodes[node].name)].shown }

  private func step(_ number: Int) -> String { tables.declarations[number].name }

  /// Alternatives: `NIP, KodUE or BrakID`, the first eight of them.
  private func list(_ steps: [Int]) -> Sentence {
    let names = steps.prefix(8).map(step)
    let rest = steps.count > 8 ? " …" : ""
    guard names.count > 1, let last = names.last else {
      return Sentence((names.first ?? "") + rest, pl: (names.first ?? "") + rest)
    }
    let head = names.dropLast().joined(separator: ", ")
    return Sentence("\(head) or \(last)\(rest)", pl: "\(head) lub \(last)\(rest)")
  }

  /// Elements that all are missing; each may be one of several.
  private func list(_ steps: [[Int]]) -> Sentence {
    let lists = steps.prefix(8).map { list($0) }
    let rest = steps.count > 8 ? " …" : ""
    return Sentence(
      lists.map(\.english).joined(separator: ", ") + rest, pl: lists.map(\.polish).joined(separator: ", ") + rest)
  }
}

extension AttributeDeclaration {
  /// The values that it may have.
  fileprivate var allowed: Sentence {
    if let fixed { return Sentence("\"\(fixed)\"", pl: "„\(fixed)”") }
    let values = type.values.joined(separator: ", ")
    return Sentence(values, pl: values)
  }
}

extension String {
  /// Words of a document, fit for a message: at most 60 characters, none that steers a terminal.
  var shown: String { printable(upTo: 60) }
}
