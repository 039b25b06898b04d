import Foundation
import Testing

/// Many invoices printed by one call, as its user sees it.
@Suite("ksef-render batch", .serialized)
struct BatchTests {
  private let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  private static let quick = ["--jobs", "2", "--language", "en", "--creation-date", "2026-12-31"]

  private func batch(_ arguments: String...) throws -> Outcome {
    try Program.render.run(["batch"] + arguments + ["-o", folder.file("out")] + Self.quick)
  }

  /// Copies of a small sample, each an invoice of its own by its number, in `in`.
  private func writeInvoices(_ count: Int) throws {
    let sample = try String(
      contentsOf: Corpus.packageRoot.appending(path: "samples/fa3-vat.xml"), encoding: .utf8)
    try FileManager.default.createDirectory(atPath: folder.file("in"), withIntermediateDirectories: true)
    for number in 1...count {
      _ = try folder.write(
        sample.replacing("<P_2>FV/2026/03/0021</P_2>", with: "<P_2>FV/\(number)</P_2>"),
        to: "in/\(number + 1000).xml")
    }
  }

  private func prints() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.file("out")).filter { $0.hasSuffix(".pdf") }.sorted()
  }

  /// None where there is no folder yet.
  private func countOfPrints() throws -> Int {
    FileManager.default.fileExists(atPath: folder.file("out")) ? try prints().count : 0
  }

  private func isWhole(_ print: String) throws -> Bool {
    let bytes = try Data(contentsOf: URL(filePath: folder.file("out/\(print)")))
    return bytes.starts(with: Data("%PDF-".utf8)) && bytes.suffix(10).range(of: Data("%%EOF".utf8)) != nil
  }

  @Test("A packed archive is printed under the names that were asked for, with a table, and its sum is told")
  func archive() throws {
    let archive = folder.file("ksef.tar.gz")
    let packed = try Program.tool("tar").run(
      ["czf", archive, "samples/fa3-vat.xml", "samples/fa3-kor.xml", "samples/README.md"],
      in: Corpus.packageRoot.path)
    try #require(packed.code == 0)
    let outcome = try batch(archive, "--name", "{seller}/{number}.pdf", "--report", folder.file("r.csv"))
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try prints() == ["9990000126/KOR_5_2026.pdf", "9999999999/FV_2026_03_0021.pdf"])
    #expect(outcome.errors.contains("Printed: 2, refused: 0, failed: 0, skipped: 0; warnings: 0; other files: 1;"))
    let table = try String(contentsOf: URL(filePath: folder.file("r.csv")), encoding: .utf8)
    #expect(table.split(separator: "\r\n").count == 3)
  }

  @Test("Two processes print the same as one, byte for byte, in the same order")
  func deterministic() throws {
    try writeInvoices(12)
    let reports = try ["1", "2"].map { jobs in
      let outcome = try Program.render.run(
        ["batch", folder.file("in"), "-o", folder.file("out\(jobs)"), "--jobs", jobs, "--name", "{seller}.pdf"]
          + ["--report", folder.file("\(jobs).json"), "--creation-date", "2026-12-31"])
      #expect(outcome.code == 0, "\(outcome.errors)")
      return try Data(contentsOf: URL(filePath: folder.file("\(jobs).json")))
    }
    #expect(reports[0] == reports[1])
    #expect(try Program.tool("diff").run(["-r", folder.file("out1"), folder.file("out2")]).code == 0)
  }

  @Test("Invoices that KSeF accepted are printed with the numbers that their files are called by")
  func accepted() throws {
    let number = KSeFNumber.withChecksum("9999999999-20260303-0100C0FFEE01")
    let sample = try Data(contentsOf: Corpus.packageRoot.appending(path: "samples/fa3-vat.xml"))
    let source = try folder.write(sample, to: "\(number).xml")
    let outcome = try batch(source, "--ksef-numbers", "names", "--name", "{ksef-number}.pdf")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(!outcome.errors.contains("OFFLINE"))
    #expect(try prints() == ["\(number).pdf"])
  }

  @Test("What KSeF would refuse is told in a line, the others are printed, and the exit code is 2")
  func refused() throws {
    try writeInvoices(2)
    _ = try folder.write("<Faktura/>", to: "in/0.xml")
    let outcome = try batch(folder.file("in"))
    #expect(outcome.code == 2)
    #expect(try prints().count == 2)
    #expect(outcome.errors.split(separator: "\n").count { $0.contains("0.xml") } == 1, "\(outcome.errors)")
  }

  @Test("A source that isn't there costs itself only, and outranks what was refused")
  func vanished() throws {
    try writeInvoices(1)
    _ = try folder.write("<Faktura/>", to: "in/0.xml")
    let outcome = try batch(folder.file("none.xml"), folder.file("in"))
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("none.xml: failed: "))
    #expect(try prints().count == 1)
  }

  @Test("A list on standard input names what is printed")
  func list() throws {
    try writeInvoices(3)
    let outcome = try Program.render.run(
      ["batch", "--files-from", "-", "-o", folder.file("out")] + Self.quick, in: folder.path,
      input: Data("in/1001.xml\nin/1003.xml\n".utf8))
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try prints() == ["in/1001.pdf", "in/1003.pdf"])
  }

  @Test("A batch that is killed at any moment is taken up again: no print is missing, half written or doubled")
  func killed() throws {
    try writeInvoices(60)
    for wanted in [5, 15, 25, 40] {
      try withRunning(["batch", folder.file("in"), "-o", folder.file("out"), "--resume"] + Self.quick) { process in
        while process.isRunning, try countOfPrints() < wanted { usleep(1000) }
        usleep(UInt32.random(in: 0...20_000))
        kill(process.processIdentifier, SIGKILL)
      }
      for print in try prints() { #expect(try isWhole(print), "\(print)") }
    }
    let outcome = try batch(folder.file("in"), "--resume")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try prints() == (1001...1060).map { "\($0).pdf" })
    for print in try prints() { #expect(try isWhole(print), "\(print)") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("out/.ksef-render")) == ["record"])
    #expect(try batch(folder.file("in"), "--resume").errors.contains("skipped: 60;"))
  }

  @Test("Ctrl-C ends a batch in order, with its report and the way to go on", arguments: [SIGINT, SIGTERM])
  func interrupted(signal: Int32) throws {
    try writeInvoices(150)
    let report = folder.file("r.json")
    let (code, errors) = try withRunning(
      ["batch", folder.file("in"), "-o", folder.file("out"), "--report", report] + Self.quick
    ) { process in
      while process.isRunning, try countOfPrints() < 3 { usleep(5000) }
      kill(process.processIdentifier, signal)
    }
    #expect(code == 128 + signal)
    #expect(errors.contains("the same call with --resume prints the rest"))
    let count = try prints().count
    #expect(count < 150)
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: report))) as? [String: Any]
    #expect((root?["invoices"] as? [Any])?.count == count)
    #expect((root?["summary"] as? [String: Any])?["complete"] as? Bool == false)
  }

  @Test("The second of two batches into one folder is refused")
  func twoBatches() throws {
    try writeInvoices(150)
    let (code, _) = try withRunning(
      ["batch", folder.file("in"), "-o", folder.file("out")] + Self.quick
    ) { process in
      while process.isRunning, try countOfPrints() < 1 { usleep(5000) }
      let second = try batch(folder.file("in"))
      #expect(second.code == 64)
      #expect(second.errors.contains("Another batch or watch prints into this folder."))
      kill(process.processIdentifier, SIGTERM)
    }
    #expect(code == 143)
  }

  @Test("Where no file may grow any more, as on a full disk, the batch ends with 74 and leaves nothing half written")
  func full() throws {
    try writeInvoices(5)
    let script =
      "ulimit -f 8; trap '' XFSZ; exec \"$@\" --jobs 1 --language en --today \(Program.today)"
    let outcome = try Program.tool("bash").run(
      ["-c", script, "bash", Program.render.path, "batch", folder.file("in"), "-o", folder.file("out")])
    #expect(outcome.code == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("The file can't be written: File too large."))
    #expect(try prints().isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("out/.ksef-render")) == ["record"])
  }

  @Test(
    "What can't be meant is a wrong call",
    arguments: [
      [], ["in", "--name", "{nip}.pdf"], ["in", "--report", "r.txt"], ["in", "--jobs", "0"],
      ["-", "--files-from", "-"],
    ])
  func wrongCalls(arguments: [String]) throws {
    try writeInvoices(1)
    let outcome = try Program.render.run(
      ["batch"] + arguments + ["-o", folder.file("out")] + (arguments.contains("--jobs") ? [] : ["--jobs", "1"]),
      in: folder.path)
    #expect(outcome.code == 64, "\(outcome.errors)")
  }

  /// Runs the program beside the test, until it ends.
  ///
  /// - Returns: its exit code and what it said; a code of no meaning where a signal ended it.
  @discardableResult
  private func withRunning(
    _ arguments: [String], _ work: (Process) throws -> Void
  ) throws -> (code: Int32, errors: String) {
    let process = try Program.render.started(arguments, errors: folder.file("errors"))
    try work(process)
    process.waitUntilExit()
    return (
      process.terminationStatus, try String(contentsOf: URL(filePath: folder.file("errors")), encoding: .utf8)
    )
  }
}

extension Program {
  /// Starts the program without waiting for its end.
  ///
  /// - Parameter errors: the file that its standard error goes to.
  func started(_ arguments: [String], errors: String) throws -> Process {
    try Data().write(to: URL(filePath: errors))
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = dated(arguments)
    process.environment = Program.plainEnvironment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    return process
  }
}
