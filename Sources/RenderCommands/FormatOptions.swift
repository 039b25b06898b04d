import ArgumentParser
import InvoicePrinting
import InvoiceRendering

/// What sort of file a print becomes.
struct FormatOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the print becomes: pdf, png (a picture of the printer's dots), escpos (for receipt printers, on roll80 where "
        + "--paper names no other roll) or zpl (for label printers).", valueName: "format"))
  var format: PrintFormat = .pdf

  /// Settles the form, and the paper where the form decides it.
  func set(in settings: inout PrintSettings) {
    switch format {
    case .pdf: return
    case .png: settings.take(.png)
    case .escpos: settings.take(.escpos)
    case .zpl: settings.take(.zpl)
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
