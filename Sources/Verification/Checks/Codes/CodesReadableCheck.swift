import Findings

/// Every code of the print that was seen was also read.
struct CodesReadableCheck: Check {
  let name = CheckName.codesReadable
  let title = Sentence(
    "Every code seen was read",
    pl: "Odczytano każdy kod, który widać")
  let proves = Sentence(
    "no QR code of the print that was seen stayed unread, so that none of its codes is missing here for that reason",
    pl: "żaden kod QR widoczny na wydruku nie pozostał nieodczytany, więc z tego powodu nie brakuje tu żadnego kodu")
  let cannotProve = Sentence(
    "that no code was torn off, covered, or too small to be seen",
    pl: "że żadnego kodu nie oderwano, nie zakryto i że żaden nie był za mały, by go zauważyć")
  let needs = Sentence(
    "the print, as a PDF or a picture",
    pl: "wydruk, jako plik PDF lub obraz")

  func results(in file: CaseFile) -> [CheckResult] {
    let subject = file.subject
    guard let first = subject.unreadable.first else { return [] }
    let (place, advice) = (first.origin.words, first.advice)
    if subject.isComplete {
      return [
        CheckResult(
          .codesReadable, .remark,
          Sentence(
            "Both codes were read; another QR code could not be (\(place.english)).",
            pl: "Oba kody odczytano; innego kodu QR nie udało się odczytać (\(place.polish))."))
      ]
    }
    let missing = subject.invoiceLinks.isEmpty ? "KOD I" : "KOD II"
    return [
      CheckResult(
        .codesReadable, .undecided,
        Sentence(
          "A QR code could not be read (\(place.english)); it may be the missing \(missing). \(advice.english)",
          pl:
            "Nie udało się odczytać kodu QR (\(place.polish)); może to być brakujący \(missing). \(advice.polish)"
        ))
    ]
  }
}
