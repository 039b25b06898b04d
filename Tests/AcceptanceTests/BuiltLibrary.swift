import Foundation
import Testing

/// libksef.so as the tests' build made it, and programs in C that are linked with it.
struct BuiltLibrary: Sendable {
  /// Under the name by which programs look for it when they start.
  static let name = "libksef.so.0"

  static let header = Corpus.packageRoot.appending(path: "Sources/CLibraries/CKSeF/include")

  /// The file that was built.
  static var path: String {
    URL(filePath: Program.render.path).deletingLastPathComponent().appending(path: "libksef.so").path
  }

  /// A folder that has the library under its name, as an installed one would.
  let folder: WorkFolder

  init(in folder: WorkFolder) throws {
    self.folder = folder
    try folder.link(BuiltLibrary.name, to: BuiltLibrary.path)
  }

  /// A copy without what debuggers read: valgrind ends where it can't read that of Swift's compiler.
  init(strippedInto folder: WorkFolder) throws {
    self.folder = folder
    let copying = try Program.tool("strip").run(
      "--strip-debug", "-o", folder.file(BuiltLibrary.name), BuiltLibrary.path)
    guard copying.code == 0 else { throw NotCompiled(errors: copying.errors) }
    try linkResources(in: ".")
  }

  /// Puts the templates and fonts where the library is to find them.
  func linkResources(in place: String) throws {
    for name in ["templates", "fonts"] {
      try folder.link("\(place)/\(name)", to: Corpus.packageRoot.appending(path: name).path)
    }
  }

  /// Compiles a program with every warning an error, and links it with the library.
  ///
  /// - Parameter source: its path in the repository; C++ where it ends in `.cpp`.
  func program(_ source: String) throws -> Program {
    let built = folder.file(URL(filePath: source).deletingPathExtension().lastPathComponent)
    let (compiler, language) = source.hasSuffix(".cpp") ? ("c++", "-std=c++17") : ("cc", "-std=c11")
    let compilation = try Program.tool(compiler).run([
      language, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-O1", "-g", "-pthread", "-I", BuiltLibrary.header.path,
      Corpus.packageRoot.appending(path: source).path, folder.file(BuiltLibrary.name),
      "-Wl,-rpath,\(folder.path)", "-o", built,
    ])
    guard compilation.code == 0 else { throw NotCompiled(errors: compilation.errors) }
    return Program(path: built)
  }

  struct NotCompiled: Error, CustomStringConvertible {
    let errors: String
    var description: String { errors }
  }

  /// The settings that sign with a demonstration certificate, judge on the tests' day, and give the same date each time.
  static func settings(_ certificate: DemonstrationCertificate) -> [String] {
    [
      "environment=test", "today=\(Program.today)", "creation-date=2026-12-31T12:00:00Z", "issued=offline24",
      "certificate=\(certificate.certificate)", "key=\(certificate.key)",
    ]
  }
}

extension WorkFolder {
  fileprivate func link(_ name: String, to path: String) throws {
    try FileManager.default.createSymbolicLink(atPath: file(name), withDestinationPath: path)
  }
}

/// What valgrind says of a program's memory.
struct MemoryReport {
  /// In bytes.
  let definitelyLost: Int
  let possiblyLost: Int
  /// What was lost, and uses of memory that wasn't the program's.
  let errors: Int

  /// - Throws: `Unreadable` where valgrind says something else.
  init(_ text: String) throws {
    func number(after words: String) throws -> Int {
      guard let found = text.range(of: words) else { throw Unreadable(text: text) }
      let digits = text[found.upperBound...].prefix { $0.isNumber || $0 == "," }.filter(\.isNumber)
      guard let number = Int(digits) else { throw Unreadable(text: text) }
      return number
    }
    definitelyLost = try number(after: "definitely lost: ")
    possiblyLost = try number(after: "possibly lost: ")
    errors = try number(after: "ERROR SUMMARY: ")
  }

  struct Unreadable: Error {
    let text: String
  }
}
