import Certificates
import Findings
import KSeFIdentifiers
import KSeFLinks

/// The signature covers the text of KOD II and was made with the certificate's key.
struct CodeSignatureCheck: Check {
  let name = CheckName.signature
  let title = Sentence("The signature of KOD II", pl: "Podpis w KOD II")
  let proves = Sentence(
    "whoever holds the certificate's private key signed this host, context, seller, certificate number and hash",
    pl: "posiadacz klucza prywatnego certyfikatu podpisał ten host, kontekst, sprzedawcę, numer certyfikatu i skrót")
  let cannotProve = Sentence(
    "when it was signed, and the day of issue: KOD II signs neither; nor that the paper shows the invoice of that hash",
    pl:
      "kiedy złożono podpis ani dnia wystawienia: KOD II ich nie podpisuje; ani że papier pokazuje fakturę o tym skrócie"
  )
  let needs = Sentence(
    "the issuer's certificate or its public key", pl: "certyfikat wystawcy albo jego klucz publiczny")

  func results(in file: CaseFile) -> [CheckResult] {
    file.signedCodes.map { signed in
      let (outcome, sentence) = answer(signed, file.material.publicKeys)
      return CheckResult(name, outcome, sentence, code: signed.code)
    }
  }

  private func answer(_ signed: SignedCode, _ publicKeys: [GivenPublicKey]) -> (Outcome, Sentence) {
    let link = signed.link
    switch signed.holding {
    case .one(let certificate):
      switch certificate.publicKey.check(signature: link.signature, over: link.signedText) {
      case .valid(let form):
        return (
          .passed,
          Sentence(
            "The signature (\(form.words)) covers the link and was made with the certificate's key (\(certificate.key)).",
            pl: "Podpis (\(form.words)) obejmuje link i złożono go kluczem tego certyfikatu (\(certificate.key)).")
        )
      case .invalid(let defect): return (.failed, defect.sentence)
      }
    case .several(let held):
      // None can be relied on, but a signature may fail with all of them.
      guard !held.contains(where: { $0.publicKey.check(signature: link.signature, over: link.signedText).isValid })
      else { return (.undecided, several(held, link.certificate)) }
      return (
        .failed,
        Sentence(
          "The signature is valid with none of the certificates of that number.",
          pl: "Podpis nie jest ważny z żadnym z certyfikatów o tym numerze.")
      )
    case .none where publicKeys.isEmpty:
      return (
        .undecided,
        Sentence(
          "Without the issuer's certificate the signature can't be checked.",
          pl: "Bez certyfikatu wystawcy nie można sprawdzić podpisu.")
      )
    case .none: return answer(link, publicKeys)
    }
  }

  private func answer(_ link: ReadCertificateLink, _ publicKeys: [GivenPublicKey]) -> (Outcome, Sentence) {
    let checks = publicKeys.map { ($0, $0.key.check(signature: link.signature, over: link.signedText)) }
    if let (given, check) = checks.first(where: { $0.1.isValid }), case .valid(let form) = check {
      return (
        .passed,
        Sentence(
          "The signature (\(form.words)) covers the link and was made with the key in \(given.name) (\(given.key.kind)).",
          pl: "Podpis (\(form.words)) obejmuje link i złożono go kluczem z pliku \(given.name) (\(given.key.kind)).")
      )
    }
    let defects = checks.compactMap { if case .invalid(let defect) = $0.1 { defect } else { nil } }
    return (.failed, (defects.first { $0 != .doesNotMatch } ?? .doesNotMatch).sentence)
  }
}

extension SignatureForm {
  /// The form's name, the same in both languages.
  var words: String {
    switch self {
    case .rsaPSS: "RSASSA-PSS"
    case .ecdsaP1363: "ECDSA, IEEE P1363"
    case .ecdsaDER: "ECDSA, ASN.1 DER"
    }
  }
}
