import FAInvoice
import Findings
import InvoiceTemplate
import Testing

@testable import Presentation

@Suite("A confirmation of a transaction")
struct ConfirmationTests {
  private func confirmation(_ languages: [LabelLanguage]) throws -> Presentation {
    Presentation(
      of: try Samples.document("ordinary"), template: .standard, languages: languages, codes: nil, as: .confirmation)
  }

  @Test("It isn't called an invoice, and says what it isn't", arguments: [LabelLanguage.polish, .english])
  func title(language: LabelLanguage) throws {
    let head = try confirmation([language]).head
    #expect(head.kind.lead == (language == .polish ? "Potwierdzenie transakcji" : "Transaction confirmation"))
    #expect(head.prominent == .kind)
    // What keeps a buyer from booking it is said in Polish in every language.
    #expect(head.notice?.contains("To nie jest faktura.") == true)
    #expect(head.notice?.contains("This is not the invoice.") == (language == .english))
  }

  @Test("It says all that the invoice says")
  func content() throws {
    let document = try Samples.document("ordinary")
    let invoice = Presentation(of: document, template: .standard, codes: nil)
    let confirmation = try confirmation([.polish])
    #expect(invoice.sections.map(\.name) == confirmation.sections.map(\.name))
    #expect(confirmation.plainText.contains("Dotyczy dokumentu: \(invoice.head.kind.text) \(invoice.head.number)"))
    #expect(confirmation.head.number == invoice.head.number)
  }
}
