import ArgumentParser
import InvoicePrinting
import InvoiceRendering
import InvoiceTemplate

/// What sort of file a print becomes.
struct FormatOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the print becomes: pdf, png (a picture of the printer's dots), escpos (for receipt printers, on roll80 where "
        + "--paper names no other roll) or zpl (for label printers).", valueName: "format"))
  var format: PrintFormat = .pdf

  init() {}

  init(_ format: PrintFormat) { self.format = format }

  /// Settles the form, and the paper where the form decides it.
  func set(in settings: inout PrintSettings) {
    switch format {
    case .pdf: return
    case .png: settings.form = .png
    case .escpos: settings.form = .escpos
    case .zpl: settings.form = .zpl
    }
    if format == .escpos, settings.paper?.choice == nil, settings.template == nil {
      settings.paper = PaperForm(.roll80, dotsPerInch: settings.paper?.dotsPerInch ?? Template.Paper.ordinaryDots)
    }
  }
}

/// What a print becomes, as the command line names it.
enum PrintFormat: String, ExpressibleByArgument, CaseIterable {
  case pdf
  case png
  case escpos
  case zpl
}
