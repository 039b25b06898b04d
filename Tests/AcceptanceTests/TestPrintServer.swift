import Foundation
import Testing

/// A print server (CUPS) of the tests' own, with queues that write into files; it ends with its owner.
final class TestPrintServer: Sendable {
  private let folder: WorkFolder
  private let server: Process

  /// Whether one can be run here: it needs root, as in CI.
  static var isPossible: Bool { getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/sbin/cupsd") }

  /// What makes every program of CUPS talk to this server.
  var environment: [String: String] { ["CUPS_SERVER": folder.file("socket")] }

  init() throws {
    folder = try WorkFolder()
    // The server gives its rights up, and must still reach its folders.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    for name in ["root", "spool", "cache", "state", "out"] {
      try FileManager.default.createDirectory(atPath: folder.file(name), withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: folder.file(name))
    }
    let settings = try folder.write(
      """
      LogLevel warn
      Listen \(folder.file("socket"))
      Browsing No
      DefaultAuthType None
      WebInterface No
      IdleExitTimeout 0
      <Location />
        Order allow,deny
        Allow all
      </Location>
      <Policy default>
        <Limit All>
          Order deny,allow
        </Limit>
      </Policy>
      """, to: "cupsd.conf")
    let files = try folder.write(
      """
      FileDevice Yes
      User lp
      Group lp
      SystemGroup lpadmin
      ServerRoot \(folder.file("root"))
      RequestRoot \(folder.file("spool"))
      CacheDir \(folder.file("cache"))
      StateDir \(folder.file("state"))
      TempDir \(folder.file("spool"))
      ErrorLog \(folder.file("errors"))
      AccessLog \(folder.file("accesses"))
      PageLog \(folder.file("pages"))
      """, to: "files.conf")
    server = Process()
    server.executableURL = URL(filePath: "/usr/sbin/cupsd")
    server.arguments = ["-f", "-c", settings, "-s", files]
    server.standardOutput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    try server.run()
    let answers = try (0..<100).contains { _ in
      Thread.sleep(forTimeInterval: 0.1)
      return try Program.tool("lpstat").run(["-r"], environment: environment).text.contains("is running")
    }
    guard answers else {
      throw NotStarted(log: (try? String(contentsOfFile: folder.file("errors"), encoding: .utf8)) ?? "")
    }
  }

  struct NotStarted: Error {
    let log: String
  }

  deinit { server.terminate() }

  /// Sets up a queue of a driver's, which writes a file in the server's folder.
  func addQueue(_ name: String, driver: String, to file: String) throws {
    try addQueue(name, ["-v", "file:\(path(of: file))", "-P", driver])
  }

  /// Sets up a queue that passes everything on as it is.
  func addQueue(_ name: String, device: String) throws { try addQueue(name, ["-v", device, "-m", "raw"]) }

  private func addQueue(_ name: String, _ options: [String]) throws {
    let outcome = try Program.named("/usr/sbin/lpadmin").run(["-p", name, "-E"] + options, environment: environment)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  /// Where a queue's output lies.
  func path(of file: String) -> String { folder.file("out/\(file)") }

  /// Runs a program of CUPS.
  func run(_ program: String, _ arguments: [String]) throws -> Outcome {
    try Program.named(program).run(arguments, environment: environment)
  }

  /// The driver of a receipt printer of 203 dots an inch that speaks PostScript.
  static let driver = Corpus.packageRoot.appending(path: "Tests/AcceptanceTests/Tools/printers/till.ppd").path
}
