import Findings
import KSeFIdentifiers

/// The seller in the XML is the one in the codes (`Podmiot1`, `NIP`).
struct InvoiceSellerCheck: Check {
  let name = CheckName.invoiceSeller
  let title = Sentence("The seller of the XML is that of the codes", pl: "Sprzedawca z XML jest tym z kodów")
  let proves = Sentence(
    "both codes and the XML name the same NIP", pl: "kody i plik XML podają ten sam NIP")
  let cannotProve = Sentence("who printed the codes", pl: "kto wydrukował kody")
  let needs = Sentence("the invoice's XML", pl: "plik XML faktury")

  func results(in file: CaseFile) -> [CheckResult] {
    guard let invoice = file.comparedInvoice else { return [] }
    switch invoice.identity {
    case .failure(let reason): return [invoice.unread(name, reason, failsFor: "invoice.seller-nip")]
    case .success(let identity):
      let own = identity.seller
      guard let other = file.subject.sellers.first(where: { $0 != own }) else {
        return [
          CheckResult(
            name, .passed,
            Sentence(
              "The seller's NIP in the XML is \(own), as in the code.",
              pl: "NIP sprzedawcy w XML to \(own), jak w kodzie."))
        ]
      }
      return [
        CheckResult(
          name, .failed,
          Sentence(
            "The code names the seller's NIP \(other), the XML of \(invoice.name) \(own).",
            pl: "Kod podaje NIP sprzedawcy \(other), a XML pliku \(invoice.name): \(own)."))
      ]
    }
  }
}

extension GivenInvoice {
  /// The answer of a check that needs what the file doesn't say.
  ///
  /// - Parameter code: of the obstacle that is this check's own matter, so that it fails.
  func unread(_ name: CheckName, _ reason: Obstacle, failsFor code: String) -> CheckResult {
    CheckResult(
      name, reason.code == code ? .failed : .undecided,
      Sentence(
        "\(self.name) can't be read as an invoice: \(reason.reason.english)",
        pl: "Pliku \(self.name) nie można odczytać jako faktury: \(reason.reason.polish)"))
  }
}
