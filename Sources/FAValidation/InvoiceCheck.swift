public import FAInvoice
public import Findings
public import KSeFIdentifiers

/// Says, before an invoice is printed or sent, what KSeF would refuse it for, and what an accountant would be
/// embarrassed by.
///
/// Holds nothing of the invoices that it judges, and is shared freely between threads.
public struct InvoiceCheck: Sendable {
  /// The KSeF that the invoice is meant for: only production refuses a NIP for its checksum.
  public let environment: KSeFEnvironment
  /// The day in Poland on which the invoice is judged.
  public let today: CalendarDate

  /// A check for one KSeF and one day.
  public init(environment: KSeFEnvironment, today: CalendarDate) {
    self.environment = environment
    self.today = today
  }

  /// All that there is to say about an invoice: of its file, its schema and its contents, in this order, each part in
  /// the order of the document.
  ///
  /// Nothing is refused where no finding has the severity `refused`. The codes and what they mean stand in
  /// `CodeMeaning.all`.
  ///
  /// Source: invoice-rules, "What KSeF itself rejects" and "Rules accountants rely on".
  public func findings(for document: FADocument) -> [Finding] {
    document.fileFindings + schemaFindings(for: document) + ruleFindings(for: document)
  }

  /// Where the invoice doesn't obey the XSD of its structure; none where it does.
  public func schemaFindings(for document: FADocument) -> [Finding] {
    SchemaWalk.findings(in: document)
  }

  func ruleFindings(for document: FADocument) -> [Finding] {
    let invoice = CheckedInvoice(document, environment: environment, today: today)
    return document.structureFindings + Rule.all.flatMap { $0.findings(on: invoice) }
  }
}
