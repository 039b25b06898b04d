import FAInvoice
import Findings

extension InvoiceElement {
  /// The value as a sentence quotes it: at most 40 characters, none that steers a terminal.
  var quoted: String { value.quoted }
}

extension String {
  /// A hostile file's words as a sentence quotes them: at most 40 characters, none that steers a terminal.
  var quoted: String { printable(upTo: 40) }
}
