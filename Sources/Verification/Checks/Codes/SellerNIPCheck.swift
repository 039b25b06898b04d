import Findings
import KSeFIdentifiers

/// The seller's NIP can be a real one (`Podmiot1`, `NIP`).
struct SellerNIPCheck: Check {
  let name = CheckName.sellerNIP
  let title = Sentence(
    "The seller's NIP can be real",
    pl: "NIP sprzedawcy może być prawdziwy")
  let proves = Sentence(
    "the ten digits fit the checksum and the pattern of tax offices",
    pl: "dziesięć cyfr zgadza się z sumą kontrolną i wzorcem numerów urzędów skarbowych")
  let cannotProve = Sentence(
    "that the taxpayer exists or is who issued the invoice",
    pl: "że podatnik istnieje ani że to on wystawił fakturę")
  let needs = Sentence(
    "nothing but the codes",
    pl: "nic poza kodami")

  func results(in file: CaseFile) -> [CheckResult] { file.subject.sellers.map { result($0, file.subject) } }

  private func result(_ seller: NIP, _ subject: Subject) -> CheckResult {
    if seller.isValid {
      return CheckResult(
        name, .passed,
        Sentence(
          "The seller's NIP \(seller) has a valid checksum.", pl: "NIP sprzedawcy \(seller) ma poprawną sumę kontrolną."
        ))
    }
    return CheckResult(
      name, subject.environments.contains(.production) ? .failed : .remark,
      Sentence(
        "The seller's NIP \(seller) can't be a real one: its checksum or its first digits don't fit.",
        pl: "NIP sprzedawcy \(seller) nie może być prawdziwy: nie zgadza się suma kontrolna lub początkowe cyfry."))
  }
}
