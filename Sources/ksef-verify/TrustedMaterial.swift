import Certificates
import Findings
import Glibc
import Verification
import WholeFiles

/// The certificates and keys that the caller trusts.
struct TrustedMaterial {
  private(set) var certificates: [KSeFCertificate] = []
  private(set) var publicKeys: [GivenPublicKey] = []
  /// Files named by the caller that hold something else than they should.
  private(set) var obstacles: [Obstacle] = []
  /// What was passed over in folders.
  private(set) var remarks: [Sentence] = []

  /// The largest file of certificates or keys that is read, in bytes.
  private static let limit = 1_000_000
  /// The most files of a folder that are read.
  private static let folderLimit = 10_000

  /// Adds a file's certificates, or those of a folder's files (not of the folders in it).
  ///
  /// - Throws: `file.unreadable`, `folder.unreadable`.
  mutating func addCertificates(at path: String) throws(Obstacle) {
    guard kind(of: path) == S_IFDIR else {
      do {
        try addCertificates(inFile: path)
      } catch {
        guard error.kind == .refused else { throw error }
        obstacles.append(error)
      }
      return
    }
    var skipped: [String] = []
    let (names, unnamed) = try names(in: path)
    for name in names {
      let file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      guard kind(of: file) == S_IFREG else { continue }
      do {
        try addCertificates(inFile: file)
      } catch {
        if error.kind == .refused {
          skipped.append(name)
        } else {
          remarks.append(Sentence("\(file): \(error.reason.english)", pl: "\(file): \(error.reason.polish)"))
        }
      }
    }
    if !skipped.isEmpty {
      let shown = listed(skipped)
      remarks.append(
        Sentence(
          "\(path): files without a certificate skipped (\(skipped.count)): \(shown)",
          pl: "\(path): pominięto pliki bez certyfikatu (\(skipped.count)): \(shown)"))
    }
    if !unnamed.isEmpty {
      let shown = listed(unnamed)
      remarks.append(
        Sentence(
          "\(path): files skipped whose names aren't UTF-8, rename them (\(unnamed.count)): \(shown)",
          pl: "\(path): pominięto pliki o nazwach spoza UTF-8, zmień je (\(unnamed.count)): \(shown)"))
    }
  }

  /// The first five, for a remark.
  private func listed(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
  }

  /// Adds a bare public key.
  ///
  /// - Throws: `file.unreadable`.
  mutating func addPublicKey(at path: String) throws(Obstacle) {
    do {
      let bytes = try readWholeFile(path, limit: TrustedMaterial.limit)
      publicKeys.append(GivenPublicKey(try SignaturePublicKey(bytes, fileName: path), name: path))
    } catch {
      guard error.kind == .refused else { throw error }
      obstacles.append(error)
    }
  }

  private mutating func addCertificates(inFile path: String) throws(Obstacle) {
    let bytes = try readWholeFile(path, limit: TrustedMaterial.limit)
    certificates += try KSeFCertificate.all(in: bytes, fileName: path)
  }

  /// The names in a folder, sorted so that the order of the file system doesn't matter; apart from them those that
  /// aren't UTF-8 and so can't be opened, with U+FFFD for what isn't.
  private func names(in folder: String) throws(Obstacle) -> (names: [String], unnamed: [String]) {
    guard let stream = opendir(folder) else { throw folderUnreadable(folder) }
    defer { closedir(stream) }
    var (names, unnamed): ([String], [String]) = ([], [])
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { $0.prefix { $0 != 0 }.map(\.self) }
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
      guard names.count + unnamed.count < TrustedMaterial.folderLimit else {
        throw Obstacle(
          "folder.too-large", kind: .usage, at: .init(file: folder),
          Sentence(
            "The folder holds more than \(TrustedMaterial.folderLimit) files.",
            pl: "W folderze jest więcej plików niż \(TrustedMaterial.folderLimit)."),
          remedy: Sentence("Name the certificate's file itself.", pl: "Wskaż sam plik certyfikatu."))
      }
      if let name = String(validating: bytes, as: UTF8.self) {
        names.append(name)
      } else {
        unnamed.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    return (names.sorted(), unnamed.sorted())
  }

  private func folderUnreadable(_ folder: String) -> Obstacle {
    let reason = String(cString: strerror(errno))
    return Obstacle(
      "folder.unreadable", kind: .inputOutput, at: .init(file: folder),
      Sentence("The folder can't be read: \(reason).", pl: "Nie można odczytać folderu: \(reason)."),
      remedy: Sentence("Check the name and the permissions.", pl: "Sprawdź nazwę i uprawnienia."))
  }

  /// The file type bits of `st_mode`, links followed; nil where there is nothing.
  private func kind(of path: String) -> mode_t? {
    var information = stat()
    return stat(path, &information) == 0 ? information.st_mode & S_IFMT : nil
  }
}
