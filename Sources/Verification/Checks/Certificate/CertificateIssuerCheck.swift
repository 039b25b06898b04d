import Certificates
import Findings

/// The certificate was issued by an authority whose certificate was given.
struct CertificateIssuerCheck: Check {
  let name = CheckName.certificateIssuer
  let title = Sentence(
    "The certificate comes from a given authority",
    pl: "Certyfikat wydało podane centrum certyfikacji")
  let proves = Sentence(
    "the key of an authority whose certificate was given signed this certificate",
    pl: "certyfikat podpisano kluczem centrum, którego certyfikat podano")
  let cannotProve = Sentence(
    "that it wasn't revoked since",
    pl: "że od tego czasu go nie unieważniono")
  let needs = Sentence(
    "the authority's certificate",
    pl: "certyfikat centrum certyfikacji")

  func results(in file: CaseFile) -> [CheckResult] {
    let authorities = file.material.certificates.filter(\.isAuthority)
    return file.heldResults(name, isNeeded: false) { answer($0.certificate, authorities) }
  }

  private func answer(_ certificate: KSeFCertificate, _ authorities: [KSeFCertificate]) -> (Outcome, Sentence) {
    if let authority = authorities.first(where: { certificate.isIssued(by: $0) }) {
      let name = authority.holder.commonName ?? authority.serialText
      return (
        .passed,
        Sentence(
          "The certificate was issued by the authority whose certificate was given (\(name)).",
          pl: "Certyfikat wydało centrum certyfikacji, którego certyfikat podano (\(name)).")
      )
    }
    if let name = certificate.issuerCommonName, authorities.contains(where: { $0.holder.commonName == name }) {
      return (
        .undecided,
        Sentence(
          "The certificate names the issuer \(certificate.issuerName), whose given certificate didn't sign it.",
          pl:
            "Certyfikat wskazuje wystawcę \(certificate.issuerName), ale to nie jego podany certyfikat go podpisał."
        )
      )
    }
    return (
      .notRun,
      Sentence(
        "No certificate of its issuer was given: the certificate is trusted because you gave it.",
        pl: "Nie podano certyfikatu jego wystawcy: certyfikatowi ufa się dlatego, że go podano.")
    )
  }
}
