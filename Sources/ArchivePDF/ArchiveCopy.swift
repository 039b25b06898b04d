package import Findings

/// Makes an ordinary PDF of ours an archive copy: PDF/A-3b (ISO 19005-3), with the XML inside from which it was printed.
///
/// Cairo's PDFs lack exactly what is added here, clause by clause; fonts are embedded and colours are RGB as they come.
package enum ArchiveCopy {
  /// The program that made the document, as its metadata name it.
  static let program = "ksef-render"

  /// The archive copy of a PDF that Cairo wrote.
  ///
  /// - Returns: the same bytes for the same PDF and description.
  /// - Throws: `archive.failed`.
  package static func make(of pdf: [UInt8], _ description: ArchiveDescription) throws(Obstacle) -> [UInt8] {
    try withBytes(of: pdf) { bytes throws(Obstacle) in
      let document = try QPDFDocument(bytes)
      mend(document)
      attachSource(to: document, description)
      describe(document, description)
      return try document.written()
    }
  }

  /// The array's own `withUnsafeBufferPointer` forgets which errors its body throws.
  private static func withBytes(
    of array: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws(Obstacle) -> [UInt8]
  ) throws(Obstacle) -> [UInt8] {
    let result = array.withUnsafeBufferPointer { bytes -> Result<[UInt8], Obstacle> in
      do throws(Obstacle) {
        return .success(try body(bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// What Cairo 1.16 leaves out or writes as PDF/A doesn't allow.
  private static func mend(_ document: QPDFDocument) {
    document.forEachDictionary { dictionary in
      if document.has("/Subtype", of: dictionary, as: "/CIDFontType2") {
        // 6.2.11.3.2: glyphs are numbered as in the font.
        document.set("/CIDToGIDMap", of: dictionary, to: document.object("/Identity"))
      } else if document.has("/Subtype", of: dictionary, as: "/Link") {
        // 6.3.2: what is seen is printed, too.
        document.set("/F", of: dictionary, to: document.object("4"))
        document.remove("/StructParent", from: dictionary)
      } else if document.has("/Type", of: dictionary, as: "/Page") {
        document.remove("/StructParents", from: dictionary)
      } else if document.has("/Subtype", of: dictionary, as: "/Image") {
        // 6.2.8: no viewer invents pixels.
        document.set("/Interpolate", of: dictionary, to: document.object("false"))
      }
    }
    // Cairo wants a structure for links. It is no account of the page, so the document doesn't claim to have one.
    for key in ["/StructTreeRoot", "/MarkInfo"] { document.remove(key, from: document.catalogue) }
    // 6.2.3 and 6.2.4.3: which RGB is meant.
    let profile = document.indirect(document.stream(StandardRGB.profile, [("/N", document.object("3"))]))
    let intent = document.object(
      "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) >>")
    document.set("/DestOutputProfile", of: intent, to: profile)
    document.set("/OutputIntents", of: document.catalogue, to: document.array([document.indirect(intent)]))
  }

  /// 6.8: the file, its kind, what it is to the document, and the document's word that it belongs to it.
  private static func attachSource(to document: QPDFDocument, _ description: ArchiveDescription) {
    let date = document.text(pdfDate(description.creationDate))
    let parameters = document.object("<< /Size # >>", description.source.count)
    document.set("/CreationDate", of: parameters, to: date)
    document.set("/ModDate", of: parameters, to: date)
    let file = document.indirect(
      document.stream(
        description.source,
        [
          ("/Type", document.object("/EmbeddedFile")), ("/Subtype", document.name("/text/xml")),
          ("/Params", parameters),
        ]))
    let files = document.object("<< >>")
    for key in ["/F", "/UF"] { document.set(key, of: files, to: file) }
    let specification = document.object("<< /Type /Filespec /AFRelationship /Source >>")
    for key in ["/F", "/UF"] { document.set(key, of: specification, to: document.text(description.sourceName)) }
    document.set("/Desc", of: specification, to: document.text(description.sourceDescription))
    document.set("/EF", of: specification, to: files)
    let shared = document.indirect(specification)
    let leaf = document.object("<< >>")
    document.set("/Names", of: leaf, to: document.array([document.text(description.sourceName), shared]))
    let names = document.object("<< >>")
    document.set("/EmbeddedFiles", of: names, to: leaf)
    document.set("/Names", of: document.catalogue, to: names)
    document.set("/AF", of: document.catalogue, to: document.array([shared]))
  }

  /// 6.6.2 and 6.6.3: metadata, which must agree with the information dictionary.
  private static func describe(_ document: QPDFDocument, _ description: ArchiveDescription) {
    let information = document.object("<< >>")
    let date = pdfDate(description.creationDate)
    for (key, value) in [
      ("/Title", description.title), ("/Author", description.author), ("/Creator", program), ("/Producer", program),
      ("/CreationDate", date), ("/ModDate", date),
    ] { document.set(key, of: information, to: document.text(value)) }
    document.replaceInformation(by: information)
    let metadata = document.stream(
      Array(XMPPacket(description).text.utf8),
      [("/Type", document.object("/Metadata")), ("/Subtype", document.object("/XML"))])
    document.set("/Metadata", of: document.catalogue, to: document.indirect(metadata))
    document.set("/Lang", of: document.catalogue, to: document.text(description.language))
    document.set(
      "/ViewerPreferences", of: document.catalogue, to: document.object("<< /DisplayDocTitle true >>"))
  }

  /// A moment in UTC as PDF writes it (ISO 32000-1, 7.9.4): `D:20260201120000Z`.
  private static func pdfDate(_ date: String) -> String {
    "D:\(String(String.UnicodeScalarView(date.unicodeScalars.filter { ("0"..."9").contains($0) })))Z"
  }
}
