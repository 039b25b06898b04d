import CLibXML2
import Findings

extension Obstacle {
  /// What the parser objects to, in plain words.
  ///
  /// - Parameter complaint: nil where the parser stopped without one.
  static func malformed(_ complaint: SAXParser.Complaint?, at place: Place) -> Obstacle {
    // libxml2 says that memory is short where its dictionary of names is full, too: one tag can bring it there.
    if complaint?.code == Int(XML_ERR_NO_MEMORY.rawValue) { return .namesTooLong(at: place) }
    let reason = complaint.map(plainWords) ?? Sentence("The XML ends too early.", pl: "XML kończy się zbyt wcześnie.")
    return Obstacle("xml.malformed", at: place, reason, remedy: Remedies.export)
  }

  private static func plainWords(_ complaint: SAXParser.Complaint) -> Sentence {
    let names = complaint.names.map(\.quotedBriefly)
    switch xmlParserErrors(UInt32(complaint.code)) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return Sentence(
        "The element \(names[0]) of line \(complaint.otherLine) is closed by another name: \(names[1]).",
        pl: "Element \(names[0]) z wiersza \(complaint.otherLine) zamyka inna nazwa: \(names[1]).")
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_EMPTY:
      return Sentence(
        "The file breaks off: not every element is closed.",
        pl: "Plik się urywa: nie każdy element jest zamknięty.")
    case XML_ERR_DOCUMENT_END:
      return Sentence(
        "Something stands after the end of the invoice.", pl: "Po końcu faktury stoi jeszcze coś innego.")
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      return Sentence(
        "&\(names[0]); means nothing in an invoice; only &amp; &lt; &gt; &quot; and &apos; are known.",
        pl: "&\(names[0]); nic nie znaczy w fakturze; znane są tylko &amp; &lt; &gt; &quot; i &apos;.")
    case XML_ERR_NAME_REQUIRED, XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return Sentence(
        "A & or < stands here by itself; it has to be written &amp; or &lt;.",
        pl: "Stoi tu samotny znak & lub <; trzeba go zapisać jako &amp; lub &lt;.")
    case XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_CHAR, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_HEX_CHARREF:
      return Sentence(
        "A reference (&#…;) names a character that may not stand in XML.",
        pl: "Odwołanie (&#…;) wskazuje znak, który nie może wystąpić w XML.")
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return Sentence("An attribute stands twice in one tag.", pl: "Atrybut występuje dwa razy w jednym znaczniku.")
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
      XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_SPACE_REQUIRED, XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED:
      return Sentence("A tag is written wrongly here.", pl: "Znacznik w tym miejscu jest błędnie zapisany.")
    case XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_HYPHEN_IN_COMMENT:
      return Sentence("A comment is written wrongly here.", pl: "Komentarz w tym miejscu jest błędnie zapisany.")
    case XML_ERR_CDATA_NOT_FINISHED, XML_ERR_MISPLACED_CDATA_END:
      return Sentence(
        "A CDATA section is written wrongly here.", pl: "Sekcja CDATA w tym miejscu jest błędnie zapisana.")
    case XML_ERR_RESERVED_XML_NAME:
      return Sentence(
        "Something stands before the XML declaration, or the declaration comes twice.",
        pl: "Przed deklaracją XML coś stoi albo deklaracja występuje dwa razy.")
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return Sentence(
        "The prefix \(names[0]) of a name was never declared.", pl: "Przedrostek \(names[0]) nie został zadeklarowany.")
    default:
      let message = complaint.message.quotedBriefly
      return Sentence(
        "The file isn't well-formed XML (\(message)).", pl: "Plik nie jest poprawnym XML (\(message)).")
    }
  }
}
