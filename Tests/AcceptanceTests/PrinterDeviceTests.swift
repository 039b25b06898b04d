import Foundation
import Testing

/// Prints on a receipt printer of the tests' own, which stands on a port of the loopback.
@Suite("Printing on a receipt printer")
struct PrinterDeviceTests {
  private let folder: WorkFolder
  private let invoice: Invoice

  init() throws {
    folder = try WorkFolder()
    invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
  }

  /// Prints once on a printer with these whims.
  private func print(on whims: [String], _ options: [String] = []) throws -> (outcome: Outcome, printer: TestPrinter) {
    let printer = try TestPrinter(whims, in: folder)
    let outcome = try Program.render.run(
      ["print", invoice.path, "--device", "tcp://127.0.0.1:\(printer.port)", "--language", "en"] + options)
    try printer.wait()
    return (outcome, printer)
  }

  @Test("A printer that says that all came out has printed; the paper holds every dot")
  func printed() throws {
    let (outcome, printer) = try print(on: [])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("Printed: tcp://127.0.0.1:"))
    #expect(try printer.deeds() == "reset cut asked")
    let job = folder.file("job.escpos")
    _ = try Program.render.run(invoice.path, "--language", "en", "--format", "escpos", "-o", job)
    _ = try Script.receiptPrinter.run(["replay", job, folder.file("expected.pgm")])
    #expect(try printer.paper() == Data(contentsOf: URL(filePath: folder.file("expected.pgm"))))
  }

  @Test("A slow printer is waited for")
  func slow() throws {
    #expect(try print(on: ["--slow"], ["--patience", "2"]).outcome.code == 0)
  }

  @Test(
    "A printer that isn't ready is told of in words, and gets nothing",
    arguments: [("--paper-out", "The printer is out of paper."), ("--cover-open", "The printer's cover is open.")])
  func notReady(whim: String, sentence: String) throws {
    let (outcome, printer) = try print(on: [whim])
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains(sentence))
    #expect(outcome.errors.contains("Nothing was printed."))
    #expect(try printer.deeds() == "")
  }

  @Test("Paper that ends in the middle is told of, and never called printed")
  func paperEnds() throws {
    let (outcome, _) = try print(on: ["--paper-ends", "500"], ["--patience", "2"])
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("The printer is out of paper."))
    #expect(outcome.errors.contains("don't hand it out"))
    #expect(!outcome.errors.contains("Printed"))
  }

  @Test("A printer that stops in the middle and keeps the connection is given up after the patience")
  func stalls() throws {
    let printer = try TestPrinter(["--stall-after", "60000"], in: folder)
    let outcome = try Program.render.run(
      ["print", invoice.path, "--device", "tcp://127.0.0.1:\(printer.port)", "--patience", "1"])
    #expect(outcome.code == 74)
    #expect(!outcome.errors.contains("Printed"))
  }

  @Test("What a printer tells unasked is never taken for its word that all came out")
  func tellsItself() throws {
    let printer = try TestPrinter(["--tells-itself", "--stall-after", "150000"], in: folder)
    let outcome = try Program.render.run(
      ["print", invoice.path, "--device", "tcp://127.0.0.1:\(printer.port)", "--language", "en", "--patience", "1"])
    #expect(outcome.code == 74)
    #expect(!outcome.errors.contains("Printed"))
    #expect(try print(on: ["--tells-itself"]).outcome.code == 0, "nor does it keep a print from being told")
  }

  @Test("A printer that closes the connection after any number of bytes has never printed", arguments: [false, true])
  func closes(isSilent: Bool) throws {
    let job = folder.file("job.escpos")
    _ = try Program.render.run(invoice.path, "--language", "en", "--format", "escpos", "-o", job)
    let size = try Data(contentsOf: URL(filePath: job)).count
    // With the questions before and after: up to the last byte of all.
    let asked = isSilent ? 3 : 9
    let whole = asked + size + (isSilent ? 0 : 3)
    let positions = [0, 1, 2, asked, asked + 2, 5000, 100_000, whole - 7, whole - 4, whole - 3, whole - 1]
    for position in positions {
      let (outcome, _) = try print(
        on: ["--close-after", "\(position)"] + (isSilent ? ["--silent"] : []), ["--patience", "2"])
      #expect(outcome.code == 74 || isSilent && outcome.code == 75, "closed after \(position) of \(whole)")
      #expect(!outcome.errors.contains("Printed"), "closed after \(position) of \(whole)")
    }
  }

  @Test("A printer that never answers is never said to have printed; --unconfirmed takes it on trust")
  func silent() throws {
    let (outcome, _) = try print(on: ["--silent"])
    #expect(outcome.code == 75)
    #expect(outcome.errors.contains("doesn't say whether it printed"))
    let (trusted, printer) = try print(on: ["--silent"], ["--unconfirmed"])
    #expect(trusted.code == 0)
    #expect(!trusted.errors.contains("Printed"))
    #expect(try printer.deeds() == "reset cut", "it isn't asked")
  }

  @Test("At a desk an invoice isn't issued where the printer isn't ready")
  func desk() throws {
    let desk = folder.file("desk")
    #expect(try Program.desk.run("mode", "set", "offline24", "--reason", "no network", "--desk", desk).code == 0)
    let printer = try TestPrinter(["--paper-out"], in: folder)
    let outcome = try Program.render.run(
      ["print", invoice.path, "--device", "tcp://127.0.0.1:\(printer.port)", "--desk", desk])
    #expect(outcome.code == 74)
    #expect(try Program.desk.run("queue", "list", "--report", "json", "--desk", desk).text.contains("FV/2026") == false)
  }

  @Test("What is no printer is refused in words", arguments: ["/etc/hostname", "tcp://127.0.0.1:1", "/dev/nothing"])
  func noPrinter(device: String) throws {
    let outcome = try Program.render.run("print", invoice.path, "--device", device, "--patience", "2")
    #expect(outcome.code == (device == "/etc/hostname" ? 64 : 74))
  }

  @Test(
    "A call that names no printer, two, or none that there can be is wrong",
    arguments: [
      [], ["--printer", "A", "--device", "/dev/usb/lp0"], ["--device", "lp0"], ["--device", "tcp://"],
      ["--device", "tcp://host:0"], ["--device", "tcp://host:99999"], ["--device", "/dev/usb/lp0", "--format", "pdf"],
      ["--printer", "A", "--patience", "0"],
    ])
  func wrongCall(options: [String]) throws {
    #expect(try Program.render.run(["print", invoice.path] + options).code == 64)
  }
}

/// One run of the printer of the tests' own.
final class TestPrinter {
  let port: Int
  private let process: Process
  private let folder: String

  init(_ whims: [String], in folder: WorkFolder) throws {
    self.folder = folder.file("printer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
    process = Process()
    process.executableURL = URL(filePath: try Program.tool("python3").path)
    let script = Corpus.packageRoot.appending(path: "Tests/AcceptanceTests/Tools/\(Script.receiptPrinter.rawValue)")
      .path
    process.arguments = ["-B", script, "serve", self.folder] + whims
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  deinit { if process.isRunning { process.terminate() } }

  func wait() throws { process.waitUntilExit() }

  func paper() throws -> Data { try Data(contentsOf: URL(filePath: "\(folder)/paper-0.pgm")) }

  func deeds() throws -> String { try String(contentsOfFile: "\(folder)/deeds-0.txt", encoding: .utf8) }
}
