package import FAInvoice
package import InvoiceTemplate

extension Presentation {
  /// What a print of a UPO says.
  ///
  /// Every leaf of the UPO is said; of its signature, what people read, and how many values are left to machines.
  /// Sections are named as on an invoice, so that a template orders both alike.
  ///
  /// - Parameters:
  ///   - template: gives the order of sections.
  ///   - wording: the words, in one language or two.
  package init(of receipt: ReceiptDocument, template: Template, wording: Wording) {
    self = ReceiptPresenter(receipt, template: template, wording: wording).presentation()
  }
}

/// Makes one presentation of one UPO.
struct ReceiptPresenter: Speaking {
  let reading: Reading
  let template: Template
  let wording: Wording
  /// `Potwierdzenie`.
  let root: Group

  init(_ receipt: ReceiptDocument, template: Template, wording: Wording) {
    reading = Reading(receipt.tree)
    self.template = template
    self.wording = wording
    root = Group(receipt.root, in: reading)
  }

  func presentation() -> Presentation {
    let session = root.take("NumerReferencyjnySesji") ?? ""
    let head = Head(
      issuer: root.take("NazwaPodmiotuPrzyjmujacego") ?? "", issuerDetail: [Field(nil, said(.receivingBody))],
      kind: label(.receipt), number: session, prominent: .kind)
    var sections: [SectionName: Section] = [:]
    func add(_ name: SectionName, heading: Term? = nil, _ blocks: [Block]) {
      if !blocks.isEmpty { sections[name] = Section(name, heading: heading.map(label), blocks) }
    }
    add(.dates, sessionBlocks(session))
    add(.lines, documentBlocks())
    add(.notes, heading: .signature, signatureBlocks())
    let left = reading.remainder(of: root.element)
    add(.remainder, heading: .remainder, left.isEmpty ? [] : [.list(left)])

    let others = SectionName.allCases.filter { !template.sections.contains($0) }
    return Presentation(
      languages: wording.languages, title: [head.kind.lead, session].filter { !$0.isEmpty }.joined(separator: " "),
      author: head.issuer, head: head, sections: (template.sections + others).compactMap { sections[$0] }, codes: [],
      footer: Footer(left: session, centre: ""), findings: reading.findings)
  }

  // MARK: - Session

  /// Which session, in whose context, how authenticated, and which page of the UPO this is.
  private func sessionBlocks(_ session: String) -> [Block] {
    var fields = [field(.session, session.isEmpty ? nil : session, role: .strong)]
    let authentication = root.group("Uwierzytelnienie")
    let context = authentication?.group("IdKontekstu")
    for (name, term) in [
      ("Nip", Term.contextNIP), ("IdWewnetrzny", .contextInternal), ("IdZlozonyVatUE", .contextUnion),
      ("IdDostawcyUslugPeppol", .contextPeppol),
    ] {
      fields.append(field(term, context?.take(name)))
    }
    fields.append(field(.authenticatedByToken, authentication?.take("NumerReferencyjnyTokenaKSeF")))
    fields.append(field(.authenticatedByDocument, authentication?.take("SkrotDokumentuUwierzytelniajacego")))
    fields.append(field(.logicalStructure, root.take("NazwaStrukturyLogicznej")))
    fields.append(field(.formCode, root.take("KodFormularza")))
    fields.append(field(.schemaVersion, reading.take(attribute: "wersjaSchemy", of: root.element)))
    let description = root.group("OpisPotwierdzenia")
    let pages = [
      field(.receiptPage, description?.take("Strona")), field(.receiptPages, description?.take("LiczbaStron")),
      field(.receiptFrom, description?.take("ZakresDokumentowOd")),
      field(.receiptTo, description?.take("ZakresDokumentowDo")),
      field(.receiptCount, description?.take("CalkowitaLiczbaDokumentow")),
    ].compactMap { $0 }
    let first = fields.compactMap { $0 }
    return (first.isEmpty ? [] : [Block.grid(first, columns: 2)]) + (pages.isEmpty ? [] : [.grid(pages, columns: 5)])
  }

  // MARK: - Invoices

  /// The invoices that KSeF received, a row each.
  private func documentBlocks() -> [Block] {
    let rows = root.children("Dokument").map { element -> Table.Row in
      let document = Group(element, in: reading)
      let number = document.take("NumerFaktury") ?? ""
      return Table.Row(
        [
          Table.Cell(number, secondary: document.take("NumerKSeFDokumentu")),
          Table.Cell(document.take("DataWystawieniaFaktury").map(printedDate) ?? ""),
          moment(document.take("DataPrzeslaniaDokumentu")), moment(document.take("DataNadaniaNumeruKSeF")),
          Table.Cell(document.take("TrybWysylki") ?? ""),
        ],
        details: [
          field(.sellersNIP, document.take("NipSprzedawcy")), field(.invoiceHash, document.take("SkrotDokumentu")),
        ].compactMap { $0 })
    }
    guard !rows.isEmpty else { return [] }
    let columns = [
      Table.Column(label(.invoiceAndKSeFNumber), width: .rest), Table.Column(label(.issueDate)),
      Table.Column(label(.sentOn)), Table.Column(label(.numberGiven)), Table.Column(label(.sendingMode)),
    ]
    return [.table(Table(columns: columns, rows: rows).withoutEmptyColumns)]
  }

  /// Day over time; the time in its own zone, of which `Z` is said as UTC.
  private func moment(_ text: String?) -> Table.Cell {
    guard let text else { return Table.Cell("") }
    let (day, time) = printedMoment(text)
    return Table.Cell(day, secondary: time)
  }

  // MARK: - Signature

  /// What people read of the signature, and what is left to machines; that nobody here has checked it.
  private func signatureBlocks() -> [Block] {
    // What has no value is no signature; it stays for the remainder.
    guard let signature = root.child("Signature"), let value = signature["SignatureValue"],
      !singleLine(value.text).isEmpty
    else { return [.text(paragraphs(.unsigned), .text)] }
    var fields: [Field] = []
    var count = 0
    collect(signature, into: &fields, count: &count)
    if count > 0 { fields.append(Field(label(.signatureValuesLeft), "\(count)")) }
    return [.text(paragraphs(.signedButUnchecked), .strong)] + (fields.isEmpty ? [] : [.list(fields)])
  }

  /// Walks the signature; the reader has bounded its depth.
  private func collect(_ element: InvoiceElement, into fields: inout [Field], count: inout Int) {
    reading.mark(element)
    reading.markAttributes(element)
    count += element.attributes.count
    for child in element.children { collect(child, into: &fields, count: &count) }
    let text = element.isLeaf ? singleLine(element.text) : ""
    guard !text.isEmpty else { return }
    switch element.name {
    case "SigningTime":
      let (day, time) = printedMoment(text)
      fields.append(Field(label(.signingTime), [day, time].compactMap { $0 }.joined(separator: " ")))
    case "X509SubjectName": fields.append(Field(label(.certificateSubject), text))
    case "X509IssuerName": fields.append(Field(label(.certificateIssuer), text))
    case "X509SerialNumber": fields.append(Field(label(.certificateSerial), text))
    default: count += 1
    }
  }
}
