import CodeReading
import Findings

/// A question about the words around codes.
protocol CaptionCheck: Check {
  /// Whether the case has a code on paper that the question is asked of.
  func concerns(_ file: CaseFile) -> Bool
  /// The answers from pages with words.
  func answers(in file: CaseFile) -> [CheckResult]
}

extension CaptionCheck {
  var needs: Sentence {
    Sentence(
      "a print whose words are known: a PDF with text of its own, or --ocr",
      pl: "wydruk, którego słowa są znane: PDF z własnym tekstem albo --ocr")
  }

  func results(in file: CaseFile) -> [CheckResult] {
    guard concerns(file) else { return [] }
    let answers = answers(in: file)
    guard answers.isEmpty, !file.pages.contains(where: { $0.reading.text.source.isSeen }) else { return answers }
    return file.prints.map { CheckResult(name, .notRun, $0.reasonForSilence) }
  }

  /// Words of a PDF's own text decide; recognised ones never do.
  func result(_ caption: CodeCaption, _ outcome: Outcome, _ sentence: Sentence) -> CheckResult {
    CheckResult(
      name, outcome == .failed && !caption.isCertain ? .undecided : outcome, sentence, code: caption.origin)
  }
}
