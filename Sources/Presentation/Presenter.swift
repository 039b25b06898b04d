package import FAInvoice
import Findings
package import InvoiceTemplate
import KSeFLinks

extension Presentation {
  /// What a print of a document says.
  ///
  /// Every leaf of the document is said somewhere: in its section, or by its element's name in `SectionName.remainder`.
  ///
  /// - Parameters:
  ///   - template: gives the order of sections and the columns of lines.
  ///   - wording: the words of one language, or of two for a bilingual print.
  ///   - codes: what the verification codes say; nil where the print carries none.
  package init(
    of document: FADocument, template: Template, wording: Wording, codes: CodesRequest?,
    as printed: PrintedDocument = .invoice
  ) {
    self = Presenter(document, template: template, wording: wording, codes: codes, as: printed).presentation()
  }
}

/// Makes one presentation of one document; its views stand in files of their own.
struct Presenter: Speaking {
  let reading: Reading
  let template: Template
  let wording: Wording
  let codes: CodesRequest?
  let printed: PrintedDocument
  let names: SchemaNames
  let kind: DocumentKind?
  /// `Faktura`.
  let root: Group
  /// `Fa`, on an FA_RR `FakturaRR`; the root in a document that has none.
  let body: Group
  /// `KodWaluty`; empty where the document has none.
  let currency: String

  init(
    _ document: FADocument, template: Template, wording: Wording, codes: CodesRequest?, as printed: PrintedDocument
  ) {
    reading = Reading(document.tree)
    self.template = template
    self.wording = wording
    self.codes = codes
    self.printed = printed
    names = SchemaNames.of(document.schema)
    root = Group(document.root, in: reading)
    body = root.group(document.schema.bodyName) ?? Group(document.root, in: reading)
    kind = body.child("RodzajFaktury").flatMap { DocumentKind(rawValue: trimmed($0.text)) }
    currency = body.child("KodWaluty").map { singleLine($0.text) } ?? ""
  }

  func presentation() -> Presentation {
    let invoice = self.head()
    let head = printed == .confirmation ? confirmation(of: invoice) : invoice
    let footer = footer()
    var sections: [SectionName: Section] = [:]
    func add(_ name: SectionName, heading: Term? = nil, _ blocks: [Block]) {
      guard !blocks.isEmpty else { return }
      sections[name] = Section(name, heading: heading.map(label), blocks)
    }
    // The lines come first: they know what dates and summary say.
    var facts = LineFacts()
    var lineNotes = LineNotes(of: body)
    add(.lines, lineBlocks(notes: &lineNotes, facts: &facts))
    add(.order, orderBlocks(facts: &facts))
    add(.dates, dateBlocks(of: invoice, facts: facts))
    add(.parties, partyBlocks())
    add(.correction, heading: .correction, correctionBlocks())
    add(.summary, summaryBlocks(facts: facts))
    add(.terms, termsBlocks())
    add(.attachment, heading: .attachment, attachmentBlocks())
    add(.notes, noteBlocks(lineNotes))
    add(.remainder, heading: .remainder, remainderBlocks())

    let left = SectionName.allCases.filter { !template.sections.contains($0) }
    return Presentation(
      languages: wording.languages, title: [head.kind.lead, head.number].filter { !$0.isEmpty }.joined(separator: " "),
      author: issuerName, head: head, runningHead: runningHead(head),
      sections: (template.sections + left).compactMap { sections[$0] },
      codes: printedCodes(), footer: footer, findings: reading.findings)
  }

  /// Whose document it is, in full.
  private var issuerName: String {
    root.group(names.issuer)?.group("DaneIdentyfikacyjne")?.take("Nazwa") ?? ""
  }

  /// The name of a country in the leading language; the code where it isn't known.
  func country(_ code: String) -> String { wording.lead.country(code) ?? code }

  /// Takes a code and says what it means; a code that isn't known is said as it stands, and reported.
  func meaning(_ name: String, in group: Group, _ meaning: (String) -> Term?) -> String? {
    guard let element = group.child(name), let code = group.take(name) else { return nil }
    if let term = meaning(code) { return said(term) }
    reading.reportUnknownCode(code, at: element)
    return code
  }
}
