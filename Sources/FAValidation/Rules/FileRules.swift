import FAInvoice
import Findings
import KSeFIdentifiers

/// Rules on the file as KSeF takes it in.
extension Rule {
  static let files: [Rule] = [size, attachment, testStructure]

  private static let size = Rule(
    CodeMeaning(
      "file.size", .always(.refused),
      title: Sentence("File too large for KSeF", pl: "Plik za duży dla KSeF"),
      explanation: Sentence(
        "KSeF takes invoices of at most 1,000,000 bytes, with an attachment (Zalacznik) of at most 3,000,000.",
        pl: "KSeF przyjmuje faktury do 1 000 000 bajtów, z załącznikiem (Zalacznik) do 3 000 000 bajtów."),
      remedy: Sentence(
        "Split the invoice, or shorten its texts and attachment.",
        pl: "Podziel fakturę albo skróć jej opisy i załącznik."),
      source: LegalSource.verification)
  ) { invoice in
    let hasAttachment = invoice.root["Zalacznik"] != nil
    let size = invoice.document.bytes.count
    guard size > (hasAttachment ? 3_000_000 : 1_000_000) else { return [] }
    return [
      Trouble(
        invoice.root,
        hasAttachment
          ? Sentence(
            "The file has \(size) bytes; KSeF takes at most 3,000,000 of an invoice with an attachment.",
            pl: "Plik ma \(size) bajtów; KSeF przyjmuje fakturę z załącznikiem do 3 000 000 bajtów.")
          : Sentence(
            "The file has \(size) bytes; KSeF takes at most 1,000,000 of an invoice without an attachment.",
            pl: "Plik ma \(size) bajtów; KSeF przyjmuje fakturę bez załącznika do 1 000 000 bajtów."))
    ]
  }

  private static let attachment = Rule(
    CodeMeaning(
      "file.attachment", .always(.info),
      title: Sentence("Attachment only in a batch", pl: "Załącznik tylko w paczce"),
      explanation: Sentence(
        """
        KSeF takes an invoice with an attachment (Zalacznik) only in a batch session, and only from a taxpayer who has \
        announced it in e-Urząd Skarbowy.
        """,
        pl: """
          KSeF przyjmuje fakturę z załącznikiem (Zalacznik) tylko w sesji wsadowej i tylko od podatnika, który zgłosił to \
          w e-Urzędzie Skarbowym.
          """),
      remedy: Sentence(
        "Send it in a batch session, after the announcement in e-Urząd Skarbowy.",
        pl: "Wyślij ją w sesji wsadowej, po zgłoszeniu w e-Urzędzie Skarbowym."),
      source: LegalSource.verification)
  ) { invoice in
    guard let attachment = invoice.root["Zalacznik"] else { return [] }
    return [
      Trouble(
        attachment,
        Sentence(
          "The invoice has an attachment: KSeF takes it only in a batch session, after the seller has announced it.",
          pl: "Faktura ma załącznik: KSeF przyjmie ją tylko w sesji wsadowej, po zgłoszeniu przez sprzedawcę."))
    ]
  }

  private static let testStructure = Rule(
    CodeMeaning(
      "file.old-structure", .always(.refused),
      title: Sentence("FA(2) is no longer taken", pl: "FA(2) nie jest już przyjmowana"),
      explanation: Sentence(
        """
        KSeF 2.0, in force since 1 February 2026, takes invoices of FA(2) in its test environment only; FA(3) has replaced \
        them. An invoice issued before that day was right in its time, and nothing is said of it.
        """,
        pl: """
          KSeF 2.0, obowiązujący od 1 lutego 2026 r., przyjmuje faktury FA(2) tylko w środowisku testowym; zastąpiła je \
          FA(3). Faktura wystawiona wcześniej była w swoim czasie poprawna i nie budzi uwag.
          """),
      remedy: Sentence(
        "Issue the invoice in FA(3).", pl: "Wystaw fakturę w strukturze FA(3)."),
      source: LegalSource.verification)
  ) { invoice in
    guard invoice.schema == .fa2, invoice.environment != .test else { return [] }
    if let issued = invoice.issue?.date, (issued.year, issued.month) < (2026, 2) { return [] }
    return [
      Trouble(
        invoice.root.at("Naglowek", "KodFormularza") ?? invoice.root,
        Sentence(
          "The invoice is made in FA(2), which KSeF takes in its test environment only.",
          pl: "Faktura jest w strukturze FA(2), którą KSeF przyjmuje tylko w środowisku testowym."))
    ]
  }
}
