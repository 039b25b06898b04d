import Certificates
import Findings
import KSeFIdentifiers
import KSeFLinks

/// The checks of one KOD II with the certificates and keys at hand.
struct CertificateChecks {
  let link: ReadCertificateLink
  let code: Origin?
  /// The invoice's day of issue, as KOD I or the XML says it; several where these disagree.
  let issueDates: [CalendarDate]
  /// An XML with the codes' hash was given, so that its day was compared with KOD I's.
  let hasInvoice: Bool
  let certificates: [KSeFCertificate]
  let publicKeys: [GivenPublicKey]

  func run() -> [CheckResult] {
    let held = certificates.filter { $0.serialNumber == link.certificate }
    if let certificate = held.first, held.count == 1 {
      return HeldCertificateChecks(
        link: link, code: code, issueDates: issueDates, hasInvoice: hasInvoice, certificate: certificate,
        authorities: certificates.filter(\.isAuthority)
      ).run()
    }
    if !held.isEmpty { return ambiguous(held) }
    if !publicKeys.isEmpty { return withPublicKeys() }
    return withoutCertificate()
  }

  private func result(_ check: CheckName, _ outcome: Outcome, _ sentence: Sentence) -> CheckResult {
    CheckResult(check, outcome, sentence, code: code)
  }

  /// Several different certificates bear the number: none of them can be relied on, but a signature may fail with all.
  private func ambiguous(_ held: [KSeFCertificate]) -> [CheckResult] {
    let checks = held.map { $0.publicKey.check(signature: link.signature, over: link.signedText) }
    let several = Sentence(
      "\(held.count) different certificates with the number \(link.certificate) were given; give only the right one.",
      pl: "Podano różne certyfikaty (\(held.count)) o numerze \(link.certificate); podaj tylko właściwy.")
    return [
      result(.certificateHeld, .undecided, several),
      checks.contains(where: \.isValid)
        ? result(.signature, .undecided, several)
        : result(
          .signature, .failed,
          Sentence(
            "The signature is valid with none of the certificates of that number.",
            pl: "Podpis nie jest ważny z żadnym z certyfikatów o tym numerze.")),
    ]
  }

  private func withPublicKeys() -> [CheckResult] {
    let unknown = Sentence(
      "A bare public key says nothing of the certificate's serial number, type and validity.",
      pl: "Sam klucz publiczny nie mówi nic o numerze seryjnym, typie ani ważności certyfikatu.")
    let checks = publicKeys.map { ($0, $0.key.check(signature: link.signature, over: link.signedText)) }
    let signature: CheckResult
    if let (given, check) = checks.first(where: { $0.1.isValid }), case .valid(let form) = check {
      signature = result(
        .signature, .passed,
        Sentence(
          "The signature (\(form.words)) covers the link and was made with the key in \(given.name) (\(given.key.kind)).",
          pl: "Podpis (\(form.words)) obejmuje link i złożono go kluczem z pliku \(given.name) (\(given.key.kind))."))
    } else {
      let defects = checks.compactMap { if case .invalid(let defect) = $0.1 { defect } else { nil } }
      let telling = defects.first { $0 != .doesNotMatch } ?? .doesNotMatch
      signature = result(.signature, .failed, telling.sentence)
    }
    return [result(.certificateHeld, .undecided, unknown), signature] + unlooked
  }

  private func withoutCertificate() -> [CheckResult] {
    let missing: Sentence
    if certificates.isEmpty {
      missing = Sentence(
        "No certificate was given; KOD II names the number \(link.certificate).",
        pl: "Nie podano certyfikatu; KOD II wskazuje numer \(link.certificate).")
    } else {
      missing = Sentence(
        "The certificate \(link.certificate) that KOD II names isn't among the \(certificates.count) given.",
        pl: "Wśród podanych certyfikatów (\(certificates.count)) nie ma wskazanego w KOD II: \(link.certificate).")
    }
    let unchecked = Sentence(
      "Without the issuer's certificate the signature can't be checked.",
      pl: "Bez certyfikatu wystawcy nie można sprawdzić podpisu.")
    return [result(.certificateHeld, .undecided, missing), result(.signature, .undecided, unchecked)] + unlooked
  }

  private var unlooked: [CheckResult] {
    let none = Sentence("There is no certificate to look at.", pl: "Nie ma certyfikatu, który można by sprawdzić.")
    return [CheckName.certificateOffline, .certificateValidOnDay, .certificateEnvironment].map {
      result($0, .undecided, none)
    }
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
