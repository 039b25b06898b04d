import Certificates
import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import OfflineRules

extension RegisteredCertificate {
  /// Whom it was issued to, as far as its subject says.
  var holderText: Sentence {
    switch certificate.holder.identifier {
    case .organisation(let nip): Sentence("company, NIP \(nip)", pl: "firma, NIP \(nip)")
    case .person(let nip): Sentence("person, NIP \(nip)", pl: "osoba, NIP \(nip)")
    // The digits of a PESEL are nobody's business on a till's screen.
    case .pesel(let digits): Sentence("person, PESEL …\(digits.suffix(4))", pl: "osoba, PESEL …\(digits.suffix(4))")
    case .other(let text): Sentence(text, pl: text)
    case nil: Sentence("unknown", pl: "nieznany")
    }
  }

  func stateText(at now: Moment) -> Sentence {
    switch state(at: now) {
    case .waits(let from): Sentence("waits until \(from.clock)", pl: "czeka do \(from.clock)")
    case .usable: Sentence("usable", pl: "gotowy")
    case .expiring(0): Sentence("expires within a day", pl: "wygasa w ciągu doby")
    case .expiring(1): Sentence("expires in 1 day", pl: "wygasa za 1 dzień")
    case .expiring(let days): Sentence("expires in \(days) days", pl: "wygasa za \(days) dni")
    case .expired(let end): Sentence("expired \(end.clock)", pl: "wygasł \(end.clock)")
    case .withdrawn(let end): Sentence("withdrawn \(end.clock)", pl: "wycofany \(end.clock)")
    }
  }

  func sentences(at now: Moment) -> [Sentence] {
    let state = stateText(at: now)
    let (begin, end) = (Moment(unixSeconds: certificate.notBefore), Moment(unixSeconds: certificate.notAfter))
    let name = certificate.holder.commonName ?? certificate.subjectName
    return [
      Sentence(
        "Certificate \(certificate.serialText), type \(certificate.purpose.rawValue), \(environment.rawValue).",
        pl: "Certyfikat \(certificate.serialText), typ \(certificate.purpose.rawValue), \(environment.rawValue)."),
      Sentence("Holder: \(name); \(holderText.english).", pl: "Posiadacz: \(name); \(holderText.polish)."),
      Sentence(
        "User: \(user)\(isPreferred ? ", put first" : "").",
        pl: "Użytkownik: \(user)\(isPreferred ? ", używany w pierwszej kolejności" : "")."),
      Sentence(
        "Valid from \(begin.clock) to \(end.clock): \(state.english).",
        pl: "Ważny od \(begin.clock) do \(end.clock): \(state.polish)."),
      Sentence("Issued by \(certificate.issuerName).", pl: "Wystawca: \(certificate.issuerName)."),
    ]
  }

  func json(at now: Moment) -> JSONValue {
    let word =
      switch state(at: now) {
      case .waits: "waiting"
      case .usable: "usable"
      case .expiring: "expiring"
      case .expired: "expired"
      case .withdrawn: "withdrawn"
      }
    return .object([
      ("serial", .string(certificate.serialText)), ("environment", .string(environment.rawValue)),
      ("user", .string(user)), ("type", .string(certificate.purpose.rawValue)),
      ("holder", .string(certificate.subjectName)), ("issuer", .string(certificate.issuerName)),
      ("notBefore", .string(Moment(unixSeconds: certificate.notBefore).iso)),
      ("notAfter", .string(Moment(unixSeconds: certificate.notAfter).iso)), ("state", .string(word)),
      ("signs", .boolean(signs(at: now))), ("preferred", .boolean(isPreferred)),
    ])
  }
}
