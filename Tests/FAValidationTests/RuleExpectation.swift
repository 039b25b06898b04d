import FAInvoice
import FAValidation
import Findings
import Testing

/// Expects one finding of a code on an invoice, at an element, and none on the invoice next to it.
///
/// - Parameters:
///   - element: the last step of the path, or more of it.
///   - broken: what breaks the rule.
///   - fine: the same without the mistake; the untouched sample where it says nothing.
func expect(
  _ code: String, _ severity: Severity = .warning, at element: String,
  on broken: CheckedSample, notOn fine: CheckedSample = CheckedSample(),
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let found = try broken.findings(of: code)
  #expect(found.count == 1, "\(found.map(\.sentence.english))", sourceLocation: sourceLocation)
  for finding in found {
    #expect(finding.severity == severity, sourceLocation: sourceLocation)
    #expect(finding.place.path?.hasSuffix(element) == true, "\(finding.place.text)", sourceLocation: sourceLocation)
    #expect(finding.sentence.english != finding.sentence.polish, sourceLocation: sourceLocation)
    #expect(finding.remedy != nil && finding.source != nil, sourceLocation: sourceLocation)
  }
  let silent = try fine.findings(of: code)
  #expect(silent == [], sourceLocation: sourceLocation)
}
