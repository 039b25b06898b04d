import FAInvoice
import Findings

/// Rules on the numbers of lines.
extension Rule {
  static let lineNumbers: [Rule] = [repeatedNumber, unorderedNumber]

  private static let repeatedNumber = Rule(
    CodeMeaning(
      "line.number-repeated", .always(.warning),
      title: Sentence("Line number twice", pl: "Powtórzony numer pozycji"),
      explanation: Sentence(
        """
        Each line has a number of its own (NrWierszaFa, NrWierszaZam). On a correction two lines may share one: before \
        and after, or taken back and stated anew. On a correction of several invoices each of them has its line 1.
        """,
        pl: """
          Każda pozycja ma własny numer (NrWierszaFa, NrWierszaZam). W korekcie dwie pozycje mogą mieć ten sam: przed i po \
          albo wycofana i podana na nowo. W korekcie zbiorczej pozycję nr 1 ma każda z korygowanych faktur.
          """),
      remedy: Sentence("Number the lines anew.", pl: "Ponumeruj pozycje na nowo."), source: LegalSource.brochure)
  ) { invoice in
    let most = invoice.isCorrection ? 2 * max(1, invoice.correctedInvoices) : 1
    func repeated(_ numbers: [(element: InvoiceElement, number: String?, isBefore: Bool)], _ name: String) -> [Trouble]
    {
      var counts: [String: Int] = [:]
      return numbers.compactMap { line in
        guard let number = line.number, !number.isEmpty else { return nil }
        // Before and after share a number; a second line of either state doesn't.
        let key = line.isBefore ? "before \(number)" : number
        counts[key, default: 0] += 1
        guard counts[key, default: 0] == most + 1 else { return nil }
        return Trouble(
          line.element[name] ?? line.element,
          Sentence(
            "The line number \(number.quoted) occurs again.", pl: "Numer pozycji \(number.quoted) powtarza się."))
      }
    }
    return repeated(invoice.lines.map { ($0.element, $0.number, $0.isBefore) }, "NrWierszaFa")
      + repeated(
        invoice.orderLines.map { ($0.element, $0.number, $0.isBefore) }, "NrWierszaZam")
  }

  private static let unorderedNumber = Rule(
    CodeMeaning(
      "line.number-order", .always(.info),
      title: Sentence("Line numbers don't rise", pl: "Numery pozycji nie rosną"),
      explanation: Sentence(
        "Lines are numbered in their order (NrWierszaFa). Corrections aren't judged: they keep the corrected numbers.",
        pl:
          "Pozycje numeruje się po kolei (NrWierszaFa). Korekty nie są oceniane: zachowują numery poprawianych pozycji."
      ),
      remedy: Sentence("Number the lines in their order.", pl: "Ponumeruj pozycje po kolei."),
      source: LegalSource.brochure)
  ) { invoice in
    guard !invoice.isCorrection else { return [] }
    var last: ExactDecimal?
    for line in invoice.lines {
      guard let text = line.number, let number = ExactDecimal(text) else { continue }
      if let last, number < last {
        let before = last.plainInEnglish
        return [
          Trouble(
            line.element["NrWierszaFa"] ?? line.element,
            Sentence(
              "The line number \(text.quoted) comes after \(before).",
              pl: "Numer pozycji \(text.quoted) stoi po \(before)."))
        ]
      }
      last = number
    }
    return []
  }
}

extension CheckedInvoice {
  /// How many invoices it corrects.
  fileprivate var correctedInvoices: Int {
    part("DaneFaKorygowanej") == nil ? 0 : body.children.count { $0.name == "DaneFaKorygowanej" }
  }
}
