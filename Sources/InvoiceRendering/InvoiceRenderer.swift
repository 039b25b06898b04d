import ArchivePDF
import CairoDrawing
public import FAInvoice
public import FAValidation
public import Findings
public import InvoiceTemplate
import PageLayout
public import Presentation
import PrinterDots
import Typography

/// Turns invoices and UPOs into documents: the whole way behind one object.
///
/// Belongs to one thread, and is meant to be kept: it holds the template, the open fonts and what it has shaped.
/// Another thread makes its own.
public final class InvoiceRenderer {
  /// The look in use.
  public var template: Template { stages.template }
  private let stages: Stages
  private let cutsPaper: Bool
  private let proof: (any CodeProof)?

  /// - Parameters:
  ///   - resources: where the fonts and the standard template lie.
  ///   - template: a built-in template's name, or a file; the standard one where nil.
  ///   - labels: a folder of label files with words in place of the built-in ones and the template's.
  ///   - paper: in place of the template's; on a roll without a template named, the look is `receipt`.
  ///   - cutsPaper: whether a receipt printer cuts the paper after the print.
  /// - Throws: `file.unreadable`, `font.unreadable`, `template.unknown-name`, and the first finding of a template or
  ///   list of fonts that can't be used, with its place.
  public convenience init(
    resources: ResourceFolder, template: String? = nil, labels: String? = nil, paper: PaperForm? = nil,
    cutsPaper: Bool = true
  ) throws(Obstacle) {
    try self.init(
      resources: resources, template: template, labels: labels, paper: paper, cutsPaper: cutsPaper, proof: nil)
  }

  /// - Parameter proof: reads the codes of every print back before it is handed out.
  /// - Throws: as the other one.
  package init(
    resources: ResourceFolder, template: String? = nil, labels: String? = nil, paper: PaperForm? = nil,
    cutsPaper: Bool = true, proof: (any CodeProof)?
  ) throws(Obstacle) {
    stages = try Stages(resources: resources, template: template, labels: labels, paper: paper)
    self.cutsPaper = cutsPaper
    self.proof = proof
  }

  /// Renders one invoice: a PDF, a picture, or what a printer takes.
  ///
  /// The same bytes, codes, languages, creation date, template, fonts and form give the same file, byte for byte.
  ///
  /// - Parameters:
  ///   - invoice: checked before; what was found stands among the findings of the print.
  ///   - languages: the template's where empty.
  ///   - codes: what the verification codes say; nil for a document without codes.
  ///   - printed: the invoice itself, or the confirmation of its transaction.
  ///   - creationDate: `YYYY-MM-DDThh:mm:ssZ`, for the PDF's metadata.
  ///   - form: what sort of file it becomes.
  /// - Throws: `archive.failed`, `code.too-long`, `form.needs-roll`, `font.unreadable`, `drawing.failed`, `file.unreadable`, `labels.missing`, and the first
  ///   finding of label files that can't be used.
  public func render(
    _ invoice: ClearedInvoice, codes: CodesRequest?, as printed: PrintedDocument = .invoice,
    languages: [LabelLanguage] = [], creationDate: String, form: PrintForm = .archive
  ) throws(Obstacle) -> RenderedInvoice {
    let document = invoice.document
    let presentation = Presentation(
      of: document, template: template, wording: try stages.wording(languages), codes: codes, as: printed)
    return try render(
      presentation, checked: invoice.findings, fileName: document.fileName, creationDate: creationDate, form: form,
      archived: form == .archive
        ? ArchiveDescription(of: document, as: presentation, codes: codes, creationDate: creationDate) : nil)
  }

  /// Renders one UPO; the same input gives the same bytes.
  ///
  /// - Parameters:
  ///   - languages: the template's where empty.
  ///   - creationDate: `YYYY-MM-DDThh:mm:ssZ`, for the PDF's metadata.
  ///   - form: what sort of file it becomes.
  /// - Throws: as for an invoice, but no `code.too-long`.
  public func render(
    _ receipt: ReceiptDocument, languages: [LabelLanguage] = [], creationDate: String, form: PrintForm = .archive
  ) throws(Obstacle) -> RenderedInvoice {
    let presentation = Presentation(of: receipt, template: template, wording: try stages.wording(languages))
    return try render(
      presentation, checked: [], fileName: receipt.fileName, creationDate: creationDate, form: form,
      archived: form == .archive
        ? ArchiveDescription(of: receipt, as: presentation, creationDate: creationDate) : nil)
  }

  /// Prints what isn't made from a document of KSeF's, such as the offline desk's journal: the pages alone.
  ///
  /// - Parameter fileName: what findings about missing letters call it.
  /// - Throws: as for a UPO.
  package func render(
    _ presentation: Presentation, fileName: String, creationDate: String
  ) throws(Obstacle) -> RenderedInvoice {
    try render(
      presentation, checked: [], fileName: fileName, creationDate: creationDate, form: .plain, archived: nil)
  }

  /// - Parameter description: what the archive copy says; nil for the pages alone.
  private func render(
    _ presentation: Presentation, checked: [Finding], fileName: String, creationDate: String, form: PrintForm,
    archived description: ArchiveDescription?
  ) throws(Obstacle) -> RenderedInvoice {
    guard form != .escpos || template.paper.isRoll else { throw .needsRoll }
    let pages = try stages.layout.pages(of: presentation)
    let bytes: [UInt8]
    switch form {
    case .archive, .plain:
      let drawn = try stages.drawing.pdf(
        pages,
        metadata: PDFMetadata(
          title: presentation.title, author: presentation.author, creationDate: creationDate))
      bytes = if let description { try ArchiveCopy.make(of: drawn, description) } else { drawn }
      // A PDF is put into dots by others: the proof is of what they will print at this printer's dots.
      if let proof { try proof.prove(try dots(of: pages), symbols: symbols(on: pages)) }
    case .png, .escpos, .zpl:
      let picture = try dots(of: pages)
      try proof?.prove(picture, symbols: symbols(on: pages))
      bytes =
        switch form {
        case .escpos: ESCPOSJob(picture, isCut: cutsPaper).bytes
        case .zpl: ZPLJob(picture).bytes
        default: try picture.png()
        }
    }
    return RenderedInvoice(
      bytes: bytes, form: form, pageCount: pages.count,
      paper: PaperExtent(width: pages[0].width, height: pages[0].height),
      findings: presentation.findings + fontFindings(fileName) + checked)
  }

  private func symbols(on pages: [Page]) -> [PrintedSymbol] {
    pages.symbols(dotsPerInch: template.paper.dotsPerInch)
  }

  private func dots(of pages: [Page]) throws(Obstacle) -> DotPicture {
    try stages.drawing.dots(pages, dotsPerInch: template.paper.dotsPerInch).withoutRealTimeCommands()
  }

  /// The verification codes as pictures of their own, each with its word under it.
  ///
  /// - Parameter pixelsPerModule: of the PNG, at least 1.
  /// - Throws: `code.too-long`, `font.unreadable`, `drawing.failed`, `file.unreadable`, `labels.missing`, and the first
  ///   finding of label files that can't be used.
  public func codePictures(
    of invoice: ClearedInvoice, codes: CodesRequest, languages: [LabelLanguage] = [], pixelsPerModule: Int = 8
  ) throws(Obstacle) -> [RenderedCode] {
    precondition(pixelsPerModule > 0, "a module has pixels")
    var pictures: [RenderedCode] = []
    let presentation = Presentation(
      of: invoice.document, template: template, wording: try stages.wording(languages), codes: codes)
    for code in presentation.codes {
      let picture = try CodePicture(code, template: template, fonts: stages.fonts)
      pictures.append(
        RenderedCode(
          code: code,
          png: try stages.drawing.png(picture.page, pixelsPerPoint: Double(pixelsPerModule) / picture.moduleSize),
          svg: try stages.drawing.svg(picture.page)))
    }
    return pictures
  }

  private func fontFindings(_ fileName: String) -> [Finding] {
    let troubles = stages.fonts.takeTroubles()
    var findings = troubles.fonts.map { Finding($0.code, .warning, at: $0.place, $0.reason, remedy: $0.remedy) }
    if !troubles.letters.isEmpty {
      let names = troubles.letters.map { "U+\(String($0.value, radix: 16, uppercase: true))" }.joined(separator: ", ")
      findings.append(
        Finding(
          "font.missing-letter", .warning, at: Place(file: fileName),
          Sentence(
            "No font has these characters; their code points are printed instead: \(names).",
            pl: "Żaden krój pisma nie ma tych znaków; wydrukowano ich kody: \(names)."),
          remedy: Sentence(
            "Add a font that has them to fonts/fonts.toml.", pl: "Dodaj do fonts/fonts.toml krój, który je ma.")))
    }
    return findings
  }
}

/// A finished print.
public struct RenderedInvoice: Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// What sort of file it is.
  public let form: PrintForm
  /// At least 1.
  public let pageCount: Int
  /// The paper of the first page.
  public let paper: PaperExtent
  /// What a person should know about the print, such as letters that no font has; then what the check of the invoice
  /// found, refusals among it where they were overridden.
  public let findings: [Finding]
}

/// How large a sheet is, or a roll's piece, in points (1/72 inch).
public struct PaperExtent: Sendable, Hashable {
  /// From edge to edge.
  public let width: Double
  /// From edge to edge.
  public let height: Double

  /// A sheet of so many points.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// A verification code as pictures of its own.
public struct RenderedCode: Sendable {
  /// The link in the symbol and the word under it.
  public let code: Code
  /// The whole PNG file.
  public let png: [UInt8]
  /// The whole SVG file.
  public let svg: [UInt8]
}
