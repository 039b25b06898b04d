package import FAInvoice
package import FAValidation
package import Findings
import Glibc
package import KSeFIdentifiers

extension ClearedInvoice {
  /// The invoice, checked for a print.
  ///
  /// - Parameters:
  ///   - environment: the KSeF that the codes lead to.
  ///   - today: the day in Poland; that of the clock where nil.
  ///   - numberIsKnown: an invoice with a KSeF number was accepted, whatever we think of it.
  ///   - printsRefused: whether one that KSeF would refuse is printed all the same.
  /// - Throws: `invoice.refused`.
  package init(
    _ document: FADocument, environment: KSeFEnvironment, today: CalendarDate?, numberIsKnown: Bool,
    printsRefused: Bool
  ) throws(Obstacle) {
    let refusals: Refusals =
      if numberIsKnown { .areOverruled } else if printsRefused { .printAnyway } else { .stop }
    try self.init(
      document,
      by: InvoiceCheck(environment: environment, today: today ?? .inPoland(unixSeconds: time(nil))),
      refusals: refusals)
  }
}
