import Foundation

/// The files of the repository as they lie on disk, without what was built or fetched.
struct Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Folders that git ignores, relative to the root.
  private static let foreign = [".git", "build", "fonts/built", "fonts/house"]

  /// The paths of all files, relative to the root, sorted.
  static let files: [String] = {
    var files: [String] = []
    collect("", &files)
    return files.sorted()
  }()

  static func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: root.appending(path: path))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  private static func collect(_ folder: String, _ files: inout [String]) {
    let location = folder.isEmpty ? root : root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: location.path)) ?? []
    for name in names {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      // `.build` and its siblings, and the file by which a worktree names its repository.
      if foreign.contains(path) || name.hasPrefix(".build") { continue }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: location.appending(path: name).path, isDirectory: &isFolder) else {
        continue
      }
      if isFolder.boolValue { collect(path, &files) } else { files.append(path) }
    }
  }
}
