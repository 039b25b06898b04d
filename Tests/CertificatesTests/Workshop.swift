import Foundation

/// A temporary folder in which the `openssl` command works; gone at the end.
final class Workshop {
  let folder: URL

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("ksef-certificates-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  /// Runs `openssl` in the folder; arguments are split at spaces.
  @discardableResult
  func openssl(_ arguments: String) throws -> String {
    let (status, output) = try attempt(arguments)
    guard status == 0 else { throw Failure(description: "openssl \(arguments): \(output)") }
    return output
  }

  /// The same where failing is an answer.
  func attempt(_ arguments: String) throws -> (status: Int32, output: String) {
    try attempt(arguments.split(separator: " ").map(String.init))
  }

  /// Runs `openssl` in the folder with arguments that may hold spaces.
  func run(_ arguments: [String]) throws {
    let (status, output) = try attempt(arguments)
    guard status == 0 else { throw Failure(description: "openssl \(arguments): \(output)") }
  }

  private func attempt(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

extension String {
  /// Bytes of hexadecimal digits, two each.
  var hexadecimalBytes: [UInt8] {
    let digits = utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }
}
