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
    // Written by another process: a program that this one still has open for writing, or has left open to one that it
    // starts at the same time, can't be run.
    let writer = Process()
    writer.executableURL = URL(filePath: "/bin/sh")
    writer.arguments = ["-c", #"printf '%s\n' '#!/bin/sh' "$1" > "$2" && chmod 755 "$2""#, "sh", body, file]
    try writer.run()
    writer.waitUntilExit()
    return file
  }
}
