import Findings

extension Obstacle {
  static func treeRefusal(_ refusal: TreeBuilder.Refusal, at place: Place) -> Obstacle {
    switch refusal {
    case .documentType:
      Obstacle(
        "xml.document-type", at: place,
        Sentence(
          "The file has a document type declaration (<!DOCTYPE …>).",
          pl: "Plik zawiera deklarację typu dokumentu (<!DOCTYPE …>)."),
        remedy: Remedies.correct)
    case .root(let name, let namespace, let acceptsReceipts):
      otherRoot(name: name, namespace: namespace, acceptsReceipts: acceptsReceipts, at: place)
    case .foreignNamespace(let name, let namespace):
      Obstacle(
        "xml.foreign-element", at: place,
        Sentence(
          "The element \(name.quotedBriefly) isn't in the document's namespace but in \(namespace.orNone.english).",
          pl:
            "Element \(name.quotedBriefly) nie należy do przestrzeni nazw dokumentu, lecz do: \(namespace.orNone.polish)."
        ),
        remedy: Remedies.correct)
    case .mixedContent:
      Obstacle(
        "xml.mixed-content", at: place,
        Sentence(
          "Text stands between elements, where none may be.",
          pl: "Między elementami stoi tekst, a nie powinno go tam być."),
        remedy: Remedies.correct)
    case .tooDeep:
      tooMuch("xml.too-deep", "elements within elements", "elementów w elementach", TreeBuilder.depthLimit, place)
    case .tooManyElements:
      tooMuch("xml.too-many-elements", "elements", "elementów", TreeBuilder.elementLimit, place)
    case .tooManyAttributes:
      tooMuch("xml.too-many-attributes", "attributes", "atrybutów", TreeBuilder.attributeLimit, place)
    case .tooManyAttributesInAll:
      tooMuch("xml.too-many-attributes", "attributes", "atrybutów", TreeBuilder.attributeLimitInAll, place)
    case .tooManyNames:
      tooMuch("xml.too-many-names", "different names", "różnych nazw", TreeBuilder.nameLimit, place)
    case .tooLongNames: namesTooLong(at: place)
    case .tooManyNamespaces:
      tooMuch("xml.too-many-namespaces", "namespaces", "przestrzeni nazw", TreeBuilder.namespaceLimit, place)
    }
  }

  static func namesTooLong(at place: Place) -> Obstacle {
    Obstacle(
      "xml.too-many-names", at: place,
      Sentence(
        "The names of elements and attributes are too long: together more than 10,000,000 bytes.",
        pl: "Nazwy elementów i atrybutów są za długie: razem mają ponad 10 000 000 bajtów."),
      remedy: Remedies.export)
  }

  private static func tooMuch(
    _ code: String, _ english: String, _ polish: String, _ limit: Int, _ place: Place
  ) -> Obstacle {
    Obstacle(
      code, at: place,
      Sentence(
        "There are more than \(limit) \(english) here, which no document of KSeF has.",
        pl: "Jest tu więcej niż \(limit) \(polish), a tylu nie ma żaden dokument KSeF."),
      remedy: Remedies.export)
  }

  /// What a document is whose root isn't the `Faktura` of a structure that we read.
  private static func otherRoot(
    name: String, namespace: String, acceptsReceipts: Bool, at place: Place
  ) -> Obstacle {
    let known = FASchema.allCases.map(\.rawValue).joined(separator: ", ")
    let only = Sentence("Supported are \(known).", pl: "Obsługiwane są \(known).")
    func refusal(_ code: String, _ english: String, _ polish: String, remedy: Sentence = only) -> Obstacle {
      Obstacle(code, at: place, Sentence(english, pl: polish), remedy: remedy)
    }
    let root = name.quotedBriefly
    let uri = namespace.quotedBriefly
    if FASchema.allCases.contains(where: { $0.namespaces.contains(namespace) }) {
      return refusal(
        "invoice.other-root", "The document's element is \(root), not Faktura.",
        "Elementem dokumentu jest \(root), a nie Faktura.", remedy: Remedies.export)
    }
    if acceptsReceipts, namespace.hasPrefix(ReceiptSchema.namespacePrefix) {
      let version = String(namespace.dropFirst(ReceiptSchema.namespacePrefix.count)).quotedBriefly
      return refusal(
        "receipt.other-structure", "This UPO has the structure \(version), which isn't printed.",
        "To UPO ma strukturę \(version), która nie jest drukowana.",
        remedy: Sentence(
          "Supported are UPO v4-2 and v4-3.", pl: "Obsługiwane są UPO v4-2 i v4-3."))
    }
    if name == ReceiptSchema.rootName {
      return refusal(
        "invoice.is-upo", "This is a UPO, KSeF's confirmation of receipt, not an invoice.",
        "To UPO (urzędowe poświadczenie odbioru), a nie faktura.", remedy: Remedies.export)
    }
    if namespace.hasPrefix("urn:oasis:names:specification:ubl:") {
      return refusal(
        "invoice.is-pef", "This is a PEF invoice (UBL), which has a form of its own.",
        "To faktura PEF (UBL), która ma własną postać.")
    }
    if name == "JPK" {
      return refusal(
        "invoice.is-jpk", "This is a JPK file, not an invoice.", "To plik JPK, a nie faktura.", remedy: Remedies.export)
    }
    if name == "Faktura", namespace.isEmpty {
      return refusal(
        "invoice.no-namespace", "The element Faktura has no namespace, so its structure is unknown.",
        "Element Faktura nie ma przestrzeni nazw, więc nie wiadomo, jaka to struktura.", remedy: only)
    }
    switch namespace {
    case "http://crd.gov.pl/wzor/2021/11/29/11089/":
      return refusal(
        "invoice.is-fa1", "This is an invoice of the structure FA(1), which KSeF no longer takes.",
        "To faktura o strukturze FA(1), której KSeF już nie przyjmuje.")
    case _ where namespace.hasPrefix("http://crd.gov.pl/wzor/"):
      return refusal(
        "invoice.other-structure", "This document is of another structure of the register or of a draft: \(uri).",
        "Ten dokument ma inną strukturę z rejestru lub z projektu: \(uri).")
    default:
      return refusal(
        "invoice.other-xml",
        "This is XML, but no invoice of KSeF: its element is \(root), its namespace \(namespace.orNone.english).",
        "To XML, ale nie faktura KSeF: element \(root), przestrzeń nazw: \(namespace.orNone.polish).", remedy: only)
    }
  }
}

extension String {
  /// A namespace in words, since none at all can't be shown.
  fileprivate var orNone: Sentence {
    isEmpty ? Sentence("none", pl: "brak") : Sentence(quotedBriefly, pl: quotedBriefly)
  }
}
