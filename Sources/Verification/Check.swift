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
