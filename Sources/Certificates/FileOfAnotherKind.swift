package import Findings

/// What a file was expected to hold.
package enum WantedContent: String, Sendable {
  case certificate = "certificate"
  case publicKey = "public-key"
  case privateKey = "key"
  case pkcs12 = "pkcs12"
  case revocationList = "revocation-list"

  var sentence: Sentence {
    switch self {
    case .certificate: Sentence("a certificate", pl: "certyfikatu")
    case .publicKey: Sentence("a public key", pl: "klucza publicznego")
    case .privateKey: Sentence("a private key", pl: "klucza prywatnego")
    case .pkcs12: Sentence("a PKCS#12 container", pl: "kontenera PKCS#12")
    case .revocationList: Sentence("a revocation list (CRL)", pl: "listy unieważnień (CRL)")
    }
  }
}

/// What a file holds that doesn't hold what was wanted.
package struct FileOfAnotherKind {
  private let kinds: Set<EncodedObject.Kind>

  /// - Parameter objects: all that was found in the file.
  package init(_ objects: [EncodedObject]) {
    kinds = Set(objects.map(\.kind))
  }

  /// The obstacle that says so: `{wanted}.holds-…`, or `{wanted}.unreadable` where nothing was recognised.
  package func obstacle(wanted: WantedContent, fileName: String) -> Obstacle {
    let keys: Set<EncodedObject.Kind> = [.privateKey, .encryptedPrivateKey, .privateKeyEncryptedByHeaders]
    let found: (code: String, what: Sentence)? =
      if kinds.contains(.pkcs12) {
        ("pkcs12", Sentence("a PKCS#12 container", pl: "kontener PKCS#12"))
      } else if !kinds.isDisjoint(with: keys) {
        ("key", Sentence("a private key", pl: "klucz prywatny"))
      } else if kinds.contains(.certificate) {
        ("certificate", Sentence("a certificate", pl: "certyfikat"))
      } else if kinds.contains(.revocationList) {
        ("revocation-list", Sentence("a revocation list (CRL)", pl: "listę unieważnień (CRL)"))
      } else if kinds.contains(.certificateRequest) {
        ("request", Sentence("a request for a certificate", pl: "wniosek o certyfikat"))
      } else if kinds.contains(.publicKey) {
        ("public-key", Sentence("a public key", pl: "klucz publiczny"))
      } else {
        nil
      }
    guard let found, found.code != wanted.rawValue else { return unreadable(wanted, fileName: fileName) }
    return Obstacle(
      "\(wanted.rawValue).holds-\(found.code)", at: Place(file: fileName),
      Sentence(
        "The file holds \(found.what.english), not \(wanted.sentence.english).",
        pl: "Plik zawiera \(found.what.polish) zamiast \(wanted.sentence.polish)."),
      remedy: Sentence(
        "Check that the files weren't mixed up, and give the file that holds \(wanted.sentence.english).",
        pl: "Sprawdź, czy pliki nie zostały zamienione, i wskaż właściwy plik."))
  }
}

/// The obstacle of a file in which what was wanted can't be read.
package func unreadable(_ wanted: WantedContent, fileName: String) -> Obstacle {
  Obstacle(
    "\(wanted.rawValue).unreadable", at: Place(file: fileName),
    Sentence(
      "The file isn't \(wanted.sentence.english) that can be read.",
      pl: "Z tego pliku nie da się odczytać \(wanted.sentence.polish)."),
    remedy: Sentence(
      "Give the file as it was downloaded: PEM, DER or Base64, whole and unchanged.",
      pl: "Wskaż plik w postaci, w jakiej został pobrany (PEM, DER lub Base64), cały i niezmieniony."))
}

/// The obstacle of a file with more objects than are read.
func tooMany(_ wanted: WantedContent, fileName: String) -> Obstacle {
  Obstacle(
    "\(wanted.rawValue).too-many", at: Place(file: fileName),
    Sentence(
      "The file holds more than \(EncodedObject.limit) certificates, keys or lists.",
      pl: "Plik zawiera więcej certyfikatów, kluczy lub list niż \(EncodedObject.limit)."),
    remedy: Sentence("Divide it into several files.", pl: "Podziel go na kilka plików."))
}
