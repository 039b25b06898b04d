import Findings
import KSeFIdentifiers

/// Both codes point to the same environment of KSeF.
struct SameEnvironmentCheck: Check {
  let name = CheckName.sameEnvironment
  let title = Sentence(
    "Both codes point to one environment",
    pl: "Oba kody prowadzą do jednego środowiska")
  let proves = Sentence(
    "a code of production wasn't joined with one of a rehearsal",
    pl: "nie połączono kodu produkcyjnego z kodem ze środowiska próbnego")
  let cannotProve = Sentence(
    "that it is the environment that counts",
    pl: "że jest to środowisko, które się liczy")
  let needs = Sentence(
    "both codes",
    pl: "oba kody")

  func results(in file: CaseFile) -> [CheckResult] { file.subject.hashes.isEmpty ? [] : [result(file.subject)] }

  private func result(_ subject: Subject) -> CheckResult {
    let environments = subject.environments
    guard environments.count == subject.hosts.count else {
      return CheckResult(
        name, .notRun,
        Sentence(
          "A code points to no environment of KSeF's.", pl: "Któryś kod nie prowadzi do żadnego środowiska KSeF."))
    }
    guard environments.count > 1 else {
      guard subject.isComplete else {
        return CheckResult(
          name, .notRun, Sentence("There is only one code.", pl: "Jest tylko jeden kod."))
      }
      return CheckResult(
        name, .passed,
        Sentence("Both codes point to the same environment.", pl: "Oba kody prowadzą do tego samego środowiska."))
    }
    return CheckResult(
      name, .failed,
      Sentence(
        "The codes point to different environments: \(environments.map(\.words.english).joined(separator: ", ")).",
        pl: "Kody prowadzą do różnych środowisk: \(environments.map(\.words.polish).joined(separator: ", "))."))
  }
}
