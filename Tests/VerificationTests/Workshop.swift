import Foundation

/// A temporary folder in which the `openssl` command works; gone at the end.
final class Workshop {
  private let folder: URL

  struct Failure: Error {
    let output: String
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ksef-verify-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { Swift.print("left behind: \(folder.path)") }
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

  func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: folder.appending(path: name)) }

  /// Runs `openssl` in the folder.
  func openssl(_ arguments: String...) throws { try openssl(arguments) }

  /// Runs `openssl` in the folder.
  func openssl(_ arguments: [String]) throws {
    let (status, output) = try run("/usr/bin/env", ["openssl"] + arguments)
    guard status == 0 else { throw Failure(output: output) }
  }

  /// Runs a program in the folder; both its outputs in one text.
  func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws -> (status: Int32, output: String) {
    let process = Process()
    let (output, inputPipe) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = inputPipe
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try inputPipe.fileHandleForWriting.write(contentsOf: Data(input))
    try inputPipe.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
