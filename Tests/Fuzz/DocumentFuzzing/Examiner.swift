import FAInvoice
import FAValidation
package import Findings
import InvoiceTemplate
import KSeFIdentifiers
import Presentation
import WholeFiles

/// Takes any bytes for a document and does with them what the programs do before they draw.
///
/// Refusing them is fine. What may never happen stops the process: a crash of the code that is examined, or a promise
/// of `Promises.swift` that it breaks.
package struct Examiner: Sendable {
  /// What became of the bytes.
  package struct Fate: Hashable, Sendable {
    /// `FA(3)`, `UPO v4-3`…; nil where the bytes weren't read.
    package var structure: String?
    /// The codes of all that was said of them, each once: one obstacle, or any number of findings.
    package var codes: Set<String> = []
  }

  private let wording: Wording
  private let check: InvoiceCheck

  /// - Parameter labels: the folder of the label files, `templates/labels`.
  /// - Throws: `file.unreadable` where it isn't there.
  package init(labels: String) throws(Obstacle) {
    guard let polish = try Self.labels(.polish, in: labels), let english = try Self.labels(.english, in: labels) else {
      preconditionFailure("the project's own label files are right")
    }
    wording = Wording(lead: english, second: polish, polish: polish)
    guard let today = CalendarDate(iso: "2026-06-30") else { preconditionFailure("the day is one of the calendar") }
    check = InvoiceCheck(environment: .production, today: today)
  }

  private static func labels(_ language: LabelLanguage, in folder: String) throws(Obstacle) -> Labels? {
    let file = "\(folder)/\(language.rawValue).toml"
    return Labels.read(try readWholeFile(file, limit: 1_000_000), fileName: file, language: language).labels
  }

  /// Reads the bytes and, where they are a document, everything that it says.
  ///
  /// - Parameter printing: whether its print is put into words, too, as only a document is that nothing refuses.
  package func examine(_ bytes: [UInt8], printing: Bool = true) -> Fate {
    let document: KSeFDocument
    do {
      document = try KSeFDocument.read(bytes, fileName: Self.fileName)
    } catch {
      expectFitForPeople(error)
      return Fate(codes: [error.code])
    }
    switch document {
    case .invoice(let invoice): return examine(invoice, printing: printing)
    case .receipt(let receipt): return examine(receipt, printing: printing)
    }
  }

  static let fileName = "fuzz.xml"

  private func examine(_ invoice: FADocument, printing: Bool) -> Fate {
    expectSound(invoice.root, bytes: invoice.bytes, place: invoice.place)
    do {
      _ = try invoice.identity()
    } catch {
      expectFitForPeople(error)
    }
    var findings = check.findings(for: invoice)
    if printing {
      _ = BuyerFacts(of: invoice)
      findings += Presentation(of: invoice, template: .standard, wording: wording, codes: nil).findings
    }
    findings.forEach(expectFitForPeople)
    return Fate(structure: invoice.schema.rawValue, codes: Set(findings.map(\.code)))
  }

  private func examine(_ receipt: ReceiptDocument, printing: Bool) -> Fate {
    expectSound(receipt.root, bytes: receipt.bytes, place: receipt.place)
    guard printing else { return Fate(structure: receipt.schema.rawValue) }
    let findings = Presentation(of: receipt, template: .standard, wording: wording).findings
    findings.forEach(expectFitForPeople)
    return Fate(structure: receipt.schema.rawValue, codes: Set(findings.map(\.code)))
  }
}
