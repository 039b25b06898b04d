import ArgumentParser
import Findings
import Glibc
import InvoicePrinting
import InvoiceRendering
import InvoiceTemplate
import PrinterDevices

struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print an invoice on a printer: a queue of CUPS, or a receipt printer itself.",
    discussion: """
      A receipt printer (ESC/POS) is asked before the print whether it has paper, and
      after it whether all came out. Only then is it called printed. A printer that
      never answers can't say so: what it took may be whole or not, and the exit code
      is 75; with --unconfirmed it is 0, on your word.

      On a roll nothing is scaled: every module of a code is a whole number of the
      printer's dots. --device prints on roll80 where --paper names no other roll.

      EXAMPLES
        A receipt printer in the network, at USB:
          ksef-render print invoice.xml --device tcp://192.168.1.50
          ksef-render print invoice.xml --device /dev/usb/lp0 --paper roll58
        A queue of CUPS, on A4 or on a roll:
          ksef-render print invoice.xml --printer Office
          ksef-render print invoice.xml --printer Till --paper roll80 --prove

      EXIT CODES
         0  printed, as the printer says
         2  refused: nothing was printed
        64  the call is wrong
        74  the printer or a file failed: what came out may be incomplete
        75  handed over, and the printer doesn't say whether it printed
      """)

  @OptionGroup var printing: SinglePrintOptions

  @Option(help: ArgumentHelp("A queue of CUPS.", valueName: "name"))
  var printer: String?

  @Option(
    help: ArgumentHelp(
      "A printer itself: a device as /dev/usb/lp0, or tcp://HOST:PORT (9100 where no port is named).",
      valueName: "device"))
  var device: String?

  @Option(
    help: ArgumentHelp(
      "What it is sent: pdf (CUPS; the default there), escpos (the default of --device) or zpl.",
      valueName: "format"))
  var format: PrintFormat?

  @Option(help: ArgumentHelp("How long the printer may stand still, 1 to 3600.", valueName: "seconds"))
  var patience = 30

  @Flag(help: "The printer never answers: don't ask it, and take it on trust that what it took it printed.")
  var unconfirmed = false

  @OptionGroup var creation: CreationDateOption

  mutating func validate() throws {
    guard (printer == nil) != (device == nil) else { throw ValidationError("Name --printer or --device.") }
    guard format != .png else { throw ValidationError("A printer takes pdf, escpos or zpl.") }
    guard (1...3600).contains(patience) else { throw ValidationError("--patience takes 1 to 3600 seconds.") }
    if let device {
      guard DeviceAddress(device) != nil else {
        throw ValidationError("--device takes a path that begins with /, or tcp://HOST:PORT.")
      }
      guard format == nil || format == .escpos || format == .zpl else {
        throw ValidationError("A device takes escpos or zpl; a PDF is printed through --printer.")
      }
    }
  }

  func run() throws {
    var delivery = Delivery.sent
    try reporting(in: printing.language) { () throws(Obstacle) in
      if printer != nil, Doors.printers == nil { try OtherProgram.printers.takeOver() }
      try printing.enter()
      let format = format ?? (device == nil ? .pdf : .escpos)
      // A printer without paper is told of before the invoice is signed and recorded as issued.
      let printer = try opened(format)
      let answer = try printing.answer(creation, form: format.form ?? .plain) { settings in
        format.choosePaper(in: &settings)
        // A module has up to six dots: of finer ones than receipt printers have it would be too small to be read.
        if let dots = printer.dotsPerInch, PrinterDots.known.contains(dots), printing.look.dpi == nil {
          settings.paper?.dotsPerInch = dots
        }
      }
      printing.tell(answer)
      delivery = try printer.print(answer, title: answer.facts.number.isEmpty ? "UPO" : answer.facts.number) {
        notice($0, in: printing.language)
      }
      notice(sentence(for: delivery), in: printing.language)
    }
    if delivery == .sent, !unconfirmed { throw ExitCode(75) }
  }

  private func opened(_ format: PrintFormat) throws(Obstacle) -> any OpenPrinter {
    if let address = device.flatMap(DeviceAddress.init) {
      return try PrinterDevice(
        address, speech: format == .escpos && !unconfirmed ? .receipts : .silent, patience: patience)
    }
    guard let printer, let door = Doors.printers else { preconditionFailure("a queue is printed to by its program") }
    return try door.open(queue: printer, patience: patience)
  }

  private func sentence(for delivery: Delivery) -> Sentence {
    let name = printer ?? device ?? ""
    return switch delivery {
    case .printed: Sentence("Printed: \(name).", pl: "Wydrukowano: \(name).")
    case .sent:
      Sentence(
        "Handed over to \(name), which doesn't say whether it printed: look at the paper before you hand it out.",
        pl: "Przekazano do \(name), która nie potwierdza wydruku: przed wydaniem obejrzyj papier.")
    }
  }
}
