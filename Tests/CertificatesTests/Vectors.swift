import Foundation

/// The folder of known links and certificates that lies beside the repository, or where `KSEF_SHARED` says.
enum Vectors {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["KSEF_SHARED"] {
      return URL(fileURLWithPath: path).appendingPathComponent("vectors")
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.deletingLastPathComponent().appendingPathComponent("shared/vectors")
  }()

  static let areHere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("kod2.json").path)

  static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(type, from: Data(bytes(name)))
  }
}
