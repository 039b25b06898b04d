import Findings
import KSeFIdentifiers

/// The date of issue in the XML is the one in KOD I (`P_1`, on an FA_RR `P_4B`).
struct InvoiceIssueDateCheck: Check {
  let name = CheckName.invoiceIssueDate
  let title = Sentence("The date of the XML is that of KOD I", pl: "Data z XML jest datą z KOD I")
  let proves = Sentence("KOD I and the XML name the same day", pl: "KOD I i plik XML podają ten sam dzień")
  let cannotProve = Sentence(
    "that the invoice was made on that day", pl: "że fakturę sporządzono tego dnia")
  let needs = Sentence("KOD I and the invoice's XML", pl: "KOD I i plik XML faktury")

  func results(in file: CaseFile) -> [CheckResult] {
    guard let invoice = file.comparedInvoice else { return [] }
    switch invoice.identity {
    case .failure(let reason): return [invoice.unread(name, reason, failsFor: "invoice.issue-date")]
    case .success(let identity):
      return file.subject.issueDates.map { coded in
        let own = identity.issueDate
        guard coded != own else {
          return CheckResult(
            name, .passed,
            Sentence(
              "The date of issue in the XML is \(own), as in KOD I.",
              pl: "Data wystawienia w XML to \(own), jak w KOD I."))
        }
        return CheckResult(
          name, .failed,
          Sentence(
            "KOD I names \(coded) as the date of issue, the XML of \(invoice.name) \(own).",
            pl: "KOD I podaje datę wystawienia \(coded), a XML pliku \(invoice.name): \(own)."))
      }
    }
  }
}
