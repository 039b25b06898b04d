import Findings
import InvoicePrinting
import InvoiceRendering

extension PrintSettings {
  /// What the command line asks of every print; the credential is for the caller to open.
  ///
  /// - Throws: `resources.missing`.
  init(
    _ surroundings: SurroundingOptions, _ issuing: IssuingOptions, _ preflight: PreflightOptions, _ look: LookOptions,
    _ creation: CreationDateOption, form: PrintForm
  ) throws(Obstacle) {
    self.init(resources: try look.place.folder())
    template = look.template
    labels = look.labels
    paper = look.form
    cutsPaper = !look.isTornOff
    languages = surroundings.languages
    environment = surroundings.environment
    issued = issuing.issued
    document = issuing.document
    printsRefused = preflight.printAnyway
    creationDate = creation.creationDate ?? .ofEnvironment
    self.form = form
    today = preflight.today.today
  }
}
