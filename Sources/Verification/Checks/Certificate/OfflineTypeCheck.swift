import Certificates
import Findings

/// The certificate is of type Offline.
struct OfflineTypeCheck: Check {
  let name = CheckName.certificateOffline
  let title = Sentence(
    "The certificate is of type Offline",
    pl: "Certyfikat jest typu Offline")
  let proves = Sentence(
    "its key usage is nonRepudiation alone, as KSeF gives it to certificates that may sign KOD II",
    pl: "użyciem klucza jest wyłącznie nonRepudiation, jak w certyfikatach KSeF, którymi wolno podpisywać KOD II")
  let cannotProve = Sentence(
    "that its holder may issue invoices for the seller",
    pl: "że jego posiadacz może wystawiać faktury w imieniu sprzedawcy")
  let needs = Sentence(
    "the issuer's certificate",
    pl: "certyfikat wystawcy")

  func results(in file: CaseFile) -> [CheckResult] { file.heldResults(name) { answer($0.certificate) } }

  private func answer(_ certificate: KSeFCertificate) -> (Outcome, Sentence) {
    switch certificate.purpose {
    case .offline:
      (
        .passed,
        Sentence(
          "The certificate is of type Offline (key usage nonRepudiation).",
          pl: "Certyfikat jest typu Offline (użycie klucza nonRepudiation).")
      )
    case .authentication:
      (
        .failed,
        Sentence(
          "The certificate is of type Authentication (key usage digitalSignature): it logs in and may not sign KOD II.",
          pl:
            "Certyfikat jest typu Authentication (użycie klucza digitalSignature): służy do logowania, nie do KOD II."
        )
      )
    case .other:
      (
        .failed,
        Sentence(
          "The certificate isn't of type Offline: its key usage isn't nonRepudiation alone.",
          pl: "Certyfikat nie jest typu Offline: użyciem klucza nie jest wyłącznie nonRepudiation.")
      )
    }
  }
}
