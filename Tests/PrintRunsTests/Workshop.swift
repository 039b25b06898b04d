import Findings
import Foundation
import InvoicePrinting
import InvoiceRendering
import KSeFIdentifiers
import PrintRuns

/// A folder for a test's files, with sources in `in` and prints in `out`; gone at the end.
final class Workshop {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "ksef-runs-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: "\(path)/in", withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Swift.print("left behind: \(path)") }
  }

  var output: String { "\(path)/out" }

  /// Writes a file, and the folders above it.
  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

  /// The files under a folder, as `name=text`; not those whose names begin with a dot.
  func files(in folder: String = "out") throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(folder)").sorted()
    return try paths.filter { path in
      var isFolder: ObjCBool = false
      return !path.hasPrefix(".")
        && FileManager.default.fileExists(
          atPath: "\(self.path)/\(folder)/\(path)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.map { "\($0)=\(try text("\(folder)/\($0)"))" }
  }

  /// What lies in the folder's own folder, but for the record.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(output)/.ksef-render").filter { $0 != "record" }
  }

  /// Prints the sources under `in`, or those named, and gives a line for each: `verdict source -> output`.
  @discardableResult
  func run(
    _ sources: [String] = ["in"], names: String = "{source}.pdf", resuming: PrintRunSettings.Resuming = .never,
    options: String = "", stopsAtTrouble: Bool = false, numbers: KSeFNumbers = .unknown,
    crew: any PrintingCrew = PaperCrew(),
    told: @escaping (PrintRow) throws(Obstacle) -> Void = { _ in }
  ) throws -> [String] {
    var settings = PrintRunSettings(options: InvoiceHash(ofExactBytes: Array(options.utf8)))
    settings.names = try NamePattern(names)
    settings.resuming = resuming
    settings.stopsAtTrouble = stopsAtTrouble
    settings.numbers = numbers
    var given = PrintSources(sources.map { "\(path)/\($0)" }, sizeLimit: 1000)
    var lines: [String] = []
    let run = PrintRun(into: try OutputFolder(output, owner: .source), settings, isStopped: { false }) {
      (row) throws(Obstacle) in
      let source = row.source.replacing("\(self.path)/in/", with: "")
      lines.append("\(row.verdict) \(source)" + (row.output.map { " -> \($0)" } ?? ""))
      try told(row)
    }
    try run.print({ given.next() }, by: crew)
    return lines
  }
}

/// A crew that writes no PDFs: a print is the word "print of" and the XML, whose words are the invoice's facts.
///
/// `number seller date`; what begins with `bad` is refused.
final class PaperCrew: PrintingCrew {
  private let hands: Int
  private(set) var printed: [String] = []

  /// - Parameter hands: so many tasks are taken before one ends, the one taken last being the first to end.
  init(hands: Int = 1) { self.hands = hands }

  func run(
    next: () -> PrintTask?, done: (PrintTask, Result<PrintAnswer, Obstacle>) -> Bool
  ) throws(Obstacle) {
    var taken: [PrintTask] = []
    var goesOn = true
    repeat {
      while goesOn, taken.count < hands, let task = next() { taken.append(task) }
      guard let task = taken.popLast() else { return }
      printed.append(task.name)
      goesOn = done(task, PaperCrew.print(task)) && goesOn
    } while true
  }

  private static func print(_ task: PrintTask) -> Result<PrintAnswer, Obstacle> {
    let text = String(decoding: task.bytes, as: UTF8.self)
    guard !text.hasPrefix("bad") else {
      return .failure(
        Obstacle(
          "invoice.refused", at: Place(file: task.name, line: 7, column: 3), Sentence("Refused.", pl: "Odrzucona."),
          remedy: Sentence("Correct it.", pl: "Popraw.")))
    }
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) + ["", "", ""]
    let findings = text.contains("odd") ? [Finding("sum.total", .warning, Sentence("Odd.", pl: "Dziwne."))] : []
    return .success(
      PrintAnswer(
        bytes: Array("print of \(text)".utf8), form: .archive, pageCount: 1,
        paper: PaperExtent(width: 595, height: 842), findings: findings, notices: [],
        facts: PrintFacts(
          kind: .invoice, seller: words[1], sellerName: "", buyerName: "", number: words[0], issueDate: words[2],
          invoiceKind: "VAT", ksefNumber: task.ksefNumber ?? "", hash: InvoiceHash(ofExactBytes: task.bytes).base64URL))
    )
  }
}
