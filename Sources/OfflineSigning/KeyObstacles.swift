import Certificates
import Findings

/// What can be wrong about the file of a private key.
extension Obstacle {
  static func keyDerivationTooCostly(_ fileName: String) -> Obstacle {
    Obstacle(
      "key.derivation-too-costly", at: Place(file: fileName),
      Sentence(
        "Opening this file would take unreasonably long: it asks for more work than any known program writes.",
        pl:
          "Otwarcie tego pliku trwałoby zbyt długo: wymaga on więcej obliczeń, niż zapisuje jakikolwiek znany program."),
      remedy: Sentence(
        "Check where the file comes from, and export the key again.",
        pl: "Sprawdź, skąd pochodzi plik, i wyeksportuj klucz ponownie."))
  }

  static func keyEncryptionUnsupported(_ fileName: String) -> Obstacle {
    Obstacle(
      "key.encryption-unsupported", at: Place(file: fileName),
      Sentence(
        "The key is encrypted with an algorithm that isn't available here.",
        pl: "Klucz zaszyfrowano algorytmem, który nie jest tu dostępny."),
      remedy: Sentence(
        "Export the key again with AES-256, or install OpenSSL's legacy provider.",
        pl: "Wyeksportuj klucz ponownie z szyfrowaniem AES-256 albo zainstaluj dostawcę „legacy” biblioteki OpenSSL."))
  }

  static func pkcs12LegacyUnavailable(_ fileName: String) -> Obstacle {
    Obstacle(
      "pkcs12.legacy-unavailable", at: Place(file: fileName),
      Sentence(
        "The file is encrypted in an old way (RC2 or DES), for which OpenSSL needs its legacy provider; it isn't installed.",
        pl:
          "Plik zaszyfrowano starym sposobem (RC2 lub DES), do którego OpenSSL potrzebuje dostawcy „legacy”, a nie jest on zainstalowany."
      ),
      remedy: Sentence(
        "Export the file again with AES-256, or install the provider (legacy.so, part of OpenSSL).",
        pl: "Wyeksportuj plik ponownie z szyfrowaniem AES-256 albo zainstaluj tego dostawcę (legacy.so z OpenSSL)."))
  }

  static func pkcs12NoMAC(_ fileName: String) -> Obstacle {
    Obstacle(
      "pkcs12.no-mac", at: Place(file: fileName),
      Sentence(
        "The PKCS#12 container has no MAC, so that its passphrase can't be checked; such files aren't opened.",
        pl: "Kontener PKCS#12 nie ma kodu MAC, więc nie można sprawdzić hasła; takich plików nie otwieramy."),
      remedy: Sentence(
        "Export the file again with a MAC, as programs do unless told otherwise.",
        pl: "Wyeksportuj plik ponownie z kodem MAC, jak programy robią to domyślnie."))
  }

  static func pkcs12NoKey(_ fileName: String) -> Obstacle {
    Obstacle(
      "pkcs12.no-key", at: Place(file: fileName),
      Sentence("The PKCS#12 container holds no private key.", pl: "Kontener PKCS#12 nie zawiera klucza prywatnego."),
      remedy: Sentence(
        "Export the certificate together with its private key.",
        pl: "Wyeksportuj certyfikat razem z kluczem prywatnym."))
  }

  static func pkcs12NoCertificate(_ fileName: String) -> Obstacle {
    Obstacle(
      "pkcs12.no-certificate", at: Place(file: fileName),
      Sentence(
        "The PKCS#12 container holds no certificate that belongs to its private key.",
        pl: "Kontener PKCS#12 nie zawiera certyfikatu należącego do jego klucza prywatnego."),
      remedy: Sentence(
        "Export the key together with its certificate.", pl: "Wyeksportuj klucz razem z jego certyfikatem."))
  }
}
