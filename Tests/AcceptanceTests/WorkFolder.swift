import Foundation

/// A folder for a test's files, removed together with its owner.
final class WorkFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "ksef-acceptance-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { remove() }

  /// The folder of things that all tests share; it goes when the process ends.
  static let ofProcess: WorkFolder = {
    do {
      let folder = try WorkFolder()
      atexit { WorkFolder.ofProcess.remove() }
      return folder
    } catch {
      preconditionFailure("no temporary folder can be made: \(error)")
    }
  }()

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and gives its path.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: file(name)))
    return file(name)
  }

  func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }

  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  private func remove() {
    // What can't be removed is the system's to clear; a test has nothing to say about it.
    try? FileManager.default.removeItem(atPath: path)
  }
}
