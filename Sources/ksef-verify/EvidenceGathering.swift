import CodeReading
import EvidenceFiles
import FAInvoice
import Findings
import Glibc
import KSeFIdentifiers
import KSeFLinks
import ReadingWorkers
import Verification

/// Reads all the evidence of a call, file by file, whatever some of the files are.
final class EvidenceGathering {
  /// The largest print that is read, in bytes.
  static let printLimit = 200_000_000
  /// The largest text of links that is read, in bytes.
  static let textLimit = 16_000_000

  /// In the order of what was given, whatever was read first.
  var evidence: [Evidence] { pieces.flatMap(\.self) }
  /// Invoices that were named among the evidence.
  private(set) var invoices: [GivenInvoice] = []
  /// Whether invoices lie in the folders and archives, to be looked at when it is known what the codes ask for.
  private(set) var holdsInvoices = false
  /// What was passed over, by the reason.
  private(set) var remarks: [Sentence] = []

  private let paths: [String]
  private let wishes: CodeReader.Wishes
  private let limits: ReadingLimits
  private let journal: ReadingJournal?
  private let progress: RunProgress
  private let standardInput: String
  private var pieces: [[Evidence]] = []
  /// Of the prints that are being read, by their places in `pieces`.
  private var contents: [Int: InvoiceHash] = [:]
  private var names: [Int: String] = [:]
  private var credentials = SkippedFiles()
  private var receipts = SkippedFiles()
  private var others = SkippedFiles()

  /// - Parameter arguments: links, and paths of files, folders and archives; `-` for standard input.
  init(
    _ arguments: [String], wishes: CodeReader.Wishes, limits: ReadingLimits, journal: ReadingJournal?,
    progress: RunProgress, standardInput: String
  ) {
    paths = arguments.filter { !Self.isLink($0) }
    self.wishes = wishes
    self.limits = limits
    self.journal = journal
    self.progress = progress
    self.standardInput = standardInput
    for (index, argument) in arguments.enumerated() where Self.isLink(argument) {
      pieces.append([.text(argument, .argument(index + 1))])
    }
  }

  /// An address, or something with KSeF's host in it that is no file.
  static func isLink(_ argument: String) -> Bool {
    let lowered = argument.lowercased()
    if lowered.hasPrefix("https://") || lowered.hasPrefix("http://") { return true }
    return lowered.contains("ksef") && lowered.contains(".mf.gov.pl/") && access(argument, F_OK) != 0
  }

  /// - Throws: `evidence.no-worker`, and what keeping the readings throws.
  func gather(jobs: Int) throws(Obstacle) {
    var files = EvidenceFiles(
      paths, largest: Self.printLimit, standardInput: standardInput, accepting: { [unowned self] in limit(of: $0) })
    try ReadingCrew(jobs: jobs, limits: limits).read(
      next: { () throws(Obstacle) -> ReadingTask? in
        while let found = files.next() {
          if let task = take(found) { return task }
        }
        return nil
      },
      finished: { (outcome) throws(Obstacle) in try keep(outcome) },
      tick: { progress.show() })
    progress.finish()
    remarks += credentials.remark(
      Sentence(
        "certificates and keys among the evidence aren't trusted; give them with --certificates",
        pl: "certyfikaty i klucze wśród dowodów nie są zaufane; podaj je w --certificates"))
    remarks += receipts.remark(
      Sentence(
        "UPO files among the evidence aren't trusted; give them with --receipts",
        pl: "pliki UPO wśród dowodów nie są zaufane; podaj je w --receipts"))
    remarks += others.remark(Sentence("other files skipped", pl: "pominięto inne pliki"))
  }

  /// What in a folder or an archive is read, up to how many bytes. It is told here what wasn't wanted, and why.
  private func limit(of head: FileHead) -> Int? {
    switch EvidenceForm(head) {
    case .print, .misnamed: return Self.printLimit
    case .lines, .table: return Self.textLimit
    case .invoice: holdsInvoices = true
    case .credential: credentials.add(head.name)
    case .receipt: receipts.add(head.name)
    case .other: others.add(head.name)
    }
    return nil
  }

  /// - Returns: the task of reading a print; nil where there is nothing left to do with the file.
  private func take(_ found: FoundFile) -> ReadingTask? {
    switch found {
    case .passedOver: break
    case .obstacle(let obstacle):
      progress.noteTrouble()
      pieces.append([.unreadable(obstacle)])
    case .file(let file):
      let head = FileHead(name: file.name, bytes: Array(file.bytes.prefix(FileHead.length)))
      switch EvidenceForm(head) {
      case .lines, .table: takeText(file)
      // Nothing at all on standard input is no link.
      case .other where file.bytes.isEmpty && file.name == standardInput: break
      case .invoice: invoices.append(GivenInvoice(file.bytes, name: file.name, comesWithPrints: true))
      // What is named and can't be read, the reader says why.
      case .print, .misnamed, .receipt, .credential, .other: return takePrint(file)
      }
    }
    progress.noteDone()
    return nil
  }

  private func takePrint(_ file: EvidenceFile) -> ReadingTask? {
    let number = pieces.count
    pieces.append([])
    if let journal {
      let content = InvoiceHash(ofExactBytes: file.bytes)
      if let known = journal.result(of: content, wishes: wishes, limits: limits) {
        put(known.mapError { $0.inFile(file.name) }, at: number, name: file.name)
        return nil
      }
      contents[number] = content
    }
    names[number] = file.name
    return ReadingTask(number: number, name: file.name, bytes: file.bytes, wishes: wishes)
  }

  private func keep(_ outcome: ReadingOutcome) throws(Obstacle) {
    if let content = contents.removeValue(forKey: outcome.number) {
      try journal?.keep(outcome.result, of: content, wishes: wishes, limits: limits)
    }
    put(outcome.result, at: outcome.number, name: names.removeValue(forKey: outcome.number) ?? "")
  }

  private func put(_ result: Result<PrintReading, Obstacle>, at number: Int, name: String) {
    switch result {
    case .success(let reading): pieces[number] = [.print(named: name, reading)]
    case .failure(let obstacle):
      progress.noteTrouble()
      pieces[number] = [.unreadable(obstacle)]
    }
    progress.noteDone()
  }

  private func takeText(_ file: EvidenceFile) {
    guard file.bytes.count <= Self.textLimit else {
      // Only standard input and files that are named come larger.
      pieces.append([.unreadable(.textTooLarge(file.name, limit: Self.textLimit))])
      return
    }
    let text = file.bytes.asText
    let head = FileHead(name: file.name, bytes: Array(file.bytes.prefix(FileHead.length)))
    guard case .table = EvidenceForm(head) else {
      // What somebody names holds codes on every line; a text that only lies in the box may hold anything.
      let lines = Evidence.onLines(of: text, name: file.name).filter { file.isNamed || $0.isOfKSeF }
      return file.isNamed || !lines.isEmpty ? pieces.append(lines) : others.add(file.name)
    }
    let table = Evidence.onTable(of: text, name: file.name)
    guard file.isNamed || !table.evidence.isEmpty else { return others.add(file.name) }
    pieces.append(table.evidence)
    if table.otherRows > 0 {
      remarks.append(
        Sentence(
          "\(file.name): rows without a link of KSeF's: \(table.otherRows)",
          pl: "\(file.name): wiersze bez linku KSeF: \(table.otherRows)"))
    }
  }
}

extension Evidence {
  /// A text that was meant for KSeF.
  fileprivate var isOfKSeF: Bool {
    guard case .text(let text, _) = self else { return true }
    if case .foreign = ReadLink(text) { return false }
    return true
  }
}
