import FAInvoice
import FAValidation
import Findings
import Foundation
import KSeFIdentifiers
import Testing

/// The folder of invoices that tests read in place; not part of the repository.
enum SharedCorpus {
  /// Nil in a checkout of the project alone.
  static let folder: URL? = {
    let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["KSEF_SHARED"].map { URL(filePath: $0) }
    let folder = (named ?? packageRoot.deletingLastPathComponent().appending(path: "shared")).appending(path: "corpus")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  static var isHere: Bool { folder != nil }

  /// The XML files of a folder, by their paths below the corpus.
  static func files(in path: String) throws -> [String] {
    let directory = try #require(folder).appending(path: path).path
    return try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".xml") }.sorted()
      .map { "\(path)/\($0)" }
  }

  /// What the check says of a file on 1 December 2026.
  static func findings(_ path: String, in environment: KSeFEnvironment = .production) throws -> [Finding] {
    let bytes = try Data(contentsOf: try #require(folder).appending(path: path))
    let document = try FADocument.read([UInt8](bytes), fileName: path)
    let today = try #require(CalendarDate(iso: "2026-12-01"))
    return InvoiceCheck(environment: environment, today: today).findings(for: document)
  }
}
