import CairoDrawing
import FAInvoice
import Foundation
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import PageLayout
import Presentation
import Testing

/// What is copied, searched or read out follows what the presentation says, in its order.
@Suite("The order of a print's text")
struct ReadingOrderTests {
  @Test("The text of every sample is in reading order", arguments: Corpus.samples)
  func samples(invoice: Invoice) async throws { try expectOrder([UInt8](try invoice.bytes()), name: invoice.path) }

  @Test(
    "The text of documents with every leaf is in reading order",
    .enabled(if: Corpus.isHere, "the shared corpus isn't here"), arguments: Structure.allCases)
  func everyLeaf(structure: Structure) async throws {
    let documents = try await SchemaDocuments.all(of: structure)
    for file in documents.files.prefix(12) {
      try expectOrder([UInt8](Data(contentsOf: URL(filePath: file))), name: file)
    }
  }

  @Test("What no view knows is on paper in the last section, by the name of its element")
  func unknownElements() throws {
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    let changed = try invoice.text()
      .replacing("</Podmiot1>", with: "<Nowość2027>Zq9001 czego schemat nie zna</Nowość2027></Podmiot1>")
      .replacing("<P_1>", with: "<P_99 sposób=\"Zq9002 inny\"><Ile>9003.5</Ile><Ile>9004</Ile></P_99><P_1>")
    let text = try print(Array(changed.utf8), withCodes: false).text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let last = try #require(text.range(of: "Pozostałe dane")).upperBound
    for words in [
      "Podmiot1/Nowość2027 Zq9001 czego schemat nie zna", "Fa/P_99/@sposób Zq9002 inny", "Fa/P_99/Ile[1] 9003.5",
      "Fa/P_99/Ile[2] 9004",
    ] {
      #expect(text[last...].contains(words), "\(words)")
    }
  }

  // MARK: - The presentation's order

  private func expectOrder(_ bytes: [UInt8], name: String) throws {
    let (presentation, text) = try print(bytes, withCodes: true)
    var reader = Reader(text: packed(text))
    reader.find(presentation.head.issuer)
    reader.find(presentation.head.number)
    for section in presentation.sections {
      if let heading = section.heading { reader.find(heading.text) }
      reader.find(section.blocks)
    }
    for code in presentation.codes { reader.find(code.caption) }
    #expect(reader.count > 10)
    #expect(reader.lost.isEmpty, "\(PaperPress.name(of: name)): \(reader.lost.prefix(5))")
  }

  /// What an invoice's presentation says, and the text that is found on its print.
  private func print(_ bytes: [UInt8], withCodes: Bool) throws -> (said: Presentation, text: String) {
    let stages = try InvoiceRenderer.Stages(resources: ResourceFolder(Corpus.packageRoot.path))
    let document = try FADocument.read(bytes, fileName: "test.xml")
    let codes = CodesRequest.awaitingNumber(InvoiceLink(environment: .test, identity: try document.identity()))
    let said = Presentation(
      of: document, template: stages.template, wording: try stages.wording([.polish]), codes: withCodes ? codes : nil)
    let pdf = try stages.drawing.pdf(
      try stages.layout.pages(of: said),
      metadata: PDFMetadata(title: said.title, author: said.author, creationDate: "2026-02-01T12:00:00Z"))
    let folder = try WorkFolder()
    let file = try folder.write(pdf, to: "print.pdf")
    return (said, try Program.tool("pdftotext").run("-raw", file, "-").text)
  }
}

/// A text without white space.
private func packed(_ text: String) -> Data { Data(text.filter { !$0.isWhitespace }.utf8) }

/// Reads a text once from front to back, and notes what doesn't come after what came before.
private struct Reader {
  let text: Data
  private(set) var place = 0
  private(set) var count = 0
  private(set) var lost: [String] = []

  init(text: Data) { self.text = text }

  /// Moves behind the words; of long ones behind their beginning, and if need be behind the first of them, since a page
  /// may end within them.
  mutating func find(_ words: String) {
    guard let first = words.split(separator: " ").first else { return }
    count += 1
    let beginnings = [String(words.prefix(20)), String(first)].map(packed)
    if let found = beginnings.lazy.compactMap({ [text, place] in text.range(of: $0, in: place..<text.count) }).first {
      place = found.upperBound
    } else {
      lost.append(words)
    }
  }

  mutating func find(_ blocks: [Block]) {
    for block in blocks {
      if case .columns(let columns, _) = block {
        // Columns that go on upon the next page are read side by side there.
        let start = place
        var end = place
        for column in columns {
          place = start
          find(column)
          end = max(end, place)
        }
        place = end
        continue
      }
      switch block {
      case .heading(let label): find(label.text)
      case .grid(let fields, _), .facts(let fields), .list(let fields):
        for field in fields { find(field.value) }
      case .text(let text, _): find(text)
      case .table(let table): find(table)
      default: if case .amountDue(_, let amount) = block { find(amount) }
      }
    }
  }

  /// A table row by row: a table without room says some columns under their rows, so that only the rows have an order.
  private mutating func find(_ table: Table) {
    for row in table.rows {
      let texts = row.cells.map(\.text) + row.details.map(\.value)
      if let longest = texts.max(by: { $0.utf8.count < $1.utf8.count }), longest.utf8.count > 5 { find(longest) }
    }
  }
}
