package import FAInvoice
import FAValidation
package import Findings
package import InvoiceRendering
import InvoiceTemplate
package import KSeFIdentifiers
import KSeFLinks
import Presentation
package import PrinterDots
import Synchronization

/// The rolls that receipt printers take.
package enum RollPaper: String, Sendable, CaseIterable {
  case roll80
  case roll58

  /// Of the paper itself in millimetres, of which the printer's head reaches only the middle.
  package var width: Double { self == .roll80 ? 79.5 : 57.5 }
}

/// An invoice as the dots that a printer gets, and what its codes say.
package struct RollSlip: Sendable {
  package let paper: RollPaper
  package let picture: DotPicture
  /// All codes on it, codes for payment among them.
  package let symbols: [PrintedSymbol]
  /// What KOD I and KOD II say.
  package let links: [String]

  /// The rows of dots that hold KOD I and KOD II with their quiet zones.
  package var band: Range<Int> {
    let rows = symbols.filter { links.contains($0.text) }.map(\.rows)
    return (rows.map(\.lowerBound).min() ?? 0)..<(rows.map(\.upperBound).max() ?? picture.height)
  }
}

/// Prints invoices issued offline as dots, with made-up signatures: whether a code can be read has nothing to do with
/// who signed it.
package final class RollPress {
  /// Keeps the dots of the last print, and proves nothing.
  private final class Witness: CodeProof {
    let seen = Mutex<(picture: DotPicture, symbols: [PrintedSymbol])?>(nil)

    func prove(_ picture: DotPicture, symbols: [PrintedSymbol]) throws(Obstacle) {
      seen.withLock { $0 = (picture, symbols) }
    }
  }

  private let paper: RollPaper
  private let witness = Witness()
  private let renderer: InvoiceRenderer

  /// - Throws: what the template and the fonts throw.
  package init(_ paper: RollPaper, resources: ResourceFolder) throws(Obstacle) {
    self.paper = paper
    renderer = try InvoiceRenderer(
      resources: resources, paper: PaperForm(PaperChoice(paper.rawValue)), proof: witness)
  }

  /// Prints an invoice with both codes.
  ///
  /// - Parameters:
  ///   - signature: 64 bytes for EC P-256, 256 for RSA 2048.
  ///   - environment: whose links the codes hold.
  /// - Throws: what checking and drawing throw.
  package func slip(
    of document: FADocument, signature: [UInt8], environment: KSeFEnvironment = .production
  ) throws(Obstacle) -> RollSlip {
    guard let serial = CertificateSerialNumber("01F20A5D352AE590"), let day = CalendarDate(iso: "2026-12-31") else {
      preconditionFailure("a serial number and a day are as they are written")
    }
    let identity = try document.identity()
    let invoiceLink = InvoiceLink(environment: environment, identity: identity)
    let claim = CertificateClaim(
      environment: environment, context: .nip(identity.seller), seller: identity.seller, certificate: serial,
      hash: identity.hash)
    let certificateLink = claim.signed(with: signature)
    _ = try renderer.render(
      try ClearedInvoice(document, by: InvoiceCheck(environment: .test, today: day), refusals: .printAnyway),
      codes: .offline(invoiceLink, certificateLink), creationDate: "2026-02-01T12:00:00Z", form: .escpos)
    guard let seen = witness.seen.withLock({ $0 }) else { preconditionFailure("every print is proved") }
    return RollSlip(
      paper: paper, picture: seen.picture, symbols: seen.symbols, links: [invoiceLink.text, certificateLink.text])
  }
}
