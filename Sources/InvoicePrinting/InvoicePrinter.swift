package import FAInvoice
import FAValidation
public import Findings
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import Presentation

/// Prints invoices and UPOs: the whole way from the XML's bytes to the PDF, picture or printer's job behind one object.
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
/// send(answer.bytes, named: "\(answer.facts.hash).pdf")
/// ```
public final class InvoicePrinter: Sendable {
  /// What is the same for all prints.
  public let settings: PrintSettings
  private let issuer: any Issuer
  private let desk: (any PrintDesk)?
  private let presses = PressRoom()

  /// Opens the template and the fonts, so that what is wrong with them is known before the first invoice.
  ///
  /// - Parameter desk: says how each invoice is issued, and records it; nil where nobody keeps a record.
  /// - Throws: as `InvoiceRenderer.init(resources:template:labels:)`.
  public convenience init(_ settings: PrintSettings, desk: (any PrintDesk)? = nil) throws(Obstacle) {
    self.init(settings, issuer: SettledIssuer(settings), desk: desk)
    presses.add(try InvoicePress(settings))
  }

  /// Opens nothing before it is needed, and asks `issuer` in place of the settings' context and credential.
  package init(_ settings: PrintSettings, issuer: any Issuer, desk: (any PrintDesk)? = nil) {
    self.settings = settings
    self.issuer = issuer
    self.desk = desk
  }

  /// Prints one invoice or UPO.
  ///
  /// The same bytes, settings, options, creation date and signed link give the same file, byte for byte.
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
    case .invoice(let invoice): try printAtDesk(invoice, options)
    case .receipt(let receipt): try print(receipt, options)
    }
  }

  private func printAtDesk(_ invoice: FADocument, _ options: PrintOptions) throws(Obstacle) -> PrintAnswer {
    guard let desk else { return try print(invoice, options, issuer: issuer).answer }
    guard options.signedLink == nil else { throw .signedLinkAtDesk }
    let toIssue = try InvoiceToIssue(
      invoice, environment: settings.environment, issued: options.issued ?? settings.issued,
      ksefNumber: options.ksefNumber)
    let admission = try desk.admit(toIssue)
    var admitted = options
    admitted.issued = admission.mode
    admitted.ksefNumber = options.ksefNumber ?? admission.ksefNumber
    if admitted.ksefNumber == nil { admitted.signedLink = admission.signedLink }
    // Printed again, it is what it was, unless somebody wants it otherwise.
    if let document = admission.document, (options.document ?? settings.document) == .auto {
      admitted.document = DocumentWish(rawValue: document.rawValue)
    }
    let made = try print(invoice, admitted, issuer: AdmittedIssuer(admission: admission, named: issuer))
    do throws(Obstacle) {
      try desk.record(toIssue, admission, made.print)
    } catch {
      // Another till printed the same invoice at the same moment: the codes of both must be one and the same.
      guard error.code == "desk.recorded-meanwhile" else { throw error }
      return try printAtDesk(invoice, options)
    }
    return PrintAnswer(
      bytes: made.answer.bytes, form: made.answer.form, pageCount: made.answer.pageCount,
      findings: made.answer.findings,
      notices: admission.notices + made.answer.notices, facts: made.answer.facts)
  }

  private func print(
    _ invoice: FADocument, _ options: PrintOptions, issuer: any Issuer
  ) throws(Obstacle) -> (answer: PrintAnswer, print: IssuedPrint) {
    let decided = try decide(invoice, options, issuer: issuer)
    let rendered = try presses.render(settings) { (press) throws(Obstacle) in
      try press.render(
        decided.cleared, codes: decided.codes, as: decided.document, languages: languages(options),
        creationDate: creationDate(options), form: options.form ?? settings.form)
    }
    let answer = PrintAnswer(
      bytes: rendered.bytes, form: rendered.form, pageCount: rendered.pageCount, findings: rendered.findings,
      notices: decided.notices, facts: PrintFacts(of: invoice, ksefNumber: options.ksefNumber ?? ""))
    var link: CertificateLink?
    if case .offline(_, let signed) = decided.codes { link = signed }
    return (answer, IssuedPrint(mode: decided.mode, document: decided.document, certificateLink: link))
  }

  /// What a print will be, before anything is drawn.
  private struct Decision {
    let cleared: ClearedInvoice
    let mode: ModeOfIssue?
    let document: PrintedDocument
    /// Nil for a document without codes.
    let codes: CodesRequest?
    let notices: [Sentence]
  }

  private func decide(
    _ invoice: FADocument, _ options: PrintOptions, issuer: any Issuer
  ) throws(Obstacle) -> Decision {
    let (mode, wish) = (options.issued ?? (desk == nil ? settings.issued : nil), options.document ?? settings.document)
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
    // Where nothing was said of how the invoice was issued, nothing need be said back.
    let chosen = mode != nil || wish != .auto ? [choice.reason] + choice.cautions : []
    return Decision(
      cleared: cleared, mode: mode, document: choice.document, codes: made?.codes,
      notices: chosen + (made?.notices ?? []))
  }

  /// Makes the links that a print with the same options carries, and draws nothing; no desk is asked.
  ///
  /// - Throws: as `print(_:options:)`, and `receipt.no-codes` for a UPO.
  package func links(
    of task: PrintTask, options: PrintOptions = PrintOptions()
  ) throws(Obstacle) -> LinkAnswer {
    var options = options
    options.ksefNumber = options.ksefNumber ?? task.ksefNumber
    do throws(Obstacle) {
      guard case .invoice(let invoice) = try KSeFDocument.read(task.bytes, fileName: task.name) else {
        throw .receiptHasNoCodes(task.name)
      }
      let decided = try decide(invoice, options, issuer: issuer)
      return LinkAnswer(
        links: decided.codes?.links ?? [], findings: decided.cleared.findings, notices: decided.notices,
        facts: PrintFacts(of: invoice, ksefNumber: options.ksefNumber ?? ""))
    } catch {
      throw error.inFile(task.name)
    }
  }

  private func print(_ receipt: ReceiptDocument, _ options: PrintOptions) throws(Obstacle) -> PrintAnswer {
    guard !options.areForInvoices else { throw .receiptHasNoCodes(receipt.fileName) }
    let rendered = try presses.render(settings) { (press) throws(Obstacle) in
      try press.render(
        receipt, languages: languages(options), creationDate: creationDate(options), form: options.form ?? settings.form
      )
    }
    return PrintAnswer(
      bytes: rendered.bytes, form: rendered.form, pageCount: rendered.pageCount, findings: rendered.findings,
      notices: [],
      facts: PrintFacts(of: receipt))
  }

  private func languages(_ options: PrintOptions) -> [LabelLanguage] {
    options.languages.isEmpty ? settings.languages : options.languages
  }

  private func creationDate(_ options: PrintOptions) -> String {
    (options.creationDate ?? settings.creationDate ?? .now).text
  }
}
