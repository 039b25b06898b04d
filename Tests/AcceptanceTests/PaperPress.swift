import FAInvoice
import FAValidation
import Foundation
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import Testing

/// Prints invoices within the process, without codes: a hundred prints in the time that a program takes for a few.
struct PaperPress {
  /// How many presses run side by side; each has a renderer of its own, since one belongs to one thread.
  private static let presses = 2

  /// Prints every file into a folder: `name.xml` as `name.pdf`.
  ///
  /// - Parameter paper: as `--paper` names it; the template's where nil.
  /// - Throws: whatever keeps a document from being read or printed.
  static func print(_ files: [String], into folder: String, on paper: String? = nil) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for press in 0..<presses {
        group.addTask {
          let renderer = try InvoiceRenderer(
            resources: ResourceFolder(Corpus.packageRoot.path),
            paper: paper.flatMap(PaperChoice.init).map { PaperForm($0) })
          for index in stride(from: press, to: files.count, by: presses) {
            try print(files[index], to: "\(folder)/\(name(of: files[index])).pdf", with: renderer)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// The file's name without its folder and ending.
  static func name(of file: String) -> String {
    URL(filePath: file).deletingPathExtension().lastPathComponent
  }

  private static func print(_ file: String, to pdf: String, with renderer: InvoiceRenderer) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    let document = try FADocument.read(bytes, fileName: file)
    let day = try #require(CalendarDate(iso: Program.today))
    // What is tried here is the paper, of whatever KSeF would take.
    let invoice = try ClearedInvoice(
      document, by: InvoiceCheck(environment: .test, today: day), refusals: .printAnyway)
    let rendered = try renderer.render(
      invoice, codes: nil, languages: [.polish], creationDate: "2026-02-01T12:00:00Z")
    try Data(rendered.bytes).write(to: URL(filePath: pdf))
  }
}
