package import Findings
package import InvoicePrinting
package import InvoiceRendering
package import PrinterDevices

/// The way to what only the program of printers can do: read codes back, and talk to CUPS.
package protocol PrinterDoor: Sendable {
  /// Reads the codes of every print back.
  var proof: any CodeProof { get }

  /// Looks whether a queue of CUPS is ready.
  ///
  /// - Parameter patience: seconds for which nothing may happen.
  /// - Throws: why it isn't; nothing was printed.
  func open(queue: String, patience: Int) throws(Obstacle) -> any OpenPrinter
}

/// A printer that is ready.
package protocol OpenPrinter {
  /// Of which its driver makes pages; nil where that isn't known.
  var dotsPerInch: Double? { get }

  /// Prints, and waits for the end.
  ///
  /// - Parameters:
  ///   - title: of the job, as lists of jobs show it.
  ///   - told: what a person at the printer should know meanwhile.
  /// - Throws: what keeps it from being printed whole.
  func print(_ print: PrintAnswer, title: String, told: (Sentence) -> Void) throws(Obstacle) -> Delivery
}

extension PrinterDevice: OpenPrinter {
  /// Its dots are ours: nobody else makes pages for it.
  package var dotsPerInch: Double? { nil }

  package func print(
    _ print: PrintAnswer, title: String, told: (Sentence) -> Void
  ) throws(Obstacle) -> Delivery { try self.print(print.bytes) }
}
