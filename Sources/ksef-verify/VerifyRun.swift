import CodeReading
import EvidenceFiles
import Findings
import Glibc
import ReadingWorkers
import Verification

/// One call of the verifier: first the evidence is read, then the material that its codes ask for, then it is judged.
struct VerifyRun {
  private let command: VerifyCommand
  private let language: Language

  init(_ command: VerifyCommand, language: Language) {
    self.command = command
    self.language = language
  }

  /// - Throws: what stops the call; a file that can't be read doesn't.
  func judged() throws(Obstacle) -> Report {
    var limits = ReadingLimits()
    limits.seconds = command.seconds
    let journal: ReadingJournal?
    if let path = command.resume { journal = try ReadingJournal(path) } else { journal = nil }
    if let remark = journal?.remark { say([remark]) }
    let gathering = EvidenceGathering(
      command.evidence, wishes: wishes, limits: limits, journal: journal, progress: progress(),
      standardInput: Sentence("standard input", pl: "standardowe wejście").text(in: language))
    try gathering.gather(jobs: command.jobs ?? ReadingCrew.jobsOfMachine)
    say(gathering.remarks)
    let evidence = gathering.evidence
    var loading = MaterialLoading()
    loading.addInvoices(
      at: command.invoices, inBoxes: gathering.holdsInvoices ? command.evidence : [], named: gathering.invoices,
      for: evidence)
    loading.addCertificates(at: command.certificates)
    loading.addPublicKeys(at: command.publicKey)
    loading.addRevocationLists(at: command.revocationList)
    loading.addReceipts(at: command.receipts)
    say(loading.remarks)
    var material = loading.material
    material.expectedEnvironment = command.environment
    return Verifier(material).verify(loading.obstacles.map { .unreadable($0) } + evidence)
  }

  /// The verdict in a line, where every report goes to a file and the user would see nothing else of it.
  func sayVerdict(of report: Report) {
    guard command.reports.allSatisfy({ $0.file != nil }) else { return }
    say([report.summary])
  }

  /// What the reports that are asked for show, and the checks look at.
  private var wishes: CodeReader.Wishes {
    var wishes = CodeReader.Wishes()
    wishes.thumbnails = command.reports.contains { $0.form == .html }
    wishes.recognition = command.ocr
    return wishes
  }

  private func progress() -> RunProgress {
    let paths = command.evidence.filter { !EvidenceGathering.isLink($0) }
    return RunProgress(total: command.quiet ? nil : EvidenceFiles.count(paths), language: language)
  }

  private func say(_ remarks: [Sentence]) {
    guard !command.quiet else { return }
    for remark in remarks { printToStandardError("ksef-verify: \(remark.text(in: language).printable)") }
  }
}
