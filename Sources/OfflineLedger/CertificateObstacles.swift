import Certificates
import Findings
import KSeFIdentifiers
import OfflineRules

extension RegisteredCertificate {
  /// Why it doesn't sign for a user at a moment; nil where it does.
  func objection(for user: String, at now: Moment) -> Sentence? {
    if self.user != user {
      return Sentence("belongs to \(self.user.quotedBriefly)", pl: "należy do: \(self.user.quotedBriefly)")
    }
    if certificate.purpose != .offline {
      return Sentence("is of type Authentication, not Offline", pl: "jest typu Authentication, nie Offline")
    }
    switch state(at: now) {
    case .usable, .expiring: return nil
    case .waits(let from):
      return Sentence("is valid only from \(from.clock)", pl: "jest ważny dopiero od \(from.clock)")
    case .expired(let end): return Sentence("expired \(end.clock)", pl: "wygasł \(end.clock)")
    case .withdrawn(let end): return Sentence("was withdrawn \(end.clock)", pl: "wycofano \(end.clock)")
    }
  }
}

/// Why the register can't do what it was asked for.
extension Obstacle {
  static func noCertificate(
    of user: String, _ environment: KSeFEnvironment, _ all: [RegisteredCertificate], _ now: Moment
  ) -> Obstacle {
    let objections = all.compactMap { registered in
      registered.objection(for: user, at: now).map { objection in
        Finding(
          "certificate.unfit", .info, at: Place(path: registered.certificate.serialText), objection)
      }
    }
    return Obstacle(
      "desk.no-certificate",
      Sentence(
        "No Offline certificate of \(user.quotedBriefly) for the \(environment.rawValue) environment can sign now.",
        pl:
          "Żaden certyfikat Offline użytkownika \(user.quotedBriefly) dla środowiska \(environment.rawValue) nie może teraz podpisać."
      ),
      remedy: Sentence(
        "Add one with ksef-desk certificate add, or name another --user.",
        pl: "Dodaj certyfikat: ksef-desk certificate add, albo wskaż innego użytkownika: --user."), findings: objections
    )
  }

  static func certificateRegistered(_ certificate: KSeFCertificate, _ owner: String) -> Obstacle {
    Obstacle(
      "certificate.registered",
      Sentence(
        "Certificate \(certificate.serialText) is in the register already, of user \(owner.quotedBriefly).",
        pl: "Certyfikat \(certificate.serialText) jest już w rejestrze, użytkownik: \(owner.quotedBriefly)."),
      remedy: Sentence(
        "To give it to somebody else, remove it first.", pl: "Aby przypisać go komuś innemu, najpierw go usuń."))
  }

  static func certificateUnregistered(_ serial: String, _ environment: KSeFEnvironment) -> Obstacle {
    Obstacle(
      "certificate.unregistered",
      Sentence(
        "The register has no certificate \(serial.quotedBriefly) for the \(environment.rawValue) environment.",
        pl: "W rejestrze nie ma certyfikatu \(serial.quotedBriefly) dla środowiska \(environment.rawValue)."),
      remedy: Sentence(
        "ksef-desk certificate list shows the serial numbers.",
        pl: "Numery seryjne pokazuje ksef-desk certificate list."))
  }
}
