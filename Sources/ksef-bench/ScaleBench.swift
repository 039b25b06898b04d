import ArchivePDF
import CairoDrawing
import FAInvoice
import FAValidation
import Findings
import Glibc
import InvoiceRendering
import KSeFIdentifiers
import PageLayout
import Presentation

/// Large documents, each size in a process of its own so that its peak of memory can be told: time for each element
/// should stay what it is as their number grows.
enum ScaleBench {
  /// Starts this program once for each document and size.
  static func run(program: String) {
    print("large documents; milliseconds, and microseconds for each element")
    print(
      "  elements     number  pages  kilobytes     read  present  lay out     draw  archive    whole  each (µs)  peak (MB)  check  / rendering"
    )
    for document in LargeDocument.allCases {
      for count in document.sizes {
        var pid: pid_t = 0
        let words: [String] = [program, "scale", document.rawValue, "\(count)"]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        fflush(nil)
        guard posix_spawn(&pid, program, nil, nil, &arguments, environ) == 0 else {
          print("  \(program) can't be started")
          exit(74)
        }
        var status: Int32 = 0
        waitpid(pid, &status, 0)
        if status != 0 { print("  \(document.rawValue) \(count): failed") }
      }
    }
  }

  /// Measures one document of one size.
  static func measure(_ document: LargeDocument, count: Int) throws(Obstacle) {
    let stages = try InvoiceRenderer.Stages(resources: try ResourceFolder.ofProgram())
    let bytes = document.bytes(count: count)
    var marks = [now()]
    let invoice = try FADocument.read(bytes, fileName: document.rawValue)
    marks.append(now())
    let presentation = Presentation(of: invoice, template: stages.template, wording: try stages.wording(), codes: nil)
    marks.append(now())
    let pages = try stages.layout.pages(of: presentation)
    marks.append(now())
    let metadata = PDFMetadata(title: "bench", author: "bench", creationDate: "2026-02-01T12:00:00Z")
    let pdf = try stages.drawing.pdf(pages, metadata: metadata)
    marks.append(now())
    _ = try ArchiveCopy.make(
      of: pdf,
      ArchiveDescription(of: invoice, as: presentation, codes: nil, creationDate: metadata.creationDate))
    marks.append(now())
    _ = InvoiceCheck(environment: .test, today: .inPoland(unixSeconds: time(nil))).findings(for: invoice)
    let check = now() - marks[5]
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let whole = marks[5] - marks[0]
    let times = zip(marks.dropFirst(), marks).map { right($0 - $1, 9) } + [right(whole, 9)]
    print(
      "  \(padded(document.rawValue, 10)) \(right(Double(count), 8)) \(right(Double(pages.count), 6))"
        + " \(right(Double(bytes.count) / 1000, 10))\(times.joined())"
        + " \(right(whole * 1000 / Double(count), 10)) \(right(Double(usage.ru_maxrss) / 1024, 10))"
        + "\(right(check, 7)) \(fixed(check / (marks[4] - marks[1])))")
  }

  /// A whole number, flush right.
  private static func right(_ value: Double, _ width: Int) -> String {
    let text = "\(Int(value.rounded()))"
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
