import Certificates
import Findings
import KSeFIdentifiers
import KSeFLinks

/// The certificate that KOD II names is among those given.
struct CertificateHeldCheck: Check {
  let name = CheckName.certificateHeld
  let title = Sentence("The certificate of KOD II is at hand", pl: "Certyfikat z KOD II jest pod ręką")
  let proves = Sentence(
    "one certificate given bears the serial number in KOD II",
    pl: "jeden z podanych certyfikatów ma numer seryjny z KOD II")
  let cannotProve = Sentence(
    "that it is genuine: it is trusted because it was given, unless authorities are given too",
    pl: "że jest autentyczny: ufa się mu, bo go podano, chyba że podano też centra certyfikacji")
  let needs = Sentence("the issuer's certificate", pl: "certyfikat wystawcy")

  func results(in file: CaseFile) -> [CheckResult] {
    file.signedCodes.map { signed in
      let (outcome, sentence) = answer(signed, file.material)
      return CheckResult(name, outcome, sentence, code: signed.code)
    }
  }

  private func answer(_ signed: SignedCode, _ material: GivenMaterial) -> (Outcome, Sentence) {
    let number = signed.link.certificate
    switch signed.holding {
    case .one(let certificate):
      let owner = certificate.holder.name ?? certificate.serialText
      return (
        .passed,
        Sentence(
          "The certificate \(number) that KOD II names was given (\(owner)).",
          pl: "Podano certyfikat \(number) wskazany w KOD II (\(owner)).")
      )
    case .several(let held):
      return (.undecided, several(held, number))
    case .none where !material.publicKeys.isEmpty:
      return (
        .undecided,
        Sentence(
          "A bare public key says nothing of the certificate's serial number, type and validity.",
          pl: "Sam klucz publiczny nie mówi nic o numerze seryjnym, typie ani ważności certyfikatu.")
      )
    case .none where material.certificates.isEmpty:
      return (
        .undecided,
        Sentence(
          "No certificate was given; KOD II names the number \(number).",
          pl: "Nie podano certyfikatu; KOD II wskazuje numer \(number).")
      )
    case .none:
      let count = material.certificates.count
      return (
        .undecided,
        Sentence(
          "The certificate \(number) that KOD II names isn't among the \(count) given.",
          pl: "Wśród podanych certyfikatów (\(count)) nie ma wskazanego w KOD II: \(number).")
      )
    }
  }
}

/// Why none of several certificates of one number is chosen.
func several(_ held: [KSeFCertificate], _ number: CertificateSerialNumber) -> Sentence {
  Sentence(
    "\(held.count) different certificates with the number \(number) were given; give only the right one.",
    pl: "Podano różne certyfikaty (\(held.count)) o numerze \(number); podaj tylko właściwy.")
}

extension CertificateHolder {
  /// The organisation, or else the person.
  var name: String? { organisation ?? commonName }
}
