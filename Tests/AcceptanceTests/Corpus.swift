import Foundation
import Testing

/// The invoices that we are tried on: the shared corpus, read in place, and the samples of this repository.
enum Corpus {
  static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The shared folder of invoices and vectors; not part of the repository.
  static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["KSEF_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? packageRoot.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.appending(path: "corpus/INDEX.tsv").path) ? folder : nil
  }()

  static var isHere: Bool { shared != nil }

  /// Every invoice of the corpus that obeys its schema and has a structure we print.
  static let valid: [Invoice] = {
    guard let shared, let index = try? text(shared.appending(path: "corpus/INDEX.tsv")) else { return [] }
    let rows = index.split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    guard let names = rows.first, let file = names.firstIndex(of: "file"), let kind = names.firstIndex(of: "kind"),
      let validity = names.firstIndex(of: "xsd")
    else { return [] }
    let listed = rows.dropFirst().filter {
      $0.count == names.count && $0[validity] == "valid" && $0[file].hasPrefix("invoices/")
        && ["FA(2)", "FA(3)", "FA_RR(1)"].contains($0[kind])
    }
    return listed.map { Invoice(shared.appending(path: "corpus/\($0[file])")) }
  }()

  /// Invoices that were made to hold every element and code of the structures.
  static let generated: [Invoice] = ["fa2", "fa3", "rr"].flatMap {
    xml(in: shared?.appending(path: "corpus/generated/\($0)"))
  }

  /// The invoices that this repository shows what it can do with.
  static let samples: [Invoice] = xml(in: packageRoot.appending(path: "samples"))
    .filter { $0.path != receipt.path }

  /// The UPO among the samples.
  static let receipt = Invoice(packageRoot.appending(path: "samples/upo.xml"))

  static let all = valid + generated + samples

  /// Files that their schema refuses, or that aren't of any schema.
  static let invalid: [Invoice] = xml(in: shared?.appending(path: "corpus/invalid/schema"))

  /// Files that were made to do harm.
  static let hostile: [Invoice] = xml(in: shared?.appending(path: "corpus/invalid/hostile"))

  /// An invoice of the corpus by its path in there.
  static func invoice(_ path: String) throws -> Invoice {
    guard let shared else { throw CocoaError(.fileNoSuchFile) }
    return Invoice(shared.appending(path: "corpus/\(path)"))
  }

  private static func xml(in folder: URL?) -> [Invoice] {
    guard let folder, let names = FileManager.default.subpaths(atPath: folder.path) else { return [] }
    return names.filter { $0.hasSuffix(".xml") }.sorted().map { Invoice(folder.appending(path: $0)) }
  }

  private static func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }
}

/// A file that is, or claims to be, an invoice; named by its file in what tests report.
struct Invoice: Sendable, Hashable, CustomTestStringConvertible {
  let path: String

  init(_ url: URL) { path = url.path }

  var testDescription: String { path.split(separator: "/").suffix(3).joined(separator: "/") }

  func bytes() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }

  /// The text of the first element of that name, as it stands in the file.
  func text(of element: String) throws -> String? {
    let opening = try Regex("<(?:\\w+:)?\(element)(?:\\s[^>]*)?>([^<]*)<", as: (Substring, Substring).self)
    return try text().firstMatch(of: opening).map { String($0.1).trimmingCharacters(in: .whitespacesAndNewlines) }
  }
}
