package import InvoiceRendering
import InvoiceTemplate

extension PrintSettings {
  /// Settles the form, and the paper where the form decides it: receipt printers have rolls, and mostly of 80 mm.
  package mutating func take(_ form: PrintForm) {
    self.form = form
    if form == .escpos, paper?.choice == nil, template == nil {
      paper = PaperForm(.roll80, dotsPerInch: paper?.dotsPerInch ?? Template.Paper.ordinaryDots)
    }
  }
}
