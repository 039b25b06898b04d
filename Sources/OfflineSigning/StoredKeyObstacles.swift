import Findings

/// Why a key can't be stored, or taken up again.
extension Obstacle {
  static func keyNotSealed(_ fileName: String) -> Obstacle {
    Obstacle(
      "key.not-sealed", at: Place(file: fileName),
      Sentence(
        "The stored key isn't encrypted in the way in which keys are stored (PKCS#8, PBES2, PBKDF2).",
        pl: "Przechowywany klucz nie jest zaszyfrowany tak, jak przechowuje się klucze (PKCS#8, PBES2, PBKDF2)."),
      remedy: Sentence(
        "Add the certificate with its key file again.", pl: "Dodaj certyfikat ponownie, razem z plikiem klucza."))
  }

  static func keySealingFailed() -> Obstacle {
    Obstacle(
      "key.sealing-failed",
      Sentence("The private key couldn't be encrypted.", pl: "Nie udało się zaszyfrować klucza prywatnego."),
      remedy: Sentence(
        "Check that OpenSSL works on this machine.", pl: "Sprawdź, czy na tym komputerze działa OpenSSL."))
  }

  static func passphraseNeededToSeal() -> Obstacle {
    Obstacle(
      "passphrase.needed-to-seal",
      Sentence(
        "The private key isn't encrypted, and without a passphrase it can't be stored.",
        pl: "Klucz prywatny nie jest zaszyfrowany, a bez hasła nie można go przechowywać."),
      remedy: Sentence(
        "Choose a passphrase that isn't empty; it will be asked for whenever the key signs.",
        pl: "Wybierz niepuste hasło; będzie potrzebne przy każdym podpisie tym kluczem."))
  }
}
