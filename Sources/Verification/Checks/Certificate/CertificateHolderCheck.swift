import Certificates
import Findings
import KSeFIdentifiers
import KSeFLinks

/// Whose certificate it is.
struct CertificateHolderCheck: Check {
  let name = CheckName.certificateHolder
  let title = Sentence(
    "Whose certificate it is",
    pl: "Czyj jest certyfikat")
  let proves = Sentence(
    "the NIP in the certificate is the one in whose context the invoice was issued",
    pl: "NIP w certyfikacie jest tym, w którego kontekście wystawiono fakturę")
  let cannotProve = Sentence(
    "that another holder is an impostor: employees and accountants sign with certificates of their own; only KSeF knows their rights",
    pl:
      "że inny posiadacz się podszywa: pracownicy i księgowi podpisują własnymi certyfikatami; uprawnienia zna tylko KSeF"
  )
  let needs = Sentence(
    "the issuer's certificate",
    pl: "certyfikat wystawcy")

  func results(in file: CaseFile) -> [CheckResult] { file.heldResults(name, isNeeded: false) { answer($0) } }

  private func answer(_ held: HeldCertificate) -> (Outcome, Sentence) {
    let (link, certificate) = (held.signed.link, held.certificate)
    let name = certificate.holder.name ?? "?"
    let context = "\(link.context.linkWord) \(link.context.value)"
    guard let nip = certificate.holder.nip else {
      return (
        .remark,
        Sentence(
          "The certificate names no NIP (\(name)); only KSeF knows whether it may issue in the context \(context).",
          pl: "Certyfikat nie podaje NIP (\(name)); tylko KSeF wie, czy wolno nim wystawiać w kontekście \(context).")
      )
    }
    guard link.context == .nip(nip) else {
      return (
        .remark,
        Sentence(
          "The certificate is of NIP \(nip) (\(name)); only KSeF knows whether it may issue in the context \(context).",
          pl:
            "Certyfikat należy do NIP \(nip) (\(name)); tylko KSeF wie, czy wolno nim wystawiać w kontekście \(context)."
        )
      )
    }
    return (
      .passed,
      Sentence(
        "The certificate is of the taxpayer in whose context the invoice was issued, NIP \(nip) (\(name)).",
        pl: "Certyfikat należy do podatnika, w którego kontekście wystawiono fakturę, NIP \(nip) (\(name)).")
    )
  }
}
