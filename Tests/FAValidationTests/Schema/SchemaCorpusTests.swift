import FAInvoice
import FAValidation
import Findings
import Foundation
import KSeFIdentifiers
import Testing

@Suite(
  "The schema of the corpus",
  .enabled(if: SharedCorpus.isHere, "the corpus isn't beside the repository"))
struct SchemaCorpusTests {
  @Test("Every invoice of the corpus is judged as the official XSD judges it, beginning on the same line")
  func agreesWithReferee() throws {
    let today = try #require(CalendarDate(iso: "2026-03-01"))
    let check = InvoiceCheck(environment: .test, today: today)
    var (valid, invalid) = (0, 0)
    for entry in SchemaCorpus.entries {
      guard let document = SchemaCorpus.invoice(entry.path) else { continue }
      let findings = check.schemaFindings(for: document)
      if entry.isValid {
        valid += 1
        #expect(findings.isEmpty, "\(entry.path)")
      } else {
        invalid += 1
        #expect(findings.first?.place.line == entry.line, "\(entry.path)")
      }
    }
    #expect(valid > 80)
    #expect(invalid > 30)
  }
}

@Test("Every sample of the project obeys its schema")
func samplesAreValid() throws {
  let today = try #require(CalendarDate(iso: "2026-03-01"))
  var count = 0
  for path in SchemaCorpus.files(in: "\(SchemaCorpus.packageRoot)/samples") {
    guard path.hasSuffix(".xml"), let document = SchemaCorpus.invoice(path) else { continue }
    count += 1
    #expect(InvoiceCheck(environment: .test, today: today).schemaFindings(for: document).isEmpty, "\(path)")
  }
  #expect(count > 10)
}

/// The corpus of real invoices, read in place, and what xmllint says of each.
enum SchemaCorpus {
  /// An entry of the corpus's index.
  struct Entry {
    let path: String
    let isValid: Bool
    /// The line of the first complaint.
    let line: Int?
  }

  static let packageRoot = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  static var entries: [Entry] {
    guard let folder = SharedCorpus.folder?.path else { return [] }
    let index = String(decoding: contents(of: folder + "/INDEX.tsv"), as: UTF8.self)
    return index.split(whereSeparator: \.isNewline).dropFirst().compactMap { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > 10 else { return nil }
      let line = cells[10].hasPrefix("line ") ? Int(cells[10].dropFirst(5).prefix { $0.isNumber }) : nil
      return Entry(path: "\(folder)/\(cells[0])", isValid: cells[9] == "valid", line: line)
    }
  }

  /// A document of FA(2), FA(3) or FA_RR(1); nil for anything else, a file that isn't XML included.
  static func invoice(_ path: String) -> FADocument? {
    do { return try FADocument.read(contents(of: path), fileName: path) } catch { return nil }
  }

  static func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { found.append("\(folder)/\(String(cString: $0))") }
      }
    }
    return found.sorted()
  }

  private static func contents(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }
}
