import Findings
import KSeFIdentifiers

/// Both codes speak of one invoice.
struct SameInvoiceCheck: Check {
  let name = CheckName.sameInvoice
  let title = Sentence(
    "Both codes speak of one invoice",
    pl: "Oba kody dotyczą jednej faktury")
  let proves = Sentence(
    "KOD I and KOD II name the same hash and the same seller: neither was pasted from another invoice",
    pl: "KOD I i KOD II podają ten sam skrót i tego samego sprzedawcę: żadnego nie wklejono z innej faktury")
  let cannotProve = Sentence(
    "that the paper around them is that invoice",
    pl: "że papier wokół nich jest tą fakturą")
  let needs = Sentence(
    "both codes",
    pl: "oba kody")

  func results(in file: CaseFile) -> [CheckResult] { file.subject.hashes.isEmpty ? [] : [result(file.subject)] }

  private func result(_ subject: Subject) -> CheckResult {
    guard subject.isComplete || subject.invoiceLinks.count + subject.certificateLinks.count > 1 else {
      return subject.invoiceLinks.isEmpty ? withoutInvoiceLink(subject) : withoutCertificateLink
    }
    let hashes = subject.hashes.map(\.base64URL)
    guard hashes.count == 1 else {
      return CheckResult(
        name, .failed,
        Sentence(
          "The codes name different invoices: SHA-256 \(hashes.joined(separator: " and ")).",
          pl: "Kody wskazują różne faktury: SHA-256 \(hashes.joined(separator: " i "))."))
    }
    let sellers = subject.sellers.map(\.digits)
    guard sellers.count == 1 else {
      return CheckResult(
        name, .failed,
        Sentence(
          "The codes name different sellers: NIP \(sellers.joined(separator: " and ")).",
          pl: "Kody wskazują różnych sprzedawców: NIP \(sellers.joined(separator: " i "))."))
    }
    let dates = subject.issueDates.map(\.iso)
    guard dates.count <= 1 else {
      return CheckResult(
        name, .failed,
        Sentence(
          "The KOD I codes name different days of issue: \(dates.joined(separator: " and ")).",
          pl: "Kody KOD I podają różne daty wystawienia: \(dates.joined(separator: " i "))."))
    }
    guard subject.isComplete else {
      return subject.invoiceLinks.isEmpty ? withoutInvoiceLink(subject) : withoutCertificateLink
    }
    return CheckResult(
      name, .passed,
      Sentence(
        "KOD I and KOD II name the same invoice: seller \(sellers[0]), SHA-256 \(hashes[0]).",
        pl: "KOD I i KOD II wskazują tę samą fakturę: sprzedawca \(sellers[0]), SHA-256 \(hashes[0])."))
  }

  private var withoutCertificateLink: CheckResult {
    CheckResult(
      name, .notRun,
      Sentence(
        "There is only KOD I, as on an invoice sent online or already accepted; nothing here proves who issued it.",
        pl:
          "Jest tylko KOD I, jak na fakturze wysłanej online lub już przyjętej; nic tu nie dowodzi, kto ją wystawił."))
  }

  private func withoutInvoiceLink(_ subject: Subject) -> CheckResult {
    guard !subject.standsAmongOthers else {
      return CheckResult(
        name, .undecided,
        Sentence(
          "This KOD II stands among KOD I codes of other invoices, and none is of its own.",
          pl: "Ten KOD II stoi wśród kodów KOD I innych faktur, a żaden nie dotyczy jego faktury."))
    }
    // A link that was given alone says nothing of the print; on paper, somebody has to look where KOD I is.
    let isOnPaper = subject.certificateLinks.contains { $0.origins.contains { $0.page != nil } }
    return CheckResult(
      name, isOnPaper ? .remark : .notRun,
      Sentence(
        "There is only KOD II, though an offline invoice carries KOD I as well.",
        pl: "Jest tylko KOD II, choć faktura offline ma także KOD I."))
  }
}
