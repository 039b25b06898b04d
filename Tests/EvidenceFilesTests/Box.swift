import EvidenceFiles
import Findings
import Foundation
import Testing

/// A folder for a test's files; gone at the end.
final class Box {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "ksef-box-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Swift.print("left behind: \(path)") }
  }

  /// Writes a file, and the folders above it.
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  /// Runs a Python script in the folder.
  func python(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(filePath: path)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  /// Packs texts into a ZIP file, in this order.
  func zip(_ members: KeyValuePairs<String, String>, to name: String) throws {
    let calls = members.map { "z.writestr(\(literal($0.key)), \(literal($0.value)))" }.joined(separator: "; ")
    try python("import zipfile; z = zipfile.ZipFile('\(name)', 'w', zipfile.ZIP_DEFLATED); \(calls); z.close()")
  }

  private func literal(_ text: String) -> String {
    "bytes([\(text.utf8.map(String.init).joined(separator: ","))]).decode()"
  }

  /// What is found in the folder, each as `name=text`, `-name` for what is passed over or `!code name` for obstacles,
  /// names without the folder's path.
  func found(
    _ names: String..., limits: ArchiveLimits = ArchiveLimits(), accepting: @escaping (FileHead) -> Int? = { _ in 1000 }
  ) -> [String] {
    EvidenceFiles(names.map { "\(path)/\($0)" }, limits: limits, accepting: accepting).map { found in
      switch found {
      case .file(let file): "\(short(file.name))=\(String(decoding: file.bytes, as: UTF8.self))"
      case .passedOver(let name): "-\(short(name))"
      case .obstacle(let obstacle): "!\(obstacle.code) \(short(obstacle.place.file ?? ""))"
      }
    }
  }

  func count(_ names: String...) -> Int { EvidenceFiles.count(names.map { "\(path)/\($0)" }) }

  private func short(_ name: String) -> String { name.replacing("\(path)/", with: "") }
}
