package import FAInvoice
import FAValidation
public import Findings
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import Presentation

/// Prints invoices and UPOs: the whole way from the XML's bytes to the PDF behind one object.
///
/// It reads, checks before the print, chooses the document and its codes by the rule, signs and renders. Several threads
/// may print with the same one at once; each gets fonts and a template of its own, which are kept for the next print.
///
/// ```swift
/// var settings = PrintSettings(resources: try ResourceFolder("/usr/local/share/ksef-render"))
/// settings.issued = .offline24
/// settings.credential = credential
/// let printer = try InvoicePrinter(settings)
/// let answer = try printer.print(PrintTask(name: "till/17.xml", bytes: xml))
/// send(answer.pdf, named: "\(answer.facts.hash).pdf")
/// ```
public final class InvoicePrinter: Sendable {
  /// What is the same for all prints.
  public let settings: PrintSettings
  private let issuer: any Issuer
  private let presses = PressRoom()

  /// Opens the template and the fonts, so that what is wrong with them is known before the first invoice.
  ///
  /// - Throws: as `InvoiceRenderer.init(resources:template:labels:)`.
  public convenience init(_ settings: PrintSettings) throws(Obstacle) {
    self.init(settings, issuer: SettledIssuer(settings))
    presses.add(try InvoicePress(settings))
  }

  /// Opens nothing before it is needed, and asks `issuer` in place of the settings' context and credential.
  package init(_ settings: PrintSettings, issuer: any Issuer) {
    self.settings = settings
    self.issuer = issuer
  }

  /// Prints one invoice or UPO.
  ///
  /// The same bytes, settings, options, creation date and signed link give the same PDF, byte for byte.
  ///
  /// - Throws: `invoice.refused` with all that was found, where KSeF would refuse the invoice; `receipt.no-codes`; whatever
  ///   keeps the XML from being read, a code from being made or a page from being drawn; each with the task's name.
  public func print(_ task: PrintTask, options: PrintOptions = PrintOptions()) throws(Obstacle) -> PrintAnswer {
    var options = options
    options.ksefNumber = options.ksefNumber ?? task.ksefNumber
    do throws(Obstacle) {
      return try print(try KSeFDocument.read(task.bytes, fileName: task.name), options: options)
    } catch {
      throw error.inFile(task.name)
    }
  }

  /// The same for a document that has been read.
  package func print(
    _ document: KSeFDocument, options: PrintOptions = PrintOptions()
  ) throws(Obstacle) -> PrintAnswer {
    switch document {
    case .invoice(let invoice): try print(invoice, options)
    case .receipt(let receipt): try print(receipt, options)
    }
  }

  private func print(_ invoice: FADocument, _ options: PrintOptions) throws(Obstacle) -> PrintAnswer {
    let (mode, wish) = (options.issued ?? settings.issued, options.document ?? settings.document)
    let numberIsKnown = options.ksefNumber != nil
    guard mode != .totalFailure || (!numberIsKnown && options.signedLink == nil) else { throw .noCodesInTotalFailure }
    let cleared = try ClearedInvoice(
      invoice, environment: settings.environment, today: settings.today, numberIsKnown: numberIsKnown,
      printsRefused: settings.printsRefused)
    let choice = try DocumentChoice(
      mode: mode, buyer: BuyerFacts(of: invoice), numberIsKnown: numberIsKnown, wish: wish.document)
    let made =
      choice.codes == .none
      ? nil
      : try CodesChoice(
        invoice: cleared, environment: settings.environment, number: options.ksefNumber,
        signedLink: options.signedLink, issuer: issuer, needsCertificateCode: choice.codes == .both
      ).make()
    let rendered = try presses.render(settings) { (press) throws(Obstacle) in
      try press.render(
        cleared, codes: made?.codes, as: choice.document, languages: languages(options),
        creationDate: creationDate(options), form: options.form ?? settings.form)
    }
    // Where nothing was said of how the invoice was issued, nothing need be said back.
    let chosen = mode != nil || wish != .auto ? [choice.reason] + choice.cautions : []
    return PrintAnswer(
      pdf: rendered.pdf, pageCount: rendered.pageCount, findings: rendered.findings,
      notices: chosen + (made?.notices ?? []), facts: PrintFacts(of: invoice, ksefNumber: options.ksefNumber ?? ""))
  }

  private func print(_ receipt: ReceiptDocument, _ options: PrintOptions) throws(Obstacle) -> PrintAnswer {
    guard !options.areForInvoices else { throw .receiptHasNoCodes(receipt.fileName) }
    let rendered = try presses.render(settings) { (press) throws(Obstacle) in
      try press.render(
        receipt, languages: languages(options), creationDate: creationDate(options), form: options.form ?? settings.form
      )
    }
    return PrintAnswer(
      pdf: rendered.pdf, pageCount: rendered.pageCount, findings: rendered.findings, notices: [],
      facts: PrintFacts(of: receipt))
  }

  private func languages(_ options: PrintOptions) -> [LabelLanguage] {
    options.languages.isEmpty ? settings.languages : options.languages
  }

  private func creationDate(_ options: PrintOptions) -> String {
    (options.creationDate ?? settings.creationDate ?? .now).text
  }
}
