/// The metadata of an archive copy (ISO 16684-1; ISO 19005-3, 6.6.2): who, what and when, that it is PDF/A-3b, what is
/// known of the invoice, and the schema of the properties that are our own (6.6.2.3).
struct XMPPacket {
  /// The whole packet.
  let text: String

  /// The namespace of our own properties: a name, not an address.
  private static let namespace = "urn:ksef-render:invoice:1"

  init(_ description: ArchiveDescription) {
    let language = description.language.escaped
    let own = description.facts.map { fact in
      "   <ksef:\(fact.property.rawValue)>\(fact.value.escaped)</ksef:\(fact.property.rawValue)>\n"
    }
    text = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
      xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:ksef="\(Self.namespace)">
         <pdfaid:part>3</pdfaid:part>
         <pdfaid:conformance>B</pdfaid:conformance>
         <dc:format>application/pdf</dc:format>
         <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(description.title.escaped)</rdf:li></rdf:Alt></dc:title>
         <dc:creator><rdf:Seq><rdf:li>\(description.author.escaped)</rdf:li></rdf:Seq></dc:creator>
         <dc:language><rdf:Bag><rdf:li>\(language)</rdf:li></rdf:Bag></dc:language>
         <xmp:CreatorTool>\(ArchiveCopy.program)</xmp:CreatorTool>
         <xmp:CreateDate>\(description.creationDate.escaped)</xmp:CreateDate>
         <xmp:ModifyDate>\(description.creationDate.escaped)</xmp:ModifyDate>
         <pdf:Producer>\(ArchiveCopy.program)</pdf:Producer>
      \(own.joined())  </rdf:Description>
      \(own.isEmpty ? "" : Self.schema) </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
  }

  /// 6.6.2.3.3: every property that isn't one of the known schemas' is described where it is used.
  private static let schema: String = {
    let properties = ArchiveDescription.Property.allCases.map { property in
      """
           <rdf:li rdf:parseType="Resource"><pdfaProperty:name>\(property.rawValue)</pdfaProperty:name>\
      <pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>\
      <pdfaProperty:description>\(property.description)</pdfaProperty:description></rdf:li>

      """
    }
    return """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
         <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
          <pdfaSchema:schema>Polish e-invoice</pdfaSchema:schema>
          <pdfaSchema:namespaceURI>\(namespace)</pdfaSchema:namespaceURI>
          <pdfaSchema:prefix>ksef</pdfaSchema:prefix>
          <pdfaSchema:property><rdf:Seq>
      \(properties.joined())    </rdf:Seq></pdfaSchema:property>
         </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>

      """
  }()
}

extension String {
  /// As XML's character data or an attribute's value. What XML 1.0 has no room for can't stand in an invoice either.
  fileprivate var escaped: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
