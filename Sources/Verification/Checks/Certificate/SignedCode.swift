import Certificates
import KSeFIdentifiers
import KSeFLinks

/// A KOD II with what was given that bears its certificate's number.
struct SignedCode: Sendable {
  /// What bears the number that KOD II names.
  enum Holding: Sendable {
    case none
    case one(KSeFCertificate)
    /// Different certificates bear it: none of them can be relied on.
    case several([KSeFCertificate])
  }

  let link: ReadCertificateLink
  /// Where it was first found.
  let code: Origin?
  let holding: Holding

  /// The one certificate that bears the number.
  var certificate: KSeFCertificate? { if case .one(let certificate) = holding { certificate } else { nil } }
}

extension CaseFile {
  /// Each KOD II of the case with the certificate that it names.
  var signedCodes: [SignedCode] {
    subject.certificateLinks.map { found in
      let held = certificates[found.link.certificate] ?? []
      let holding: SignedCode.Holding =
        switch held.count {
        case 0: .none
        case 1: .one(held[0])
        default: .several(held)
        }
      return SignedCode(link: found.link, code: found.origins.first, holding: holding)
    }
  }

  /// The invoice's day of issue as KOD I or else the XML says it; several where these disagree.
  var issueDates: [CalendarDate] {
    let coded = subject.issueDates
    guard coded.isEmpty else { return coded }
    return ownInvoices.compactMap { if case .success(let identity) = $0.identity { identity.issueDate } else { nil } }
  }
}
