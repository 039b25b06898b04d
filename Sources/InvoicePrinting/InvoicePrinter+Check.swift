import FAInvoice
package import FAValidation
import Findings
import Glibc
import KSeFIdentifiers

extension InvoicePrinter {
  /// Says what KSeF would refuse an invoice for and what a person should look at, for this printer's environment and day.
  package func check(_ task: PrintTask) -> FileReport {
    do throws(Obstacle) {
      let document = try FADocument.read(task.bytes, fileName: task.name)
      let today = settings.today ?? .inPoland(unixSeconds: time(nil))
      let check = InvoiceCheck(environment: settings.environment, today: today)
      return FileReport(document, findings: check.findings(for: document))
    } catch {
      return FileReport(file: task.name, obstacle: error)
    }
  }
}
