import Foundation

/// A folder for a test's files; gone at the end.
final class WorkFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "ksef-workers-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Swift.print("left behind: \(path)") }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// A program that does this with its socket at descriptor 3, whatever it is asked.
  func script(_ body: String) throws -> String {
    let file = file("worker-\(UUID().uuidString)")
    try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return file
  }
}
