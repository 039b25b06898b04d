import Findings
import Foundation
import InvoicePrinting
import InvoiceRendering
import KSeFIdentifiers

/// The invoices of the repository, the command that prints them, and the same in this process.
enum Samples {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let command = Bundle.main.bundleURL.appending(path: "ksef-render").path
  static var commandIsThere: Bool { FileManager.default.isExecutableFile(atPath: command) }

  /// The options of a worker that prints as `printer()` does.
  static let arguments = [
    "worker", "--environment=test", "--today=2026-12-31", "--creation-date=2026-12-31T12:00:00Z",
    "--resources=\(root.path)",
  ]

  static func printer() throws -> InvoicePrinter {
    var settings = PrintSettings(resources: try ResourceFolder(root.path))
    settings.environment = .test
    settings.today = CalendarDate(iso: "2026-12-31")
    settings.creationDate = CreationDate("2026-12-31T12:00:00Z")
    return try InvoicePrinter(settings)
  }

  static func task(_ name: String) throws -> PrintTask {
    PrintTask(name: "\(name).xml", bytes: [UInt8](try Data(contentsOf: root.appending(path: "samples/\(name).xml"))))
  }

  static func tasks() throws -> [PrintTask] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "samples").path)
      .filter { $0.hasSuffix(".xml") }.sorted().map { try task(String($0.dropLast(4))) }
  }

  /// An invoice from a day that hasn't come.
  static func refused() throws -> PrintTask {
    let text = String(decoding: try task("fa3-vat").bytes, as: UTF8.self)
    return PrintTask(
      name: "refused.xml",
      bytes: Array(text.replacing("<P_1>2026-03-02</P_1>", with: "<P_1>2027-03-02</P_1>").utf8))
  }
}

/// A folder for a test's files; gone at the end.
final class WorkFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "ksef-print-workers-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Swift.print("left behind: \(path)") }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// A program in place of a worker.
  func script(_ body: String) throws -> String {
    let file = file("worker-\(UUID().uuidString)")
    // Written by another process: a program that this one still has open for writing, or has left open to one that it
    // starts at the same time, can't be run.
    try run("/bin/sh", ["-c", #"printf '%s\n' '#!/bin/sh' "$1" > "$2" && chmod 755 "$2""#, "sh", body, file])
    return file
  }

  func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }
}
