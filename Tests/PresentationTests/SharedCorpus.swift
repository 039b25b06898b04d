import Glibc

/// The corpus of real invoices, read in place; absent from a checkout of the project alone.
///
/// Foundation isn't used in these tests: its copy of ICU and the one in libxml2's headers can't be imported together.
enum SharedCorpus {
  static let folder: String? = {
    let folder = (environment("KSEF_SHARED") ?? "\(packageRoot)/../shared") + "/corpus"
    return access(folder, R_OK) == 0 ? folder : nil
  }()

  /// The paths of the invoices of FA(2), FA(3) and FA_RR that obey their schema; none without the corpus.
  static let validInvoices: [String] = {
    guard let folder else { return [] }
    let folders = [
      "generated/fa2", "generated/fa3", "generated/rr", "invoices/fa2/filled", "invoices/fa2/official",
      "invoices/fa2/other", "invoices/fa3/filled", "invoices/fa3/official", "invoices/fa3/other", "invoices/rr/filled",
    ]
    return folders.flatMap { xmlFiles(in: "\(folder)/\($0)") }
  }()
}

/// The root of the package.
let packageRoot = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

/// The paths of the XML files of a folder, in order of their names.
func xmlFiles(in folder: String) -> [String] { files(in: folder, ending: ".xml") }

/// The paths of the files of a folder whose names end so, in order of their names; none where there is no such folder.
func files(in folder: String, ending: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var found: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasSuffix(ending) { found.append("\(folder)/\(name)") }
  }
  return found.sorted()
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
