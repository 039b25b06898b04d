import Glibc

/// The corpus of real invoices, read in place; absent from a checkout of the project alone.
///
/// Foundation isn't used in these tests: its copy of ICU and the one in libxml2's headers can't be imported together.
enum SharedCorpus {
  static let folder: String? = {
    let root = String(decoding: #filePath.utf8, as: UTF8.self).split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = (environment("KSEF_SHARED") ?? "/\(root)/../shared") + "/corpus"
    return access(folder, R_OK) == 0 ? folder : nil
  }()

  static var isPresent: Bool { folder != nil }

  /// The invoices of FA(2), FA(3) and FA_RR that obey their schema, by path below the corpus.
  static let validInvoices: [String] = {
    let folders = [
      "generated/fa2", "generated/fa3", "generated/rr", "invoices/fa2/filled", "invoices/fa2/official",
      "invoices/fa2/other", "invoices/fa3/filled", "invoices/fa3/official", "invoices/fa3/other", "invoices/rr/filled",
    ]
    // This one is of the draft structure of FA_RR that never came into force; the reader refuses it.
    let draft = "invoices/rr/filled/cirfmf--invoice-template-fa-rr-1-04b3539.xml"
    return folders.flatMap { name in files(in: name).map { "\(name)/\($0)" } }
      .filter { $0.hasSuffix(".xml") && $0 != draft }.sorted()
  }()

  static func bytes(_ path: String) -> [UInt8] {
    folder.map { contents(of: "\($0)/\(path)") } ?? []
  }

  private static func files(in name: String) -> [String] {
    guard let folder, let directory = opendir("\(folder)/\(name)") else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      found.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return found
  }
}

func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// The bytes of a file; none where it can't be read.
func contents(of path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65536)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  return bytes
}
