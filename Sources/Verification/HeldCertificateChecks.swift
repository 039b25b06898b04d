import Certificates
import Findings
import KSeFIdentifiers
import KSeFLinks

/// The checks of one KOD II with the one certificate that bears its number.
struct HeldCertificateChecks {
  let link: ReadCertificateLink
  let code: Origin?
  /// The invoice's day of issue; several where the codes disagree.
  let issueDates: [CalendarDate]
  /// An XML with the codes' hash was given, so that its day was compared with KOD I's.
  let hasInvoice: Bool
  let certificate: KSeFCertificate
  let authorities: [KSeFCertificate]

  func run() -> [CheckResult] {
    let owner = certificate.holder.name ?? certificate.serialText
    return [
      result(
        .certificateHeld, .passed,
        Sentence(
          "The certificate \(link.certificate) that KOD II names was given (\(owner)).",
          pl: "Podano certyfikat \(link.certificate) wskazany w KOD II (\(owner)).")),
      signature,
      offline,
      validOnDay,
      environment,
      issuer,
      holder,
    ]
  }

  private var signature: CheckResult {
    switch certificate.publicKey.check(signature: link.signature, over: link.signedText) {
    case .valid(let form):
      result(
        .signature, .passed,
        Sentence(
          "The signature (\(form.words)) covers the link and was made with the certificate's key (\(certificate.key)).",
          pl: "Podpis (\(form.words)) obejmuje link i złożono go kluczem tego certyfikatu (\(certificate.key))."))
    case .invalid(let defect): result(.signature, .failed, defect.sentence)
    }
  }

  private var offline: CheckResult {
    switch certificate.purpose {
    case .offline:
      result(
        .certificateOffline, .passed,
        Sentence(
          "The certificate is of type Offline (key usage nonRepudiation).",
          pl: "Certyfikat jest typu Offline (użycie klucza nonRepudiation)."))
    case .authentication:
      result(
        .certificateOffline, .failed,
        Sentence(
          "The certificate is of type Authentication (key usage digitalSignature): it logs in and may not sign KOD II.",
          pl:
            "Certyfikat jest typu Authentication (użycie klucza digitalSignature): służy do logowania, nie do KOD II."
        ))
    case .other:
      result(
        .certificateOffline, .failed,
        Sentence(
          "The certificate isn't of type Offline: its key usage isn't nonRepudiation alone.",
          pl: "Certyfikat nie jest typu Offline: użyciem klucza nie jest wyłącznie nonRepudiation."))
    }
  }

  private var validOnDay: CheckResult {
    let (from, to) = (printed(certificate.notBefore), printed(certificate.notAfter))
    guard let day = issueDates.first(where: { !certificate.covers($0) }) ?? issueDates.first else {
      return result(
        .certificateValidOnDay, .undecided,
        Sentence(
          "The day of issue is known neither from KOD I nor from an XML; the certificate is valid \(from) to \(to).",
          pl: "Dnia wystawienia nie podaje ani KOD I, ani plik XML; certyfikat jest ważny od \(from) do \(to)."))
    }
    guard certificate.covers(day) else {
      return result(
        .certificateValidOnDay, .failed,
        Sentence(
          "The invoice was issued on \(day), the certificate is valid from \(from) to \(to).",
          pl: "Fakturę wystawiono \(day), a certyfikat jest ważny od \(from) do \(to)."))
    }
    guard hasInvoice else {
      return result(
        .certificateValidOnDay, .passed,
        Sentence(
          "The certificate was valid on \(day), the day that only KOD I names; KOD II doesn't sign it (\(from) to \(to)).",
          pl:
            "Certyfikat był ważny \(day); dzień ten podaje tylko KOD I, a KOD II go nie podpisuje (od \(from) do \(to))."
        ))
    }
    return result(
      .certificateValidOnDay, .passed,
      Sentence(
        "The certificate was valid on the day of issue, \(day) (from \(from) to \(to)).",
        pl: "Certyfikat był ważny w dniu wystawienia, \(day) (od \(from) do \(to))."))
  }

  private var environment: CheckResult {
    guard case .current(let environment) = link.host else {
      return result(
        .certificateEnvironment, .notRun,
        Sentence("The link points to no environment of KSeF's.", pl: "Link nie prowadzi do żadnego środowiska KSeF."))
    }
    let name = environment.words
    let issuerName = certificate.issuerName
    switch (Issuer(of: certificate), environment) {
    case (.demonstration, .production), (.demonstration, .demo):
      return result(
        .certificateEnvironment, .failed,
        Sentence(
          "This is a demonstration certificate, which KSeF knows nothing of, under a link of \(name.english).",
          pl: "To certyfikat demonstracyjny, którego KSeF nie zna, a link dotyczy środowiska \(name.polish)."))
    case (.demonstration, .test):
      return result(
        .certificateEnvironment, .remark,
        Sentence(
          "This is a demonstration certificate: KSeF knows nothing of it, and it proves nothing of the issuer.",
          pl: "To certyfikat demonstracyjny: KSeF go nie zna i nie dowodzi on niczego o wystawcy."))
    case (.production, .test):
      return result(
        .certificateEnvironment, .failed,
        Sentence(
          "The certificate comes from production's authority (\(issuerName)), and the link points to test.",
          pl:
            "Certyfikat wydało centrum certyfikacji środowiska produkcyjnego (\(issuerName)), a link prowadzi do testowego."
        ))
    case (.rehearsal, .production):
      return result(
        .certificateEnvironment, .failed,
        Sentence(
          "The certificate comes from a rehearsal authority (\(issuerName)), and the link points to production.",
          pl:
            "Certyfikat wydało centrum certyfikacji środowiska próbnego (\(issuerName)), a link prowadzi do środowiska produkcyjnego."
        ))
    case (.stranger, .production):
      return result(
        .certificateEnvironment, .undecided,
        Sentence(
          "The certificate's issuer (\(issuerName)) isn't known as KSeF's authority for production.",
          pl:
            "Wystawca certyfikatu (\(issuerName)) nie jest znany jako centrum certyfikacji KSeF środowiska produkcyjnego."
        ))
    case (.production, .production), (.rehearsal, .demo), (.rehearsal, .test):
      return result(
        .certificateEnvironment, .passed,
        Sentence(
          "The certificate's issuer (\(issuerName)) fits the link's environment (\(name.english)).",
          pl: "Wystawca certyfikatu (\(issuerName)) pasuje do środowiska z linku (\(name.polish))."))
    case (.production, .demo), (.stranger, .demo), (.stranger, .test):
      return result(
        .certificateEnvironment, .remark,
        Sentence(
          "The certificate's issuer (\(issuerName)) isn't one of the link's environment (\(name.english)).",
          pl: "Wystawca certyfikatu (\(issuerName)) nie jest właściwy dla środowiska z linku (\(name.polish))."))
    }
  }

  private var issuer: CheckResult {
    if let authority = authorities.first(where: { certificate.isIssued(by: $0) }) {
      let name = authority.holder.commonName ?? authority.serialText
      return result(
        .certificateIssuer, .passed,
        Sentence(
          "The certificate was issued by the authority whose certificate was given (\(name)).",
          pl: "Certyfikat wydało centrum certyfikacji, którego certyfikat podano (\(name))."))
    }
    if let name = certificate.issuerCommonName, authorities.contains(where: { $0.holder.commonName == name }) {
      return result(
        .certificateIssuer, .undecided,
        Sentence(
          "The certificate names the issuer \(certificate.issuerName), whose given certificate didn't sign it.",
          pl:
            "Certyfikat wskazuje wystawcę \(certificate.issuerName), ale to nie jego podany certyfikat go podpisał."
        ))
    }
    return result(
      .certificateIssuer, .notRun,
      Sentence(
        "No certificate of its issuer was given: the certificate is trusted because you gave it.",
        pl: "Nie podano certyfikatu jego wystawcy: certyfikatowi ufa się dlatego, że go podano."))
  }

  private var holder: CheckResult {
    let name = certificate.holder.name ?? "?"
    let context = "\(link.context.linkWord) \(link.context.value)"
    guard let nip = certificate.holder.nip else {
      return result(
        .certificateHolder, .remark,
        Sentence(
          "The certificate names no NIP (\(name)); only KSeF knows whether it may issue in the context \(context).",
          pl: "Certyfikat nie podaje NIP (\(name)); tylko KSeF wie, czy wolno nim wystawiać w kontekście \(context)."))
    }
    guard link.context == .nip(nip) else {
      return result(
        .certificateHolder, .remark,
        Sentence(
          "The certificate is of NIP \(nip) (\(name)); only KSeF knows whether it may issue in the context \(context).",
          pl:
            "Certyfikat należy do NIP \(nip) (\(name)); tylko KSeF wie, czy wolno nim wystawiać w kontekście \(context)."
        ))
    }
    return result(
      .certificateHolder, .passed,
      Sentence(
        "The certificate is of the taxpayer in whose context the invoice was issued, NIP \(nip) (\(name)).",
        pl: "Certyfikat należy do podatnika, w którego kontekście wystawiono fakturę, NIP \(nip) (\(name))."))
  }

  private func result(_ check: CheckName, _ outcome: Outcome, _ sentence: Sentence) -> CheckResult {
    CheckResult(check, outcome, sentence, code: code)
  }
}

/// A moment as Polish clocks show it: `2025-11-13 06:03`.
private func printed(_ instant: Int64) -> String {
  guard let (day, hour, minute) = WarsawTime.clock(at: instant) else { return "\(instant) s" }
  func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  return "\(day.iso) \(padded(hour)):\(padded(minute))"
}

extension CertificateHolder {
  /// The organisation, or else the person.
  fileprivate var name: String? { organisation ?? commonName }
}
