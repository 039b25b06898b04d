import CodeProving
import FAInvoice
import FAValidation
import Findings
import Foundation
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import Presentation
import PrinterDots
import Synchronization
import Testing

/// Prints invoices as dots, with made-up signatures: whether a code can be read has nothing to do with who signed it.
final class DotPress {
  /// Keeps the dots of the last print, and proves nothing.
  private final class Witness: CodeProof {
    let seen = Mutex<(picture: DotPicture, symbols: [PrintedSymbol])?>(nil)

    func prove(_ picture: DotPicture, symbols: [PrintedSymbol]) throws(Obstacle) {
      seen.withLock { $0 = (picture, symbols) }
    }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The shared folder of invoices; nil where it isn't here.
  static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["KSEF_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? root.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.appending(path: "corpus/INDEX.tsv").path) ? folder : nil
  }()

  private let witness = Witness()
  private let renderer: InvoiceRenderer

  /// - Parameter paper: as `--paper` names it.
  init(_ paper: String) throws {
    renderer = try InvoiceRenderer(
      resources: ResourceFolder(DotPress.root.path),
      paper: PaperForm(PaperChoice(paper)), proof: witness)
  }

  /// The dots of an invoice issued offline; nil for what isn't an invoice that we print.
  ///
  /// - Parameter signatureLength: 64 bytes for EC P-256, 256 for RSA 2048.
  func dots(
    of file: URL, signatureLength: Int
  ) throws -> (picture: DotPicture, symbols: [PrintedSymbol], links: [String])? {
    let bytes = [UInt8](try Data(contentsOf: file))
    guard let document = try? FADocument.read(bytes, fileName: file.lastPathComponent),
      let identity = try? document.identity()
    else { return nil }
    let claim = CertificateClaim(
      environment: .production, context: .nip(identity.seller), seller: identity.seller,
      certificate: try #require(CertificateSerialNumber("01F20A5D352AE590")), hash: identity.hash)
    let certificateLink = claim.signed(with: (0..<signatureLength).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) })
    let invoiceLink = InvoiceLink(environment: .production, identity: identity)
    let day = try #require(CalendarDate(iso: "2026-12-31"))
    _ = try renderer.render(
      try ClearedInvoice(document, by: InvoiceCheck(environment: .test, today: day), refusals: .printAnyway),
      codes: .offline(invoiceLink, certificateLink), creationDate: "2026-02-01T12:00:00Z", form: .escpos)
    let seen = try #require(witness.seen.withLock { $0 })
    return (seen.picture, seen.symbols, [invoiceLink.text, certificateLink.text])
  }

  /// Every sample and every invoice of the corpus that its schema takes.
  static let invoices: [URL] = {
    var files = xml(in: root.appending(path: "samples"))
    if let shared {
      for folder in ["invoices", "generated"] { files += xml(in: shared.appending(path: "corpus/\(folder)")) }
    }
    return files
  }()

  private static func xml(in folder: URL) -> [URL] {
    (FileManager.default.subpaths(atPath: folder.path) ?? []).filter { $0.hasSuffix(".xml") }.sorted()
      .map { folder.appending(path: $0) }
  }
}
