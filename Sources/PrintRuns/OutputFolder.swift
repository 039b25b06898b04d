public import Findings
import Glibc
import KSeFIdentifiers
import WholeFiles

/// The folder that prints go to, with the record of what was printed there; one run has it at a time.
///
/// `.ksef-render` in it holds the record, which is also the lock, and the prints that are being written.
public final class OutputFolder {
  /// What the user should know of the record that was found; nil where there is nothing to say.
  public var remark: Sentence? { record.remark }

  let path: String
  let record: PrintRecord
  private let ownFolder: String
  private var staged = 0

  private static let temporaryEnding = ".part"

  /// Makes the folder where it is missing, takes it, and removes what a killed run left behind.
  ///
  /// - Parameter owner: whose the names of prints are.
  /// - Throws: `output.in-use` and `record.foreign-file` (usage), `file.unwritable` (input/output).
  public init(_ path: String, owner: PrintOwner) throws(Obstacle) {
    self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
    ownFolder = "\(self.path)/.ksef-render"
    try makeDirectory(ownFolder)
    guard access(ownFolder, W_OK) == 0, access(self.path.isEmpty ? "/" : self.path, W_OK) == 0 else {
      throw .recordUnwritable(path)
    }
    record = try PrintRecord("\(ownFolder)/record", owner: owner)
    removeTemporaryFiles()
  }

  /// A file for a print that has no name yet.
  ///
  /// - Throws: `file.unwritable` (input/output).
  func newFile() throws(Obstacle) -> StagedFile {
    staged += 1
    return try StagedFile("\(ownFolder)/\(staged)\(Self.temporaryEnding)")
  }

  /// Puts a print in its place, and makes the folders above it.
  ///
  /// - Throws: `file.unwritable` (input/output).
  func place(_ file: StagedFile, at output: String) throws(Obstacle) {
    if let slash = output.lastIndex(of: "/") { try makeDirectory("\(path)/\(output[..<slash])") }
    try file.place(at: "\(path)/\(output)")
  }

  /// Whether a print is there as the record has it, byte for byte.
  func holds(_ print: RecordedPrint) -> Bool {
    do throws(Obstacle) {
      return InvoiceHash(ofExactBytes: try readWholeFile("\(path)/\(print.output)", limit: 1 << 30)) == print.pdf
    } catch {
      // Whatever keeps it from being read, another print is made.
      return false
    }
  }

  /// Waits until all prints and their record are on the disk.
  ///
  /// - Throws: `file.unwritable` (input/output).
  func synchronise() throws(Obstacle) { try synchroniseFiles(at: ownFolder) }

  private func removeTemporaryFiles() {
    guard let stream = opendir(ownFolder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 }.map(\.self) }
      let name = String(decoding: bytes, as: UTF8.self)
      if name.hasSuffix(Self.temporaryEnding) { unlink("\(ownFolder)/\(name)") }
    }
  }
}
