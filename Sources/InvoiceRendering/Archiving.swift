package import ArchivePDF
package import FAInvoice
import Findings
import InvoiceTemplate
import KSeFIdentifiers
package import Presentation

extension ArchiveDescription {
  /// What the archive copy of an invoice says; names of files and places have no part in it, so that the same invoice
  /// gives the same bytes wherever it lies.
  package init(
    of document: FADocument, as presentation: Presentation, codes: CodesRequest?, creationDate: String
  ) {
    let isFarmers = document.schema == .faRR1
    var facts = [
      Fact(.sellerNIP, document.root.at("Podmiot1", "DaneIdentyfikacyjne", "NIP")?.text ?? ""),
      Fact(.invoiceNumber, document.body?[isFarmers ? "P_4C" : "P_2"]?.text ?? ""),
      Fact(.issueDate, document.body?[isFarmers ? "P_4B" : "P_1"]?.textWithoutPadding ?? ""),
    ]
    if case .accepted(_, let number) = codes { facts.append(Fact(.ksefNumber, number.description)) }
    facts.append(Fact(.sourceHash, InvoiceHash(ofExactBytes: document.bytes).base64URL))
    self.init(
      presentation, facts.filter { !$0.value.isEmpty }, source: document.bytes, name: "faktura.xml",
      description: "Faktura ustrukturyzowana (\(document.schema.rawValue))", creationDate: creationDate)
  }

  /// What the archive copy of a UPO says.
  init(of receipt: ReceiptDocument, as presentation: Presentation, creationDate: String) {
    self.init(
      presentation, [Fact(.sourceHash, InvoiceHash(ofExactBytes: receipt.bytes).base64URL)], source: receipt.bytes,
      name: "upo.xml", description: "Urzędowe poświadczenie odbioru (UPO)", creationDate: creationDate)
  }

  private init(
    _ presentation: Presentation, _ facts: [Fact], source: [UInt8], name: String, description: String,
    creationDate: String
  ) {
    self.init(
      title: presentation.title, author: presentation.author, creationDate: creationDate,
      language: presentation.languages.first?.rawValue ?? "pl", facts: facts, source: source, sourceName: name,
      sourceDescription: description)
  }
}
