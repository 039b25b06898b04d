import CairoDrawing
package import Certificates
import FAInvoice
package import Findings
import InvoiceRendering
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import PageLayout
import Presentation
import QRSymbol
import WholeFiles

/// Prints invoices as the program does, and knows where each symbol stands on the paper.
package final class PrintHouse {
  /// The kinds of key that sign KOD II.
  package enum Key: String, Sendable, CaseIterable {
    case p256
    case rsa2048

    var recipe: CertificateRecipe.Key { self == .p256 ? .p256 : .rsa(bits: 2048) }
  }

  /// One invoice as it came off the printer.
  package struct Print: Sendable {
    package let name: String
    package let xml: [UInt8]
    package let pdf: [UInt8]
    package let pageCount: Int
    /// Of the key that signed.
    package let certificate: KSeFCertificate
    /// Of another key for the same holder.
    package let foreignCertificate: KSeFCertificate
    /// Whether a KOD II is among the codes.
    package let symbolsAreSigned: Bool
    /// By page, from 1: what its symbols say and where they stand, in points.
    let symbols: [Int: [PlacedSymbol]]

    /// The pages on which there are symbols.
    package var pagesWithSymbols: [Int] { symbols.keys.sorted() }
  }

  struct PlacedSymbol: Sendable {
    let text: String
    let x: Double
    let y: Double
    let side: Double
    let modules: Int
  }

  private let stages: InvoiceRenderer.Stages

  /// - Throws: `resources.missing`, and what the template and fonts throw.
  package init() throws(Obstacle) {
    stages = try InvoiceRenderer.Stages(resources: ResourceFolder.ofProgram())
  }

  /// Prints an invoice with both codes; with KOD I alone where there is no key.
  ///
  /// - Throws: what reading, signing and drawing throw.
  package func print(_ file: String, signedWith key: Key?) throws(Obstacle) -> Print {
    let xml = try readWholeFile(file, limit: FADocument.sizeLimit)
    let document = try FADocument.read(xml, fileName: file)
    let identity = try document.identity()
    // 2026-02-01 12:00 UTC, so that the same prints come off every day.
    let now: Int64 = 1_769_947_200
    var products: [CertificateRecipe.Product] = []
    for _ in 0..<2 {
      var recipe = CertificateRecipe(nip: identity.seller, organisation: "Skaner Fikcyjny", now: now)
      recipe.notBefore = 1_672_531_200
      recipe.notAfter = now + 365 * 86_400
      recipe.key = (key ?? .p256).recipe
      products.append(try recipe.make())
    }
    let invoiceLink = InvoiceLink(environment: .test, identity: identity)
    var codes = CodesRequest.awaitingNumber(invoiceLink)
    if key != nil {
      let credential = try OfflineCredential(
        certificate: products[0].certificate, key: products[0].key, environment: .test, now: now)
      guard let serial = products[0].certificate.serialNumber else {
        preconditionFailure("a certificate by recipe has a serial number of KSeF's length")
      }
      let claim = CertificateClaim(
        environment: .test, context: .nip(identity.seller), seller: identity.seller, certificate: serial,
        hash: identity.hash)
      codes = .offline(invoiceLink, try credential.sign(claim))
    }
    let presentation = Presentation(
      of: document, template: stages.template, wording: try stages.wording(), codes: codes)
    let pages = try stages.layout.pages(of: presentation)
    let metadata = PDFMetadata(title: "scan", author: "scan", creationDate: "2026-02-01T12:00:00Z")
    var texts: [QRSymbol: String] = [:]
    for code in presentation.codes { texts[try QRSymbol(code.link)] = code.link }
    return Print(
      name: "\(file.split(separator: "/").last ?? "") \(key?.rawValue ?? "KOD I alone")", xml: xml,
      pdf: try stages.drawing.pdf(pages, metadata: metadata), pageCount: pages.count,
      certificate: products[0].certificate,
      foreignCertificate: products[1].certificate,
      symbolsAreSigned: key != nil, symbols: Self.symbols(on: pages, texts))
  }

  /// Codes for payment, whose text isn't known here, are left out: they may be read or not.
  private static func symbols(on pages: [Page], _ texts: [QRSymbol: String]) -> [Int: [PlacedSymbol]] {
    var placed: [Int: [PlacedSymbol]] = [:]
    for (index, page) in pages.enumerated() {
      for case .symbol(let symbol, let x, let y, let side) in page.items {
        guard let text = texts[symbol] else { continue }
        placed[index + 1, default: []].append(PlacedSymbol(text: text, x: x, y: y, side: side, modules: symbol.side))
      }
    }
    return placed
  }
}
