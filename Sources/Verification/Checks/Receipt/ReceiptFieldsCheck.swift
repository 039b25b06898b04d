import Findings
import KSeFIdentifiers

/// Seller, date, number and KSeF number in a receipt are those of the codes and of the XML.
struct ReceiptFieldsCheck: Check {
  let name = CheckName.receiptFields
  let title = Sentence("The UPO describes the invoice of the codes", pl: "UPO opisuje fakturę z kodów")
  let proves = Sentence(
    "the UPO gives that hash the seller, the date and the number of the codes and the XML, and a possible KSeF number",
    pl: "UPO podaje przy tym skrócie sprzedawcę, datę i numer z kodów i z XML oraz możliwy numer KSeF")
  let cannotProve = Sentence("that the UPO is genuine", pl: "że UPO jest autentyczne")
  let needs = Sentence("the UPO", pl: "UPO")

  func results(in file: CaseFile) -> [CheckResult] {
    file.receiptEntries.prefix(10).map { entry in
      let defects = [seller(entry, file), date(entry, file), number(entry, file), ksefNumber(entry)].compactMap(\.self)
      guard let defect = defects.first else {
        return CheckResult(
          name, .passed,
          Sentence(
            "\(entry.receipt) names the same seller, date of issue and number; its KSeF number is well formed.",
            pl: "\(entry.receipt) podaje tego samego sprzedawcę, datę wystawienia i numer; numer KSeF jest poprawny."))
      }
      return CheckResult(
        name, .failed, Sentence("\(entry.receipt): \(defect.english)", pl: "\(entry.receipt): \(defect.polish)"))
    }
  }

  private func seller(_ entry: ReceiptEntry, _ file: CaseFile) -> Sentence? {
    guard let other = file.subject.sellers.first(where: { $0.digits != entry.seller }) else { return nil }
    return Sentence(
      "the seller is \(entry.seller.shown), in the codes \(other).",
      pl: "sprzedawcą jest \(entry.seller.shown), w kodach \(other).")
  }

  private func date(_ entry: ReceiptEntry, _ file: CaseFile) -> Sentence? {
    guard let other = file.issueDates.first(where: { $0 != CalendarDate(iso: entry.issueDate) }) else { return nil }
    return Sentence(
      "the date of issue is \(entry.issueDate.shown), not \(other).",
      pl: "datą wystawienia jest \(entry.issueDate.shown), a nie \(other).")
  }

  private func number(_ entry: ReceiptEntry, _ file: CaseFile) -> Sentence? {
    guard let own = file.invoice?.number, own != entry.invoiceNumber else { return nil }
    return Sentence(
      "the invoice's number is \(entry.invoiceNumber.shown), in the XML \(own.shown).",
      pl: "numerem faktury jest \(entry.invoiceNumber.shown), w XML \(own.shown).")
  }

  private func ksefNumber(_ entry: ReceiptEntry) -> Sentence? {
    let shown = entry.ksefNumber.shown
    do throws(KSeFNumber.Refusal) {
      let number = try KSeFNumber(entry.ksefNumber)
      if number.seller.digits != entry.seller {
        return Sentence(
          "the KSeF number \(shown) is of another seller.", pl: "numer KSeF \(shown) jest innego sprzedawcy.")
      }
      if let issued = CalendarDate(iso: entry.issueDate), number.acceptedOn < issued {
        return Sentence(
          "the KSeF number \(shown) was given before the date of issue.",
          pl: "numer KSeF \(shown) nadano przed datą wystawienia.")
      }
      return nil
    } catch {
      return Sentence("\(shown) can't be a KSeF number.", pl: "\(shown) nie może być numerem KSeF.")
    }
  }
}
