import Findings

/// A question about what the paper says, asked of each print by itself: two files may show one invoice, and only one of
/// them its true amounts.
protocol PaperCheck: Check {
  /// What came of a print some of whose words are known.
  func answer(_ print: PaperPrint, _ facts: InvoiceFacts) -> (outcome: Outcome, sentence: Sentence)
}

extension PaperCheck {
  var needs: Sentence {
    Sentence(
      "the invoice's XML, and the page's words: a PDF with text of its own, or --ocr",
      pl: "XML faktury i słowa strony: PDF z własnym tekstem albo --ocr")
  }

  func results(in file: CaseFile) -> [CheckResult] {
    let prints = file.prints
    guard !prints.isEmpty else { return [] }
    guard let facts = file.invoice?.facts else {
      return [
        CheckResult(
          name, .notRun,
          Sentence(
            "The invoice's XML wasn't given, so that there is nothing to compare the paper with.",
            pl: "Nie podano XML faktury, więc nie ma z czym porównać papieru."))
      ]
    }
    return prints.map { print in
      guard !print.pages.isEmpty else {
        // Who asked for the picture to be read wants to know what it says.
        return CheckResult(name, print.pagesNotRecognised.isEmpty ? .notRun : .undecided, print.reasonForSilence)
      }
      let answer = print.tempered(answer(print, facts))
      return CheckResult(name, answer.outcome, answer.sentence)
    }
  }

  /// The answer where the XML itself doesn't say the thing.
  func nothingToCompare(_ thing: Sentence) -> (outcome: Outcome, sentence: Sentence) {
    (
      .notRun,
      Sentence("\(thing.english): the XML says none.", pl: "\(thing.polish): brak w XML.")
    )
  }
}
