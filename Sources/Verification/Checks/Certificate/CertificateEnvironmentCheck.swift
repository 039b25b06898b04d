import Certificates
import Findings
import KSeFIdentifiers
import KSeFLinks

/// The certificate's issuer serves the environment that the link points to.
struct CertificateEnvironmentCheck: Check {
  let name = CheckName.certificateEnvironment
  let title = Sentence(
    "The certificate fits the environment",
    pl: "Certyfikat pasuje do środowiska")
  let proves = Sentence(
    "the issuer that the certificate names is the authority of the link's environment",
    pl: "wystawca, którego wymienia certyfikat, jest centrum certyfikacji środowiska z linku")
  let cannotProve = Sentence(
    "that this authority did issue it: a name can be written by anybody; give the authority's certificate to learn that",
    pl: "że rzeczywiście go wydał: nazwę może wpisać każdy; podaj certyfikat centrum, aby to sprawdzić")
  let needs = Sentence(
    "the issuer's certificate",
    pl: "certyfikat wystawcy")

  func results(in file: CaseFile) -> [CheckResult] { file.heldResults(name) { answer($0) } }

  private func answer(_ held: HeldCertificate) -> (Outcome, Sentence) {
    let (link, certificate) = (held.signed.link, held.certificate)
    guard case .current(let environment) = link.host else {
      return (
        .notRun,
        Sentence("The link points to no environment of KSeF's.", pl: "Link nie prowadzi do żadnego środowiska KSeF.")
      )
    }
    let name = environment.words
    let issuerName = certificate.issuerName
    switch (Issuer(of: certificate), environment) {
    case (.demonstration, .production), (.demonstration, .demo):
      return (
        .failed,
        Sentence(
          "This is a demonstration certificate, which KSeF knows nothing of, under a link of \(name.english).",
          pl: "To certyfikat demonstracyjny, którego KSeF nie zna, a link dotyczy środowiska \(name.polish).")
      )
    case (.demonstration, .test):
      return (
        .remark,
        Sentence(
          "This is a demonstration certificate: KSeF knows nothing of it, and it proves nothing of the issuer.",
          pl: "To certyfikat demonstracyjny: KSeF go nie zna i nie dowodzi on niczego o wystawcy.")
      )
    case (.production, .test):
      return (
        .failed,
        Sentence(
          "The certificate comes from production's authority (\(issuerName)), and the link points to test.",
          pl:
            "Certyfikat wydało centrum certyfikacji środowiska produkcyjnego (\(issuerName)), a link prowadzi do testowego."
        )
      )
    case (.rehearsal, .production):
      return (
        .failed,
        Sentence(
          "The certificate comes from a rehearsal authority (\(issuerName)), and the link points to production.",
          pl:
            "Certyfikat wydało centrum certyfikacji środowiska próbnego (\(issuerName)), a link prowadzi do środowiska produkcyjnego."
        )
      )
    case (.stranger, .production):
      return (
        .undecided,
        Sentence(
          "The certificate's issuer (\(issuerName)) isn't known as KSeF's authority for production.",
          pl:
            "Wystawca certyfikatu (\(issuerName)) nie jest znany jako centrum certyfikacji KSeF środowiska produkcyjnego."
        )
      )
    case (.production, .production), (.rehearsal, .demo), (.rehearsal, .test):
      return (
        .passed,
        Sentence(
          "The certificate's issuer (\(issuerName)) fits the link's environment (\(name.english)).",
          pl: "Wystawca certyfikatu (\(issuerName)) pasuje do środowiska z linku (\(name.polish)).")
      )
    case (.production, .demo), (.stranger, .demo), (.stranger, .test):
      return (
        .remark,
        Sentence(
          "The certificate's issuer (\(issuerName)) isn't one of the link's environment (\(name.english)).",
          pl: "Wystawca certyfikatu (\(issuerName)) nie jest właściwy dla środowiska z linku (\(name.polish)).")
      )
    }
  }
}
