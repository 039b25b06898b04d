import FAInvoice
import Findings
import KSeFIdentifiers

/// One thing that an invoice is judged by: what its code means, and the judgement itself.
struct Rule: Sendable {
  let meaning: CodeMeaning
  /// All that breaks the rule, in the order of the document.
  let judge: @Sendable (CheckedInvoice) -> [Trouble]

  /// What breaks a rule: one element, and the sentence that says how.
  struct Trouble {
    let element: InvoiceElement
    /// Made only where it is told: ten thousand lines can all have the same trouble.
    let sentence: () -> Sentence

    /// - Parameter element: where a person looks first.
    init(_ element: InvoiceElement, _ sentence: @autoclosure @escaping () -> Sentence) {
      self.element = element
      self.sentence = sentence
    }
  }

  init(_ meaning: CodeMeaning, judge: @escaping @Sendable (CheckedInvoice) -> [Trouble]) {
    self.meaning = meaning
    self.judge = judge
  }

  /// The first findings of a rule are told one by one; ten thousand lines can all have the same trouble.
  static let limit = 20

  func findings(on invoice: CheckedInvoice) -> [Finding] {
    let troubles = judge(invoice)
    var findings = troubles.prefix(Rule.limit).map { trouble in
      finding(trouble.sentence(), at: invoice.document.place(of: trouble.element), for: invoice.environment)
    }
    if troubles.count > Rule.limit {
      let rest = troubles.count - Rule.limit
      findings.append(
        finding(
          Sentence("The same is so in \(rest) more places.", pl: "Tak samo jest w innych miejscach (\(rest))."),
          at: Place(file: invoice.document.fileName), for: invoice.environment))
    }
    return findings
  }

  private func finding(_ sentence: Sentence, at place: Place, for environment: KSeFEnvironment) -> Finding {
    Finding(
      meaning.code, meaning.weight.severity(in: environment), at: place, sentence, remedy: meaning.remedy,
      source: meaning.source)
  }
}

extension CodeMeaning.Weight {
  func severity(in environment: KSeFEnvironment) -> Severity {
    switch self {
    case .always(let severity): severity
    case .refusedInProduction: environment == .production ? .refused : .warning
    }
  }
}

extension Rule {
  /// Every rule, in the order in which its findings are told.
  static let all: [Rule] = [
    Rule.files,
    Rule.identifiers,
    Rule.parties,
    Rule.buyerNumbers,
    Rule.dates,
    Rule.saleDates,
    Rule.annotations,
    Rule.splitPayment,
    Rule.corrections,
    Rule.tillInvoices,
    Rule.lineReferences,
    Rule.totals,
    Rule.taxes,
    Rule.correctedAmounts,
    Rule.lineNumbers,
    Rule.lineFigures,
    Rule.orders,
    Rule.finalInvoices,
    Rule.farmers,
    Rule.currencies,
    Rule.settlements,
    Rule.payments,
    Rule.accounts,
  ].flatMap { $0 }
}

extension CodeMeaning {
  /// The meaning of every code that a check can tell of.
  package static let all: [CodeMeaning] = reading + SchemaFinding.meanings + secondOpinions + Rule.all.map(\.meaning)
}
