import Findings
import KSeFIdentifiers

/// The checks that compare the codes with the invoice's own bytes.
struct InvoiceChecks {
  let subject: Subject
  /// The invoices that belong to this subject by their hash, or that belong to no subject.
  let candidates: [GivenInvoice]
  /// How many invoices were given at all.
  let givenCount: Int

  func run() -> [CheckResult] {
    guard let match = candidates.first(where: { $0.hash.map(subject.hashes.contains) ?? false }) else {
      return withoutMatch()
    }
    return compareHash(match) + compareFields(match)
  }

  private func compareHash(_ invoice: GivenInvoice) -> [CheckResult] {
    subject.hashes.map { hash in
      guard hash == invoice.hash else { return differs(hash, from: invoice) }
      return CheckResult(
        .invoiceHash, .passed,
        Sentence(
          "The bytes of \(invoice.name) have the SHA-256 that the code names: \(hash).",
          pl: "Bajty pliku \(invoice.name) mają skrót SHA-256 podany w kodzie: \(hash)."))
    }
  }

  private func differs(_ hash: InvoiceHash, from invoice: GivenInvoice) -> CheckResult {
    let own = invoice.hash?.base64URL ?? "?"
    return CheckResult(
      .invoiceHash, .failed,
      Sentence(
        "The code names SHA-256 \(hash), the bytes of \(invoice.name) have \(own): it is another file, or was changed.",
        pl: "Kod podaje SHA-256 \(hash), a bajty pliku \(invoice.name) mają \(own): to inny plik albo go zmieniono."))
  }

  /// No invoice has a hash of this subject's.
  private func withoutMatch() -> [CheckResult] {
    if candidates.isEmpty { return notGiven() }
    if let unread = candidates.first(where: { $0.hash == nil }), case .failure(let reason) = unread.identity {
      return [
        CheckResult(
          .invoiceHash, .undecided,
          Sentence(
            "\(unread.name) could not be read: \(reason.reason.english)",
            pl: "Nie udało się odczytać pliku \(unread.name): \(reason.reason.polish)"))
      ]
    }
    if let nearest, let hash = subject.hashes.first { return [differs(hash, from: nearest)] + compareFields(nearest) }
    return [
      CheckResult(
        .invoiceHash, .failed,
        Sentence(
          "None of the \(candidates.count) invoices left has the SHA-256, or the seller and the date, of the code.",
          pl:
            "Żadna z pozostałych faktur (\(candidates.count)) nie ma ani skrótu SHA-256, ani sprzedawcy i daty z kodu."
        ))
    ]
  }

  private func notGiven() -> [CheckResult] {
    let outcome: Outcome = subject.certificateLinks.isEmpty ? .undecided : .notRun
    guard givenCount > 0 else {
      return [
        CheckResult(
          .invoiceHash, outcome,
          Sentence(
            "No invoice XML was given, so that the hash could not be compared.",
            pl: "Nie podano pliku XML faktury, więc nie porównano skrótu."))
      ]
    }
    return [
      CheckResult(
        .invoiceHash, outcome,
        Sentence(
          "The invoice XML given belongs to another code; none was given for this one.",
          pl: "Podany plik XML należy do innego kodu; do tego kodu nie podano żadnego."))
    ]
  }

  /// The only candidate, or the first with this subject's seller and date.
  private var nearest: GivenInvoice? {
    guard candidates.count > 1 else { return candidates.first }
    return candidates.first { invoice in
      guard case .success(let identity) = invoice.identity else { return false }
      return subject.sellers.contains(identity.seller)
        && (subject.issueDates.isEmpty || subject.issueDates.contains(identity.issueDate))
    }
  }

  private func compareFields(_ invoice: GivenInvoice) -> [CheckResult] {
    switch invoice.identity {
    case .success(let identity):
      return [seller(identity.seller, invoice)] + subject.issueDates.map { date($0, identity.issueDate, invoice) }
    case .failure(let reason):
      let sentence = Sentence(
        "\(invoice.name) can't be read as an invoice: \(reason.reason.english)",
        pl: "Pliku \(invoice.name) nie można odczytać jako faktury: \(reason.reason.polish)")
      return [
        CheckResult(.invoiceSeller, reason.code == "invoice.seller-nip" ? .failed : .undecided, sentence),
        CheckResult(.invoiceIssueDate, reason.code == "invoice.issue-date" ? .failed : .undecided, sentence),
      ]
    }
  }

  private func seller(_ own: NIP, _ invoice: GivenInvoice) -> CheckResult {
    guard let other = subject.sellers.first(where: { $0 != own }) else {
      return CheckResult(
        .invoiceSeller, .passed,
        Sentence(
          "The seller's NIP in the XML is \(own), as in the code.", pl: "NIP sprzedawcy w XML to \(own), jak w kodzie.")
      )
    }
    return CheckResult(
      .invoiceSeller, .failed,
      Sentence(
        "The code names the seller's NIP \(other), the XML of \(invoice.name) \(own).",
        pl: "Kod podaje NIP sprzedawcy \(other), a XML pliku \(invoice.name): \(own)."))
  }

  private func date(_ coded: CalendarDate, _ own: CalendarDate, _ invoice: GivenInvoice) -> CheckResult {
    guard coded != own else {
      return CheckResult(
        .invoiceIssueDate, .passed,
        Sentence(
          "The date of issue in the XML is \(own), as in KOD I.",
          pl: "Data wystawienia w XML to \(own), jak w KOD I."))
    }
    return CheckResult(
      .invoiceIssueDate, .failed,
      Sentence(
        "KOD I names \(coded) as the date of issue, the XML of \(invoice.name) \(own).",
        pl: "KOD I podaje datę wystawienia \(coded), a XML pliku \(invoice.name): \(own)."))
  }
}
