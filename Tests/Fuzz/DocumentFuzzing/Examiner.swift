package import FAInvoice
package import Findings
import InvoiceTemplate
import KSeFIdentifiers
import Presentation
import WholeFiles

/// Takes any bytes for a document and does with them what the programs do before they draw.
///
/// Refusing them is fine. What may never happen stops the process: a crash of the code that is examined, or a broken
/// promise, which is a `precondition` here.
package struct Examiner: Sendable {
  /// What became of the bytes.
  package enum Fate: Hashable, Sendable {
    case invoice(FASchema)
    case receipt(ReceiptSchema)
    /// Not read; the obstacle's code.
    case refused(String)
  }

  private let wording: Wording

  /// - Parameter labels: the folder of the label files, `templates/labels`.
  /// - Throws: `file.unreadable` where it isn't there.
  package init(labels: String) throws(Obstacle) {
    guard let polish = try Self.labels(.polish, in: labels), let english = try Self.labels(.english, in: labels) else {
      preconditionFailure("the project's own label files are right")
    }
    wording = Wording(lead: english, second: polish, polish: polish)
  }

  private static func labels(_ language: LabelLanguage, in folder: String) throws(Obstacle) -> Labels? {
    let file = "\(folder)/\(language.rawValue).toml"
    return Labels.read(try readWholeFile(file, limit: 1_000_000), fileName: file, language: language).labels
  }

  /// Reads the bytes and, where they are a document, everything that it says.
  package func examine(_ bytes: [UInt8]) -> Fate {
    let document: KSeFDocument
    do {
      document = try KSeFDocument.read(bytes, fileName: Self.fileName)
    } catch {
      expectFitForPeople(error)
      return .refused(error.code)
    }
    switch document {
    case .invoice(let invoice):
      expectSound(invoice.root, bytes: bytes, place: invoice.place)
      expectIdentity(of: invoice)
      invoice.structureFindings.forEach(expectFitForPeople)
      _ = BuyerFacts(of: invoice)
      expectPrint(Presentation(of: invoice, template: .standard, wording: wording, codes: nil))
      return .invoice(invoice.schema)
    case .receipt(let receipt):
      expectSound(receipt.root, bytes: bytes, place: receipt.place)
      expectPrint(Presentation(of: receipt, template: .standard, wording: wording))
      return .receipt(receipt.schema)
    }
  }

  static let fileName = "fuzz.xml"

  private func expectIdentity(of invoice: FADocument) {
    do {
      let identity = try invoice.identity()
      precondition(identity.seller.digits.count == 10, "the seller's NIP has ten digits")
    } catch {
      expectFitForPeople(error)
    }
  }

  private func expectPrint(_ presentation: Presentation) {
    precondition(!presentation.sections.isEmpty, "a document that was read says something")
    presentation.findings.forEach(expectFitForPeople)
  }
}
