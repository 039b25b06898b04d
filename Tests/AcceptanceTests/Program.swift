import Foundation

/// A program that is run from outside, as its users run it.
struct Program: Sendable {
  let path: String

  static let render = Program(built: "ksef-render")
  static let verify = Program(built: "ksef-verify")
  static let desk = Program(built: "ksef-desk")

  /// A tool of the system; nil where it isn't installed.
  ///
  /// Only the system's own folders are searched: a version manager's stand-in of the same name is another tool.
  static func installed(_ name: String) -> Program? {
    ["/usr/bin/\(name)", "/bin/\(name)", "/usr/local/bin/\(name)"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }.map(Program.init(path:))
  }

  /// A tool without which a test can say nothing.
  ///
  /// - Throws: ``NotInstalled``.
  static func tool(_ name: String) throws -> Program {
    guard let program = installed(name) else { throw NotInstalled(name: name) }
    return program
  }

  /// A program wherever the user has it.
  static func named(_ path: String) -> Program { Program(path: path) }

  struct NotInstalled: Error, CustomStringConvertible {
    let name: String
    var description: String { "\(name) isn't installed; packaging/debian-packages names its package" }
  }

  /// A tool of the caller's, such as the compiler that built these tests; nil where it isn't installed.
  static func inPath(_ name: String) -> Program? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
      .map(Program.init(path:))
  }

  init(path: String) { self.path = path }

  /// A program of ours, from the folder that the running tests were built into.
  private init(built name: String) {
    // The runner of the tests may lie elsewhere and be handed the bundle as an argument.
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? Program.running
    path = URL(filePath: bundle).deletingLastPathComponent().appending(path: name).path
  }

  private static var running: String {
    // Without /proc there is only what the program was called as.
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}

/// What a program left behind.
struct Outcome: Sendable {
  let code: Int32
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [String] { text.split(separator: "\n").map(String.init) }
}

extension Program {
  /// What every program is run with: nothing of the caller's that could change a result.
  static let plainEnvironment = [
    "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "Europe/Warsaw", "HOME": "/nonexistent",
  ]

  /// The day on which invoices are checked: after those of all samples, whatever the machine's clock says.
  static let today = "2026-12-31"

  /// The arguments with the day of the tests, where the call is one that asks which day it is.
  func dated(_ arguments: [String]) -> [String] {
    guard path == Program.render.path, let first = arguments.first, !arguments.contains("--today"),
      !["check-template", "demo-certificate", "extract", "--help", "--version"].contains(first)
    else { return arguments }
    let options = arguments.prefix { $0 != "--" }
    return options + ["--today", Program.today] + arguments.dropFirst(options.count)
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - environment: added to ``plainEnvironment``.
  ///   - folder: its working directory; that of the tests where none is named.
  ///   - input: its standard input; empty where none is given.
  func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil, input: Data = Data()
  ) throws -> Outcome {
    // Files instead of pipes: nothing can fill up, and nothing is inherited by a program started at the same time.
    let streams = try WorkFolder()
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = dated(arguments)
    process.environment = Program.plainEnvironment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let given = try streams.write(input, to: "input")
    let (output, errors) = (try streams.write("", to: "output"), try streams.write("", to: "errors"))
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: given))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try Data(contentsOf: URL(filePath: output)),
      errors: String(decoding: try Data(contentsOf: URL(filePath: errors)), as: UTF8.self))
  }

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }
}

/// A script of this folder that does something of ours again, in Python, without our code.
enum Script: String {
  case differential = "differential/differential.py"
  case independentLinks = "independent_links.py"
  case checkReport = "check_report.py"
  case measuredRun = "measured_run.py"
  case pictureAsGraymap = "picture_as_graymap.py"
  case schemaDocuments = "paper/documents.py"
  case paperCheck = "paper/check.py"
  case paperDoubt = "paper/doubt.py"
  case archiveRules = "archive/archive_rules.py"
  case journalChain = "desk/journal_chain.py"
  case killedTills = "desk/killed_tills.py"
  case receiptPrinter = "printers/receipt_printer.py"
  case labelPrinter = "printers/label_printer.py"

  func run(_ arguments: [String]) throws -> Outcome {
    let file = Corpus.packageRoot.appending(path: "Tests/AcceptanceTests/Tools/\(rawValue)").path
    return try Program.tool("python3").run(["-B", file] + arguments)
  }
}
