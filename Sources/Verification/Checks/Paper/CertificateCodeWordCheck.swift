import Findings

/// Under KOD II stands CERTYFIKAT, and KOD II is printed only as long as KSeF has given no number.
///
/// Source: verification-codes, "When which code is printed".
struct CertificateCodeWordCheck: CaptionCheck {
  let name = CheckName.printedCertificateWord
  let title = Sentence("The words under KOD II", pl: "Słowa pod KODEM II")
  let proves = Sentence(
    "CERTYFIKAT stands under KOD II, and the print claims no KSeF number, with which KOD II is dropped",
    pl: "pod KODEM II jest CERTYFIKAT, a wydruk nie podaje numeru KSeF, przy którym KOD II się pomija")
  let cannotProve = Sentence(
    "who signed: the signature's check does",
    pl: "kto podpisał: o tym mówi sprawdzenie podpisu")

  func concerns(_ file: CaseFile) -> Bool { !file.pages.isEmpty && !file.subject.certificateLinks.isEmpty }

  func answers(in file: CaseFile) -> [CheckResult] {
    let numbers = file.printedKSeFNumbers
    return file.certificateCaptions.map { caption in
      if let number = numbers.first(where: { $0.origin.print == caption.origin.print }) {
        let outcome: Outcome = number.isCertain ? .failed : .undecided
        return result(
          caption, outcome,
          Sentence(
            "KOD II is printed although KOD I has the KSeF number \(number.text): with the number known there is only"
              + " KOD I.",
            pl:
              "Wydrukowano KOD II, choć przy KODZIE I jest numer KSeF \(number.text): gdy numer jest znany, drukuje się"
              + " tylko KOD I."))
      }
      switch caption.side(ofWord: "CERTYFIKAT") {
      case .under:
        return result(
          caption, .passed, Sentence("Under KOD II stands CERTYFIKAT.", pl: "Pod KODEM II jest CERTYFIKAT."))
      case .above, .beside:
        return result(
          caption, .remark,
          Sentence(
            "CERTYFIKAT stands by KOD II, but not directly under it.",
            pl: "CERTYFIKAT jest przy KODZIE II, ale nie wprost pod nim."))
      case nil:
        return result(
          caption, .remark,
          Sentence(
            "CERTYFIKAT, which must stand under KOD II, is missing.",
            pl: "Brak słowa CERTYFIKAT, które musi być pod KODEM II."))
      }
    }
  }
}
