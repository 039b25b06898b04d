import FAInvoice
import FAStructure
import Testing

@Test("Every structure begins with the element Faktura and its header", arguments: FASchema.allCases)
func beginsWithHeader(_ schema: FASchema) throws {
  let structure = Structure(of: schema)
  #expect(structure.root.name == "Faktura")
  guard case .group(let invoice) = structure.root.content, case .element(let header) = try #require(invoice.parts.first)
  else {
    Issue.record("the invoice isn't a group that begins with an element")
    return
  }
  #expect(header.name == "Naglowek")
  #expect(header.occurrence == 1...1)
}

@Test("A structure is described in the namespace in force where no other is asked for")
func namespaceInForce() {
  #expect(Structure(of: .faRR1).namespace == "http://crd.gov.pl/wzor/2026/03/06/14189/")
}

@Test("The two publications of FA_RR(1) differ in what the header says of its form")
func formOfFARR() throws {
  let forms = try FASchema.faRR1.namespaces.map { namespace in
    try #require(Structure(of: .faRR1, namespace: namespace).element("Naglowek", "KodFormularza")).attributes.map(
      \.fixed)
  }
  #expect(forms == [["FA_RR (1)", "1-1E"], ["FA_RR(1)", "1-0E"]])
}

@Test("A type tells the values of the type that it narrows")
func valuesOfChain() throws {
  let kind = try #require(Structure(of: .fa3).element("Fa", "RodzajFaktury"))
  guard case .value(let type) = kind.content else {
    Issue.record("RodzajFaktury isn't a value")
    return
  }
  #expect(type.values == ["VAT", "KOR", "ZAL", "ROZ", "UPR", "KOR_ZAL", "KOR_ROZ"])
  #expect(type.chain.map(\.name) == ["TRodzajFaktury", "TZnakowy"])
  #expect(type.builtIn == .token)
}

@Test("No name has two places in one group", arguments: FASchema.allCases)
func namesAreUnique(_ schema: FASchema) {
  var waiting = [Structure(of: schema).root]
  while let element = waiting.popLast() {
    guard case .group(let group) = element.content else { continue }
    let elements = group.parts.flatMap(\.elements)
    #expect(Set(elements.map(\.name)).count == elements.count, "\(element.name)")
    waiting += elements
  }
}

extension Structure {
  /// The element at the end of a path of names.
  func element(_ path: String...) -> ElementDeclaration? {
    var element = root
    for name in path {
      guard case .group(let group) = element.content,
        let next = group.parts.lazy.flatMap(\.elements).first(where: { $0.name == name })
      else { return nil }
      element = next
    }
    return element
  }
}

extension Group.Part {
  /// The elements of a part, in order.
  var elements: [ElementDeclaration] {
    switch self {
    case .element(let element): [element]
    case .sequence(let parts, _), .choice(let parts, _): parts.flatMap(\.elements)
    }
  }
}
