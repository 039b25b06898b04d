import Certificates
import Findings
import KSeFIdentifiers

/// Why a certificate can't sign a KOD II.
extension Obstacle {
  static func certificateForAuthentication() -> Obstacle {
    Obstacle(
      "certificate.for-authentication",
      Sentence(
        "The certificate is of type Authentication: it logs in to KSeF and can't sign a KOD II.",
        pl: "To certyfikat typu Authentication: służy do logowania w KSeF i nie może podpisać KODU II."),
      remedy: Sentence(
        "Get a certificate of type Offline in the Ministry's application, and give it with its key.",
        pl: "Pobierz w aplikacji Ministerstwa certyfikat typu Offline i podaj go razem z jego kluczem."))
  }

  static func certificateNotOffline() -> Obstacle {
    Obstacle(
      "certificate.not-offline",
      Sentence(
        "The certificate isn't one of type Offline: its key usage isn't nonRepudiation alone.",
        pl: "To nie jest certyfikat typu Offline: jego użycie klucza to nie wyłącznie nonRepudiation."),
      remedy: Sentence(
        "Give the KSeF certificate of type Offline; a qualified or a company's own certificate won't do.",
        pl: "Podaj certyfikat KSeF typu Offline; certyfikat kwalifikowany ani własny certyfikat firmy się nie nada."))
  }

  static func certificateSerialTooLong(_ serial: String) -> Obstacle {
    Obstacle(
      "certificate.serial-too-long",
      Sentence(
        "The certificate's serial number \(serial) doesn't fit into the 16 digits of a KOD II.",
        pl: "Numer seryjny certyfikatu \(serial) nie mieści się w 16 cyfrach KODU II."),
      remedy: Sentence(
        "Give a certificate that KSeF issued.", pl: "Podaj certyfikat wystawiony przez KSeF."))
  }

  static func certificateKeyNotSupported(_ kind: KeyKind) -> Obstacle {
    Obstacle(
      "certificate.key-not-supported",
      Sentence(
        "The certificate's key (\(kind)) can't sign a KOD II: KSeF takes EC P-256 and RSA of 2048 bits or more.",
        pl: "Klucz certyfikatu (\(kind)) nie może podpisać KODU II: KSeF dopuszcza EC P-256 i RSA od 2048 bitów."),
      remedy: Sentence(
        "Get a certificate for a key of one of these kinds.",
        pl: "Uzyskaj certyfikat dla klucza jednego z tych rodzajów."))
  }

  static func certificateDemonstration(_ environment: KSeFEnvironment) -> Obstacle {
    Obstacle(
      "certificate.demonstration",
      Sentence(
        "A demonstration certificate signs only for the test environment, not for \(environment.rawValue).",
        pl: "Certyfikat demonstracyjny podpisuje tylko dla środowiska test, a nie \(environment.rawValue)."),
      remedy: Sentence(
        "Choose the test environment, or give a certificate that KSeF issued.",
        pl: "Wybierz środowisko test albo podaj certyfikat wystawiony przez KSeF."))
  }

  static func certificateOtherEnvironment(issuer: String, _ environment: KSeFEnvironment) -> Obstacle {
    Obstacle(
      "certificate.other-environment",
      Sentence(
        "The certificate was issued by \"\(issuer)\", which the environment \(environment.rawValue) doesn't know.",
        pl: "Certyfikat wystawiło „\(issuer)”, którego nie zna środowisko \(environment.rawValue)."),
      remedy: Sentence(
        "Choose the environment in which the certificate was issued, or give a certificate of this environment.",
        pl: "Wybierz środowisko, w którym certyfikat wystawiono, albo podaj certyfikat z tego środowiska."))
  }

  static func certificateNotYetValid(from instant: Int64) -> Obstacle {
    let moment = polishTime(instant)
    return Obstacle(
      "certificate.not-yet-valid",
      Sentence(
        "The certificate waits until \(moment) (Polish time); it isn't valid before.",
        pl: "Certyfikat zacznie obowiązywać dopiero \(moment) (czasu polskiego)."),
      remedy: Sentence(
        "Wait until then, or use a certificate that is valid now.",
        pl: "Poczekaj do tego czasu albo użyj certyfikatu, który już jest ważny."))
  }

  static func certificateExpired(at instant: Int64) -> Obstacle {
    let moment = polishTime(instant)
    return Obstacle(
      "certificate.expired",
      Sentence(
        "The certificate expired on \(moment) (Polish time).",
        pl: "Certyfikat stracił ważność \(moment) (czasu polskiego)."),
      remedy: Sentence(
        "Get a new certificate of type Offline in the Ministry's application.",
        pl: "Pobierz nowy certyfikat typu Offline w aplikacji Ministerstwa."))
  }

  static func keyOfOtherCertificate() -> Obstacle {
    Obstacle(
      "key.other-certificate",
      Sentence(
        "The private key doesn't belong to the certificate.", pl: "Klucz prywatny nie należy do tego certyfikatu."),
      remedy: Sentence(
        "Give the key that was made together with this certificate; their files mostly have the same name.",
        pl: "Podaj klucz utworzony razem z tym certyfikatem; ich pliki mają zwykle tę samą nazwę."))
  }

  private static func polishTime(_ instant: Int64) -> String {
    guard let clock = WarsawTime.clock(at: instant) else { return "\(instant)" }
    let twoDigits = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return "\(clock.day.printed), \(twoDigits(clock.hour)):\(twoDigits(clock.minute))"
  }
}

/// Why a claim can't be signed.
extension Obstacle {
  static func signingOtherCertificate(_ claimed: CertificateSerialNumber) -> Obstacle {
    Obstacle(
      "signing.other-certificate",
      Sentence(
        "The link names the certificate \(claimed), which isn't the one that would sign it.",
        pl: "Link wskazuje certyfikat \(claimed), a podpisać miałby go inny."),
      remedy: Sentence(
        "Build the link with the serial number of the signing certificate.",
        pl: "Zbuduj link z numerem seryjnym certyfikatu, który go podpisze."))
  }

  static func signingOtherEnvironment(_ claimed: KSeFEnvironment) -> Obstacle {
    Obstacle(
      "signing.other-environment",
      Sentence(
        "The link is for the environment \(claimed.rawValue), for which the certificate wasn't opened.",
        pl: "Link dotyczy środowiska \(claimed.rawValue), dla którego certyfikatu nie otwarto."),
      remedy: Sentence(
        "Open the certificate for the environment of the link.",
        pl: "Otwórz certyfikat dla środowiska, którego dotyczy link."))
  }

  static func signingFailed() -> Obstacle {
    Obstacle(
      "signing.failed",
      Sentence(
        "The signature that was made doesn't fit the certificate; nothing was issued.",
        pl: "Utworzony podpis nie pasuje do certyfikatu; niczego nie wydano."),
      remedy: Sentence(
        "The key file may be damaged: export it again.", pl: "Plik klucza może być uszkodzony: wyeksportuj go ponownie."
      ))
  }
}
