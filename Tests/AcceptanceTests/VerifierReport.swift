import Foundation

/// What `ksef-verify --report json` says.
struct VerifierReport: Decodable {
  struct Subject: Decodable {
    struct Code: Decodable {
      let kind: String
      let text: String
    }
    struct Check: Decodable {
      let check: String
      let outcome: String
      let sentence: String
    }
    let verdict: String
    let codes: [Code]
    let checks: [Check]
  }
  let verdict: String
  let invoices: [Subject]

  /// The checks with one of these outcomes, by name.
  func checks(_ outcomes: String...) -> Set<String> {
    Set(invoices.flatMap(\.checks).filter { outcomes.contains($0.outcome) }.map(\.check))
  }

  /// The texts of the codes, KOD I before KOD II.
  var links: [String] { invoices.flatMap(\.codes).sorted { $0.kind < $1.kind }.map(\.text) }
}

extension Program {
  /// Runs the verifier and reads its report.
  static func verified(_ arguments: [String]) throws -> (report: VerifierReport, code: Int32) {
    let outcome = try verify.run(arguments + ["--report", "json", "--language", "en"])
    do {
      return (try JSONDecoder().decode(VerifierReport.self, from: outcome.output), outcome.code)
    } catch {
      throw NoReport(code: outcome.code, output: outcome.text, errors: outcome.errors)
    }
  }

  struct NoReport: Error {
    let code: Int32
    let output: String
    let errors: String
  }
}
