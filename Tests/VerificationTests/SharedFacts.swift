import Foundation

/// The folder of vectors and invoices that tests read in place; not part of the repository.
enum SharedFacts {
  static let folder: URL? = {
    let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["KSEF_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? packageRoot.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.appending(path: "vectors").path) ? folder : nil
  }()

  static var areHere: Bool { folder != nil }

  static func vectors<Vectors: Decodable>(_ name: String, as type: Vectors.Type) throws -> Vectors {
    try JSONDecoder().decode(type, from: try bytes("vectors/\(name)"))
  }

  static func bytes(_ path: String) throws -> Data {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return try Data(contentsOf: folder.appending(path: path))
  }
}
