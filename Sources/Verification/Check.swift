import Findings

/// One question that is asked of every invoice found.
///
/// A check is a small type: it says what it is, and answers for a case. `AllChecks.inOrder` lists them all; the reports
/// and the documentation are made from that list.
protocol Check: Sendable {
  /// The stable name under which reports list its answers.
  var name: CheckName { get }
  /// The question in a few words: "The hash of the invoice's bytes".
  var title: Sentence { get }
  /// What its passing shows.
  var proves: Sentence { get }
  /// What its passing doesn't show, though one might think so.
  var cannotProve: Sentence { get }
  /// What must be given for it to be decided: "the invoice's XML".
  var needs: Sentence { get }

  /// The answers in a case: one for each code or thing that the question is asked of; none where it doesn't arise.
  func results(in file: CaseFile) -> [CheckResult]
}

/// The checks in the order in which reports list them.
enum AllChecks {
  static let inOrder: [any Check] = paper

  /// What the paper says around the codes, and of the invoice.
  private static let paper: [any Check] = [
    InvoiceCodeWordCheck(), CertificateCodeWordCheck(), PrintedNumberCheck(), TotalFailureCheck(),
    PartyOnPaperCheck.seller, PartyOnPaperCheck.buyer, NumberOnPaperCheck(), DateOnPaperCheck(), TotalsOnPaperCheck(),
  ]
}
