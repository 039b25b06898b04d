/// What a verification comes to.
///
/// `passed` says that everything that can be decided offline was decided and agrees; it is never the outcome of a
/// check that could not be run.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  case passed
  case failed
  case indeterminate

  /// The verdict on one invoice.
  ///
  /// Passing takes proof and not only the absence of trouble: each KOD II has its signature checked and found valid,
  /// and where there is no KOD II, the hash of the invoice's own bytes was compared.
  static func of(_ results: [CheckResult], invoiceLinks: Int, certificateLinks: Int) -> Verdict {
    if results.contains(where: { $0.outcome == .failed }) { return .failed }
    if results.contains(where: { $0.outcome == .undecided }) { return .indeterminate }
    func proofs(_ check: CheckName) -> Int {
      results.count { $0.check == check && ($0.outcome == .passed || $0.outcome == .remark) }
    }
    if certificateLinks > 0 {
      return proofs(.signature) == certificateLinks ? .passed : .indeterminate
    }
    return invoiceLinks > 0 && proofs(.invoiceHash) > 0 ? .passed : .indeterminate
  }

  /// The verdict on all: one failure fails, one doubt leaves in doubt; nil for none.
  static func worst(of verdicts: [Verdict]) -> Verdict? {
    if verdicts.contains(.failed) { return .failed }
    if verdicts.contains(.indeterminate) { return .indeterminate }
    return verdicts.first
  }
}
