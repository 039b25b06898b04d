import Findings

/// The mode in a receipt (`TrybWysylki`) agrees with the codes that are printed.
struct ReceiptModeCheck: Check {
  let name = CheckName.receiptMode
  let title = Sentence("The invoice was sent as it is printed", pl: "Fakturę wysłano tak, jak ją wydrukowano")
  let proves = Sentence(
    "an invoice with KOD II was sent as issued offline", pl: "fakturę z KOD II wysłano jako wystawioną offline")
  let cannotProve = Sentence("when the invoice was printed", pl: "kiedy fakturę wydrukowano")
  let needs = Sentence("the UPO, of v4-3 or later", pl: "UPO w wersji v4-3 lub nowszej")

  func results(in file: CaseFile) -> [CheckResult] {
    guard let entry = file.receiptEntries.first(where: { $0.mode != nil }), let mode = entry.mode else { return [] }
    let isSigned = !file.subject.certificateLinks.isEmpty
    switch (mode, isSigned) {
    case (.online, true):
      return [
        CheckResult(
          name, .remark,
          Sentence(
            "\(entry.receipt) says that it was sent online; invoices sent online bear no KOD II.",
            pl: "Według \(entry.receipt) wysłano ją online; na fakturach wysłanych online nie ma KOD II."))
      ]
    case (.offline, true):
      return [
        CheckResult(
          name, .passed,
          Sentence(
            "\(entry.receipt) says that it was issued offline, as KOD II does.",
            pl: "Według \(entry.receipt) wystawiono ją offline, jak mówi też KOD II."))
      ]
    case (.online, false), (.offline, false):
      // A print made once the number is known bears no KOD II, however the invoice was sent.
      return [
        CheckResult(
          name, .passed,
          Sentence(
            "\(entry.receipt) says \(mode.rawValue); a print without KOD II may be of either mode.",
            pl: "\(entry.receipt) podaje tryb \(mode.rawValue); wydruk bez KOD II może być z każdego trybu."))
      ]
    }
  }
}
