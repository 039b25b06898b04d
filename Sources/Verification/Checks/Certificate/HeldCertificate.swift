import Certificates
import Findings
import KSeFIdentifiers

/// The one certificate that bears the number in a KOD II, and what is known of the day on which it was used.
struct HeldCertificate: Sendable {
  let signed: SignedCode
  let certificate: KSeFCertificate
  /// The invoice's day of issue; several where the codes disagree.
  let issueDates: [CalendarDate]
  /// An XML with the codes' hash was given, so that its day was compared with KOD I's.
  let hasInvoice: Bool
}

extension CaseFile {
  /// Asks a question of the certificate behind each KOD II; undecided where there is none and nothing where there are
  /// several, of which `certificate.held` says enough.
  ///
  /// - Parameter isNeeded: false where the verdict doesn't need the answer; then nothing is said without a certificate.
  func heldResults(
    _ name: CheckName, isNeeded: Bool = true, _ answer: (HeldCertificate) -> (Outcome, Sentence)
  ) -> [CheckResult] {
    signedCodes.compactMap { signed in
      switch signed.holding {
      case .one(let certificate):
        let held = HeldCertificate(
          signed: signed, certificate: certificate, issueDates: issueDates, hasInvoice: !ownInvoices.isEmpty)
        let (outcome, sentence) = answer(held)
        return CheckResult(name, outcome, sentence, code: signed.code)
      case .none where !isNeeded: return nil
      case .several: return nil
      case .none:
        return CheckResult(
          name, .undecided,
          Sentence("There is no certificate to look at.", pl: "Nie ma certyfikatu, który można by sprawdzić."),
          code: signed.code)
      }
    }
  }
}
