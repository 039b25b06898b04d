import Findings

/// Under KOD I stands OFFLINE or the KSeF number.
///
/// Source: verification-codes, "When which code is printed".
struct InvoiceCodeWordCheck: CaptionCheck {
  let name = CheckName.printedInvoiceWord
  let title = Sentence("The words under KOD I", pl: "Słowa pod KODEM I")
  let proves = Sentence(
    "under KOD I stands either OFFLINE or the KSeF number, as the regulation asks",
    pl: "pod KODEM I jest OFFLINE albo numer KSeF, jak wymaga rozporządzenie")
  let cannotProve = Sentence(
    "that the invoice has or hasn't been accepted by KSeF since",
    pl: "czy KSeF przyjął już fakturę")

  func concerns(_ file: CaseFile) -> Bool { !file.pages.isEmpty && !file.subject.invoiceLinks.isEmpty }

  func answers(in file: CaseFile) -> [CheckResult] { file.invoiceCaptions.map(answer) }

  private func answer(_ caption: CodeCaption) -> CheckResult {
    let offline = caption.side(ofWord: "OFFLINE")
    let number = caption.number
    if let (number, _) = number, offline != nil {
      return result(
        caption, .failed,
        Sentence(
          "OFFLINE stands by KOD I together with the KSeF number \(number.text): an invoice has one or the other.",
          pl: "Przy KODZIE I jest OFFLINE i numer KSeF \(number.text); faktura ma albo jedno, albo drugie."))
    }
    let isUnder = offline == .under || number?.side == .under
    let text = number?.number.text ?? "OFFLINE"
    guard offline != nil || number != nil else {
      return result(
        caption, .remark,
        Sentence(
          "Neither OFFLINE nor a KSeF number stands by KOD I; one of them must.",
          pl: "Przy KODZIE I nie ma ani OFFLINE, ani numeru KSeF, a jedno z nich jest wymagane."))
    }
    return isUnder
      ? result(
        caption, .passed, Sentence("Under KOD I stands \(text).", pl: "Pod KODEM I jest \(text)."))
      : result(
        caption, .remark,
        Sentence(
          "\(text) stands by KOD I, but not directly under it.",
          pl: "\(text) jest przy KODZIE I, ale nie wprost pod nim."))
  }
}
