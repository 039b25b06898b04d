import Findings
import KSeFIdentifiers

/// The codes point to the environment that the auditor expects.
struct ExpectedEnvironmentCheck: Check {
  let name = CheckName.expectedEnvironment
  let title = Sentence(
    "The codes are of the environment asked for",
    pl: "Kody są z oczekiwanego środowiska")
  let proves = Sentence(
    "the codes lead to the environment that `--environment` names",
    pl: "kody prowadzą do środowiska podanego w `--environment`")
  let cannotProve = Sentence(
    "that KSeF holds the invoice there",
    pl: "że faktura jest tam w KSeF")
  let needs = Sentence(
    "`--environment`",
    pl: "`--environment`")

  func results(in file: CaseFile) -> [CheckResult] {
    guard !file.subject.hashes.isEmpty else { return [] }
    return [result(file.subject, expected: file.material.expectedEnvironment)]
  }

  private func result(_ subject: Subject, expected: KSeFEnvironment?) -> CheckResult {
    let environments = subject.environments
    let english = environments.map(\.words.english).joined(separator: ", ")
    let polish = environments.map(\.words.polish).joined(separator: ", ")
    guard let expected else {
      guard environments.contains(where: { $0 != .production }) else {
        return CheckResult(
          name, .notRun,
          Sentence("No environment was asked for.", pl: "Nie wskazano oczekiwanego środowiska."))
      }
      return CheckResult(
        name, .remark,
        Sentence(
          "The codes are of a rehearsal environment (\(english)): such an invoice has no legal effect.",
          pl: "Kody są ze środowiska próbnego (\(polish)): taka faktura nie ma skutków prawnych."))
    }
    guard !environments.isEmpty, environments.count == subject.hosts.count, environments.allSatisfy({ $0 == expected })
    else {
      return CheckResult(
        name, .failed,
        Sentence(
          "The codes should be of \(expected.words.english) and are of \(english.isEmpty ? "no environment" : english).",
          pl:
            "Kody powinny dotyczyć środowiska \(expected.words.polish), a dotyczą: \(polish.isEmpty ? "żadnego" : polish)."
        ))
    }
    return CheckResult(
      name, .passed,
      Sentence(
        "The codes are of the environment asked for (\(expected.words.english)).",
        pl: "Kody są z oczekiwanego środowiska (\(expected.words.polish))."))
  }
}
