import Findings
import KSeFIdentifiers

/// KSeF confirmed that it received the file with the codes' hash (`SkrotDokumentu`).
struct ReceiptHashCheck: Check {
  let name = CheckName.receiptHash
  let title = Sentence("KSeF confirmed the invoice", pl: "KSeF potwierdził odbiór faktury")
  let proves = Sentence(
    "a UPO that was given names the hash of the codes", pl: "podane UPO wymienia skrót z kodów")
  let cannotProve = Sentence(
    "that the UPO is genuine: its own signature isn't checked here",
    pl: "że UPO jest autentyczne: jego podpisu tu się nie sprawdza")
  let needs = Sentence("the UPO", pl: "UPO")

  func results(in file: CaseFile) -> [CheckResult] {
    guard !file.subject.hashes.isEmpty else { return [] }
    guard !file.receipts.isEmpty else {
      return [CheckResult(name, .notRun, Sentence("No UPO was given.", pl: "Nie podano UPO."))]
    }
    if let entry = file.receiptEntries.first {
      return [
        CheckResult(
          name, .passed,
          Sentence(
            "\(entry.receipt) says that KSeF received it on \(entry.receivedAt.shown) as \(entry.ksefNumber.shown); the UPO's own signature wasn't checked.",
            pl:
              "Według \(entry.receipt) KSeF odebrał ją \(entry.receivedAt.shown) pod numerem \(entry.ksefNumber.shown); podpisu samego UPO nie sprawdzono."
          ))
      ]
    }
    return [ofAnotherFile(file) ?? unknown(file)]
  }

  private func unknown(_ file: CaseFile) -> CheckResult {
    CheckResult(
      name, .notRun,
      Sentence(
        "None of the \(file.receipts.count) invoices that the UPOs name has this hash.",
        pl: "Żadna z faktur wymienionych w UPO (\(file.receipts.count)) nie ma tego skrótu."))
  }

  /// KSeF takes a number of a seller's once in ten years: one that it knows with another hash is another file.
  private func ofAnotherFile(_ file: CaseFile) -> CheckResult? {
    guard let invoice = file.invoice, let number = invoice.number, case .success(let identity) = invoice.identity else {
      return nil
    }
    let others = file.receipts.entries(seller: identity.seller, number: number)
    guard let other = others.first(where: { $0.issueDate == identity.issueDate.iso }) ?? others.first else {
      return nil
    }
    let isSameDay = other.issueDate == identity.issueDate.iso
    return CheckResult(
      name, isSameDay ? .failed : .remark,
      Sentence(
        "\(other.receipt) says that KSeF received invoice \(number.shown) of \(other.issueDate.shown) as another file: SHA-256 \(other.hash).",
        pl:
          "Według \(other.receipt) KSeF odebrał fakturę \(number.shown) z \(other.issueDate.shown) jako inny plik: SHA-256 \(other.hash)."
      ))
  }
}

extension String {
  /// For a sentence: what a hostile file may make long is cut.
  var shown: String { isEmpty ? "?" : shortened(to: 60) }
}
