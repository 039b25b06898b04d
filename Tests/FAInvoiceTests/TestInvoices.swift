import FAInvoice
import Findings
import Foundation

/// The start of every small invoice of these tests.
let fa3 = "http://crd.gov.pl/wzor/2025/06/25/13775/"

/// An FA(3) document around some content.
func invoice(_ content: String, prolog: String = "", namespace: String = fa3) -> [UInt8] {
  Array("\(prolog)<Faktura xmlns=\"\(namespace)\">\(content)</Faktura>".utf8)
}

/// What the reader objects to, nil where it reads.
func obstacle(_ bytes: [UInt8]) -> Obstacle? {
  do {
    _ = try FADocument.read(bytes, fileName: "f.xml")
    return nil
  } catch {
    return error
  }
}

/// Where the repository is, and the facts that tests read but the project doesn't hold.
enum Folders {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let samples = package.appending(path: "samples")

  static var shared: URL? {
    let named = ProcessInfo.processInfo.environment["KSEF_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? package.appending(path: "../shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  /// All XML files below a folder, in the order of their names.
  static func xmlFiles(_ folder: URL) -> [URL] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".xml") }.sorted().map { folder.appending(path: $0) }
  }
}

/// Another program, asked for its own answer.
enum Tool {
  static func path(_ name: String) -> String? {
    ["/usr/bin/\(name)", "/usr/local/bin/\(name)"].first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program to its end; its standard output and its exit code.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (output: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }
}
