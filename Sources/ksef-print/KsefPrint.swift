import CodeProving
import DeskPrinting
import Findings
import InvoicePrinting
import InvoiceRendering
import PrinterDevices
import PrinterQueues
import RenderCommands

/// `ksef-render` with what it doesn't load itself: CUPS, a reader of codes, the desk's records.
///
/// Called by it with the first argument `render`; by a person it prints as `ksef-render print` does.
@main
enum KsefPrint {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let isContinued = arguments.first == Doors.word
    Doors.$printers.withValue(PrinterHouse()) {
      Doors.$desk.withValue(LedgerDoor()) {
        Doors.$prelude.withValue(isContinued ? [Doors.word] : []) {
          KsefRender.call(isContinued ? Array(arguments.dropFirst()) : ["print"] + arguments)
        }
      }
    }
  }
}

/// Printers as CUPS offers them, and the reader of codes.
private struct PrinterHouse: PrinterDoor {
  let proof: any CodeProof = DotReader()

  func open(queue: String, patience: Int) throws(Obstacle) -> any OpenPrinter {
    OpenQueue(queue: try PrintQueue(queue, patience: patience))
  }
}

private struct OpenQueue: OpenPrinter {
  let queue: PrintQueue

  var dotsPerInch: Double? { queue.dotsPerInch }

  func print(_ print: PrintAnswer, title: String, told: (Sentence) -> Void) throws(Obstacle) -> Delivery {
    let content: PrintQueue.Content =
      print.form.isPDF
      ? .pdf(print.bytes, width: print.paper.width, height: print.paper.height) : .raw(print.bytes)
    return try queue.print(content, title: title, told: told)
  }
}
