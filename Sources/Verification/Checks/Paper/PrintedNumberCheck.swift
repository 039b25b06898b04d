import Findings
import KSeFIdentifiers

/// The KSeF number by KOD I can be this invoice's: its check digits, its seller, its day.
///
/// Source: verification-codes, "KSeF number".
struct PrintedNumberCheck: CaptionCheck {
  let name = CheckName.printedKSeFNumber
  let title = Sentence("The KSeF number on the paper", pl: "Numer KSeF na papierze")
  let proves = Sentence(
    "the number's check digits fit, it begins with the seller's NIP, and its day isn't before the day of issue; where a UPO is given, it is the number there",
    pl:
      "cyfry kontrolne numeru się zgadzają, zaczyna się od NIP sprzedawcy, jego dzień nie poprzedza daty wystawienia, a jeśli podano UPO, jest to numer z UPO"
  )
  let cannotProve = Sentence(
    "that KSeF gave the number to this invoice: the receipt (UPO) or KSeF itself tells",
    pl: "że KSeF nadał ten numer tej fakturze: mówi o tym UPO albo sam KSeF")

  func concerns(_ file: CaseFile) -> Bool { !file.printedKSeFNumbers.isEmpty }

  func answers(in file: CaseFile) -> [CheckResult] {
    file.printedKSeFNumbers.map { printed in
      let (outcome, sentence) = judge(printed, in: file)
      return CheckResult(
        name, outcome == .failed && !printed.isCertain ? .undecided : outcome, sentence, code: printed.origin)
    }
  }

  private func judge(_ printed: PrintedKSeFNumber, in file: CaseFile) -> (Outcome, Sentence) {
    switch printed.number {
    case .failure(let refusal): return (.failed, words(refusal, printed.text.shortened(to: 60)))
    case .success(let number):
      if let seller = file.subject.sellers.first(where: { $0 != number.seller }) {
        return (
          .failed,
          Sentence(
            "The KSeF number \(number) belongs to the seller \(number.seller); the code names \(seller).",
            pl: "Numer KSeF \(number) należy do sprzedawcy \(number.seller); kod podaje \(seller).")
        )
      }
      if let day = file.subject.issueDates.first(where: { number.acceptedOn < $0 }) {
        return (
          .failed,
          Sentence(
            "The KSeF number \(number) was given on \(number.acceptedOn), before the day of issue \(day).",
            pl: "Numer KSeF \(number) nadano \(number.acceptedOn), przed datą wystawienia \(day).")
        )
      }
      let receipts = file.receiptEntries
      if let receipt = receipts.first, !receipts.contains(where: { $0.ksefNumber == number.text }) {
        return (
          .failed,
          Sentence(
            "The paper has the KSeF number \(number); \(receipt.receipt) gives this invoice \(receipt.ksefNumber.shown).",
            pl:
              "Na papierze jest numer KSeF \(number); \(receipt.receipt) podaje dla tej faktury \(receipt.ksefNumber.shown)."
          )
        )
      }
      return number.generation == .second
        ? (
          .passed,
          Sentence(
            "The KSeF number \(number) can be this invoice's: check digits, seller and day fit.",
            pl: "Numer KSeF \(number) może być numerem tej faktury: zgadzają się cyfry kontrolne, sprzedawca i dzień.")
        )
        : (
          .remark,
          Sentence(
            "The number \(number) is of KSeF 1.0, whose invoices had other codes; its check digits weren't checked.",
            pl: "Numer \(number) pochodzi z KSeF 1.0, którego faktury miały inne kody; cyfr kontrolnych nie sprawdzono."
          )
        )
    }
  }

  private func words(_ refusal: KSeFNumber.Refusal, _ text: String) -> Sentence {
    switch refusal {
    case .form:
      Sentence("\(text) by KOD I isn't a KSeF number.", pl: "\(text) przy KODZIE I nie jest numerem KSeF.")
    case .sellerNIP:
      Sentence(
        "The KSeF number \(text) begins with ten digits that can't be a NIP.",
        pl: "Numer KSeF \(text) zaczyna się od dziesięciu cyfr, które nie mogą być NIP.")
    case .date:
      Sentence(
        "The KSeF number \(text) has a day that no calendar has.",
        pl: "Numer KSeF \(text) ma dzień, którego nie ma w kalendarzu."
      )
    case .checksum(let expected):
      Sentence(
        "The KSeF number \(text) has wrong check digits: its other digits ask for \(expected).",
        pl: "Numer KSeF \(text) ma złe cyfry kontrolne: pozostałe znaki wymagają \(expected).")
    case .collectivePayment:
      Sentence(
        "\(text) is the identifier of a collective payment, not of an invoice.",
        pl: "\(text) to identyfikator zbiorczej płatności, a nie faktury.")
    }
  }
}
