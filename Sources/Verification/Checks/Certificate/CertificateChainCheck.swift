import Certificates
import Findings

/// The certificate hangs on the authorities whose certificates were given.
struct CertificateChainCheck: Check {
  let name = CheckName.certificateChain
  let title = Sentence(
    "The certificate comes from a given authority",
    pl: "Certyfikat wydało podane centrum certyfikacji")
  let proves = Sentence(
    "each certificate, up to an authority that was given, was signed by the next, which may issue certificates and was valid on the day of issue",
    pl:
      "każdy certyfikat, aż do podanego centrum certyfikacji, podpisano kluczem następnego, który może wydawać certyfikaty i był ważny w dniu wystawienia"
  )
  let cannotProve = Sentence(
    "that the authority given is KSeF's: it is trusted because it was given; nor that the certificate wasn't revoked",
    pl: "że podane centrum należy do KSeF: ufa się mu, bo je podano; ani że certyfikatu nie unieważniono")
  let needs = Sentence(
    "the issuer's certificate, and those of the authorities above it",
    pl: "certyfikat wystawcy oraz certyfikaty centrów, które stoją nad nim")

  func results(in file: CaseFile) -> [CheckResult] {
    file.heldResults(name, isNeeded: false) { held in
      answer(
        held.certificate,
        CertificateChain.search(from: held.certificate, through: file.material.certificates, validOn: held.issueDates),
        authorities: file.material.certificates.count { $0.isAuthority })
    }
  }

  /// - Parameter authorities: how many certificates of authorities were given, of whatever name.
  private func answer(
    _ certificate: KSeFCertificate, _ outcome: CertificateChain.Outcome, authorities: Int
  ) -> (Outcome, Sentence) {
    switch outcome {
    // Whoever forges a certificate chooses the name of its issuer, and must not choose whether it is checked.
    case .noIssuer where authorities > 0:
      return (
        .undecided,
        Sentence(
          "It names the issuer \(certificate.issuerName), and none of the authorities given (\(authorities)) has that name: give this one's certificate, too.",
          pl:
            "Wskazuje wystawcę \(certificate.issuerName), a żadne z podanych centrów (\(authorities)) nie ma takiej nazwy: podaj także certyfikat tego."
        )
      )
    case .noIssuer:
      return (
        .notRun,
        Sentence(
          "No certificate of its issuer was given: the certificate is trusted because you gave it.",
          pl: "Nie podano certyfikatu jego wystawcy: certyfikatowi ufa się dlatego, że go podano.")
      )
    case .found(let chain):
      let names = chain.certificates.dropFirst().map(\.shortName).joined(separator: " ← ")
      guard let top = chain.certificates.last, !chain.isComplete else {
        return (
          .passed,
          Sentence(
            "The certificate was issued by given authorities, up to one that issued itself: \(names).",
            pl: "Certyfikat wydały podane centra, aż do takiego, które samo się poświadcza: \(names).")
        )
      }
      return (
        .passed,
        Sentence(
          "The certificate was issued by given authorities: \(names). The issuer of the last, \(top.issuerName), wasn't given.",
          pl: "Certyfikat wydały podane centra: \(names). Wystawcy ostatniego, \(top.issuerName), nie podano.")
      )
    case .broken(let found):
      let reason = found.defect.sentence
      let (subject, authority) = (found.certificate.shortName, found.authority.subjectName)
      return (
        found.defect.isProofOfForgery ? .failed : .undecided,
        Sentence(
          "\(subject) names the issuer \(authority), whose certificate was given: \(reason.english).",
          pl: "\(subject) wskazuje wystawcę \(authority), którego certyfikat podano: \(reason.polish).")
      )
    }
  }
}

extension KSeFCertificate {
  /// The common name, or else the serial number.
  var shortName: String { holder.commonName ?? serialText }
}

extension CertificateChain.Defect {
  /// Nothing honest explains it; the others may come of giving another of the authority's certificates than the right one.
  fileprivate var isProofOfForgery: Bool {
    switch self {
    case .signature, .notAnAuthority, .mayNotSignCertificates, .pathTooLong, .weakSignature, .weakKey: true
    case .anotherKey, .outsideValidity, .notUnderstood, .tooMany: false
    }
  }

  fileprivate var sentence: Sentence {
    switch self {
    case .tooMany:
      Sentence("there are too many of that name, or too many above one another, to try", pl: "jest ich zbyt wiele")
    case .pathTooLong:
      Sentence(
        "it doesn't allow so many authorities below it", pl: "nie dopuszcza on tylu centrów pod sobą")
    case .notUnderstood:
      Sentence(
        "it limits what it may issue in ways that aren't judged here",
        pl: "ogranicza on to, co wolno mu wydawać, w sposób, którego tu się nie ocenia")
    case .outsideValidity:
      Sentence(
        "it wasn't valid on the day of issue; an earlier or later one of the same authority may have been",
        pl: "nie był on ważny w dniu wystawienia; mógł być ważny wcześniejszy lub późniejszy tego samego centrum")
    case .notAnAuthority:
      Sentence(
        "that one did sign it, and is no authority's (basicConstraints)",
        pl: "nim go podpisano, ale nie jest to certyfikat centrum (basicConstraints)")
    case .mayNotSignCertificates:
      Sentence("it may not sign certificates (keyCertSign)", pl: "nie wolno nim podpisywać certyfikatów (keyCertSign)")
    case .weakSignature:
      Sentence(
        "the signature rests on an algorithm that proves nothing any more (MD5, SHA-1)",
        pl: "podpis opiera się na algorytmie, który niczego już nie dowodzi (MD5, SHA-1)")
    case .weakKey:
      Sentence(
        "its key is too short to prove anything (RSA under 2048 bits)",
        pl: "jego klucz jest za krótki, by czegokolwiek dowodzić (RSA poniżej 2048 bitów)")
    case .signature:
      Sentence(
        "its key didn't make the signature; somebody else used the name",
        pl: "to nie jego kluczem złożono podpis; ktoś inny użył tej nazwy")
    case .anotherKey:
      Sentence(
        "the authority is said to have signed with another key than this one; give the certificate of that key",
        pl: "centrum miało podpisać innym kluczem niż ten; podaj certyfikat tamtego klucza")
    }
  }
}
