package import Findings
import KSeFLinks
import Presentation

/// The links of an invoice's codes, with what a person should know.
package struct LinkAnswer: Sendable {
  /// KOD I's, then KOD II's where it is signed; none where the print carries no codes.
  package let links: [String]
  /// What the check found; refusals among it where they were overridden.
  package let findings: [Finding]
  /// What was chosen and why.
  package let notices: [Sentence]
  /// What the invoice says of itself.
  package let facts: PrintFacts
}

extension CodesRequest {
  /// The links in the order in which they stand on the page.
  var links: [String] {
    switch self {
    case .offline(let invoice, let certificate): [invoice.text, certificate.text]
    case .awaitingNumber(let invoice), .accepted(let invoice, _): [invoice.text]
    }
  }
}
