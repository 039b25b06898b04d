import ArgumentParser
import InvoicePrinting
import InvoiceRendering
import InvoiceTemplate

/// What a print becomes, as the command line names it.
enum PrintFormat: String, ExpressibleByArgument, CaseIterable {
  case pdf
  case png
  case escpos
  case zpl

  /// The form of the file; nil of a PDF, which has two.
  var form: PrintForm? { PrintForm(rawValue: rawValue) }

  /// Chooses the paper where nobody did and the format can't be on the template's.
  func choosePaper(in settings: inout PrintSettings) {
    guard self == .escpos, settings.paper?.choice == nil, settings.template == nil else { return }
    settings.paper = PaperForm(.roll80, dotsPerInch: settings.paper?.dotsPerInch ?? Template.Paper.ordinaryDots)
  }
}
