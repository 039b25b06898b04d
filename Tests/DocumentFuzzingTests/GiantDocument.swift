import FAInvoice

/// A document of the largest size that is read, made to take memory or time: more than a fuzzer tries.
enum GiantDocument: String, CaseIterable, Sendable, Codable {
  case elements, readableElements, nesting, attributes, attributeNames, attributeValues, elementNames
  case foreignNames, namespacesInScope, instructions, instructionTargets, comments, textInPieces, textBetweenElements
  case characterData, lineEnds, longNames, longText, longAttribute, longTag, entityBomb, discouragedCharacters
  case characterReferences, wrongLastByte, whiteSpace, tooLarge

  /// What has to be said of it: the structure as which it is read, or a code.
  var expectation: String {
    switch self {
    case .elements: "xml.too-many-elements"
    case .nesting: "xml.too-deep"
    case .attributes, .attributeValues: "xml.too-many-attributes"
    case .attributeNames, .elementNames, .foreignNames, .instructionTargets, .longNames: "xml.too-many-names"
    case .namespacesInScope: "xml.too-many-namespaces"
    case .instructions: "xml.processing-instruction"
    case .discouragedCharacters, .characterReferences: "xml.discouraged-character"
    case .longText, .longAttribute, .longTag: "xml.text-too-long"
    case .entityBomb: "xml.document-type"
    case .wrongLastByte: "xml.invalid-utf-8"
    case .whiteSpace: "file.empty"
    case .tooLarge: "file.too-large"
    case .readableElements, .comments, .textInPieces, .textBetweenElements, .characterData, .lineEnds:
      "FA(3)"
    }
  }

  var bytes: [UInt8] {
    switch self {
    case .elements: filled { _ in "<a/>" }
    case .readableElements: filled(count: 499_999) { _ in "<a></a>" }
    case .nesting: filled(closing: "") { _ in "<a>" }
    case .attributes:
      filled { _ in "<a b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l='' m='' n='' o='' p='' q=''/>" }
    case .attributeNames: filled { "<a b\($0)='' c\($0)='' d\($0)='' e\($0)='' f\($0)='' g\($0)=''/>" }
    case .attributeValues: filled { _ in "<a b='0123456789abcdef' c='0123456789abcdef' d='0123456789abcdef'/>" }
    case .elementNames: filled { "<a\($0)/>" }
    case .foreignNames: filled { "<x:a\($0) xmlns:x='urn:\(String(repeating: "x", count: 100))'/>" }
    case .namespacesInScope:
      filled(opening: (0..<31).map { "<a xmlns:x\($0)='u' xmlns:y\($0)='u' xmlns:z\($0)='u'>" }.joined()) { _ in
        "<x0:a x0:b='' x0:c='' x0:d='' x0:e='' x0:f=''/>"
      }
    case .instructions: filled { _ in "<?a?>" }
    case .instructionTargets: filled { "<?a\($0)?>" }
    case .comments: filled { _ in "<!---->" }
    case .textInPieces: filled(opening: "<Fa><P_2>", closing: "</P_2></Fa></Faktura>") { _ in pad("x", "<!---->") }
    case .textBetweenElements: filled(count: 249_000) { _ in "\(pad60)<b/>" }
    case .characterData:
      filled(opening: "<Fa><P_2><![CDATA[", closing: "]]></P_2></Fa></Faktura>", count: 150_000) { _ in
        "<\(pad60)"
      }
    case .lineEnds: filled { _ in pad("\n", "<!---->") }
    case .longNames: filled { "<\(String(repeating: "n", count: 40_000))\($0)/>" }
    case .longText: filled { _ in pad60 }
    case .longAttribute: filled(opening: "<a b='", closing: "'/></Faktura>") { _ in pad60 }
    case .longTag: filled(opening: "<a ") { "b\($0)='' " }
    case .entityBomb:
      filled(prolog: "<!DOCTYPE Faktura [<!ENTITY a0 'a'>") { "<!ENTITY a\($0 + 1) '&a\($0);&a\($0);'>" }
    case .discouragedCharacters: filled { _ in "<!--\u{7F}-->" }
    case .characterReferences: filled(count: 490_000) { _ in "<a>&#127;</a>" }
    case .wrongLastByte: filled { _ in "<!-- ł -->" } + [0xC5]
    case .whiteSpace: [UInt8](repeating: 0x20, count: Self.size)
    case .tooLarge: [UInt8](repeating: 0x20, count: FADocument.sizeLimit + 1)
    }
  }

  private static let size = FADocument.sizeLimit - 16

  private var pad60: String { "                              xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

  private func pad(_ character: String, _ end: String) -> String { String(repeating: character, count: 60_000) + end }

  /// An FA(3) document in which parts follow each other until it is as large as may be, or so many are there.
  private func filled(
    prolog: String = "", opening: String = "", closing: String = "</Faktura>", count: Int = .max,
    part: (Int) -> String
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.size + 1)
    if prolog.isEmpty { bytes += Array("<Faktura xmlns='http://crd.gov.pl/wzor/2025/06/25/13775/'>".utf8) }
    bytes += Array((prolog + opening).utf8)
    var index = 0
    while index < count {
      let next = part(index).utf8
      guard bytes.count + next.count + closing.utf8.count < Self.size else { break }
      bytes.append(contentsOf: next)
      index += 1
    }
    bytes.append(contentsOf: closing.utf8)
    return bytes
  }
}
