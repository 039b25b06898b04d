import Foundation
import Testing

/// What an invoice says and what its print says, compared by a script that reads the schema and the paper alone.
@Suite("Nothing is lost on paper", .enabled(if: Corpus.isHere, "the shared corpus isn't here"))
struct NothingLostTests {
  @Test(
    "Every leaf, branch and code of a schema is found on paper, no figure nor short word broken",
    arguments: Structure.allCases)
  func everyLeaf(structure: Structure) async throws {
    let documents = try await SchemaDocuments.all(of: structure)
    try expectValid(documents)
    let reports = try PaperReport.of(documents.files, as: structure)
    #expect(reports.count == documents.size.documents && reports.count > 250)
    #expect(PaperReport.complaints(reports).isEmpty)
  }

  @Test(
    "Every value of the generated corpus is found on paper, no figure nor short word broken",
    arguments: Structure.allCases)
  func generatedCorpus(structure: Structure) async throws {
    let reports = try await reports(on: Corpus.generated, structure)
    #expect(reports.count == 14)
    #expect(PaperReport.complaints(reports).isEmpty)
  }

  @Test(
    "Every value of real invoices is found on paper, no figure nor short word broken", arguments: Structure.allCases)
  func realInvoices(structure: Structure) async throws {
    let reports = try await reports(on: Corpus.valid, structure)
    #expect(reports.count >= 2)
    #expect(PaperReport.complaints(reports).isEmpty)
  }

  @Test(
    "Every value of the corpora is found on a till's roll of either width", arguments: Structure.allCases,
    ["roll80", "roll58"])
  func rolls(structure: Structure, paper: String) async throws {
    let folder = try WorkFolder()
    let own = (Corpus.generated + Corpus.valid).filter { $0.path.contains("/\(structure.rawValue)/") }
    let files = try own.enumerated().map { index, invoice in
      try folder.write(invoice.bytes(), to: "\(index)-\(PaperPress.name(of: invoice.path)).xml")
    }
    try await PaperPress.print(files, into: folder.path, on: paper)
    let reports = try PaperReport.of(files, as: structure)
    #expect(reports.count >= 14)
    for report in reports where !report.missing.isEmpty {
      // What is longer than so narrow a line, a KSeF number or an identifier, goes on upon the next one.
      let pdf = report.file.replacing(".xml", with: ".pdf")
      let text = try Program.tool("pdftotext").run("-raw", pdf, "-").text.filter { !$0.isWhitespace }
      // Of a country the paper has the name, which the script doesn't find over two lines.
      for value in report.missing.filter({ $0.first?.hasSuffix("KodKraju") != true }).compactMap(\.last) {
        #expect(text.contains(value.filter { !$0.isWhitespace }), "\(report.file): \(value)")
      }
    }
  }

  /// Prints the invoices of a structure and looks for what they say.
  private func reports(on invoices: [Invoice], _ structure: Structure) async throws -> [PaperReport] {
    let folder = try WorkFolder()
    let own = invoices.filter { $0.path.contains("/\(structure.rawValue)/") }
    let files = try own.enumerated().map { index, invoice in
      try folder.write(invoice.bytes(), to: "\(index)-\(PaperPress.name(of: invoice.path)).xml")
    }
    try await PaperPress.print(files, into: folder.path)
    return try PaperReport.of(files, as: structure)
  }

  @Test("The check notices every value that the print doesn't have", arguments: Structure.allCases)
  func doubt(structure: Structure) async throws {
    let documents = try await SchemaDocuments.all(of: structure)
    // One without options, some with half of them, some with a few codes: full ones take long.
    let files = [8, 9, 10, 11, 12, 13, 33, 34, 35, 36].map { documents.files[$0] }
    let doubts = try PaperDoubt.of(files, as: structure)
    #expect(doubts.count == files.count && doubts.allSatisfy { $0.changes > 10 })
    for doubt in doubts { #expect(doubt.unnoticed.isEmpty, "\(doubt)") }
  }

  @Test("The check notices every line that is struck from a print", arguments: Structure.allCases)
  func struckLines(structure: Structure) async throws {
    let file = try await SchemaDocuments.all(of: structure).files[10]
    let invoice = try Data(contentsOf: URL(filePath: file))
    let pdf = file.replacing(".xml", with: ".pdf")
    let lines = try Program.tool("pdftotext").run("-raw", pdf, "-").text.split(
      separator: "\n", omittingEmptySubsequences: false)
    // What is said twice, such as the number, isn't lost with one of its lines.
    let words = lines.flatMap { $0.split(separator: " ") }
    let struck = lines.indices.filter { index in
      lines[index].split(separator: " ").contains { word in word.hasPrefix("Zq") && words.count { $0 == word } == 1 }
    }
    #expect(struck.count > 10)
    let folder = try WorkFolder()
    let copies = try struck.map { index in
      var rest = lines
      rest[index] = rest[index].hasPrefix("\u{C}") ? "\u{C}" : ""
      _ = try folder.write(rest.joined(separator: "\n"), to: "\(index).txt")
      return try folder.write(invoice, to: "\(index).xml")
    }
    for (report, index) in zip(try PaperReport.of(copies, as: structure), struck) {
      #expect(!report.missing.isEmpty, "\(lines[index])")
    }
  }

  @Test("The check notices a figure that is broken over lines", arguments: Structure.allCases)
  func brokenFigure(structure: Structure) async throws {
    let file = try await SchemaDocuments.all(of: structure).files[0]
    let pdf = file.replacing(".xml", with: ".pdf")
    let text = try Program.tool("pdftotext").run("-raw", pdf, "-").text
    // A sum of the document, whose thousands stand apart.
    let figure = try #require(text.firstMatch(of: /\d{1,3}(?: \d{3})+,\d\d/)?.output)
    let space = try #require(figure.lastIndex(of: " "))
    let broken = figure[..<space] + "\n" + figure[figure.index(after: space)...]
    let folder = try WorkFolder()
    let copy = try folder.write(try Data(contentsOf: URL(filePath: file)), to: "broken.xml")
    _ = try folder.write(text.replacing(figure, with: broken), to: "broken.txt")
    #expect(try PaperReport.of([file], as: structure).allSatisfy(\.broken.isEmpty))
    #expect(try PaperReport.of([copy], as: structure).contains { !$0.broken.isEmpty })
  }

  /// A second opinion on the documents: only what the schema allows can hold us to anything.
  private func expectValid(_ documents: SchemaDocuments) throws {
    let schema = try #require(documents.structure.schema)
    let answer = try Program.tool("xmllint").run(
      ["--nonet", "--noout", "--schema", schema.file] + documents.files,
      environment: ["XML_CATALOG_FILES": schema.catalog])
    #expect(answer.code == 0, "\(answer.errors.split(separator: "\n").prefix(10).joined(separator: "\n"))")
  }
}
