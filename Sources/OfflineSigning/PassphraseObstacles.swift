import Findings
import Glibc

/// What can be wrong about a passphrase; none of these carries the passphrase or a part of it.
extension Obstacle {
  static func passphraseUnreadable(_ name: String, _ code: Int32) -> Obstacle {
    let reason = String(cString: strerror(code))
    return Obstacle(
      "passphrase.unreadable", kind: .inputOutput, at: Place(file: name),
      Sentence("The passphrase can't be read: \(reason).", pl: "Nie można odczytać hasła: \(reason)."),
      remedy: Sentence(
        "Check that the source of the passphrase exists and may be read.",
        pl: "Sprawdź, czy źródło hasła istnieje i czy można je odczytać."))
  }

  static func passphraseTooLong(_ name: String) -> Obstacle {
    Obstacle(
      "passphrase.too-long", at: Place(file: name),
      Sentence(
        "What was given as the passphrase is longer than \(Passphrase.longest) bytes.",
        pl: "To, co podano jako hasło, ma ponad \(Passphrase.longest) bajtów."),
      remedy: Sentence(
        "Check that it is the passphrase and not another file.", pl: "Sprawdź, czy to hasło, a nie inny plik."))
  }

  static func passphraseVariableNotSet(_ name: String) -> Obstacle {
    Obstacle(
      "passphrase.variable-not-set", kind: .usage,
      Sentence(
        "The environment variable \(name), which should hold the passphrase, isn't set.",
        pl: "Zmienna środowiskowa \(name), w której miało być hasło, nie jest ustawiona."),
      remedy: Sentence(
        "Set and export the variable, or name another source of the passphrase.",
        pl: "Ustaw i wyeksportuj tę zmienną albo wskaż inne źródło hasła."))
  }

  static func passphraseNoTerminal() -> Obstacle {
    Obstacle(
      "passphrase.no-terminal", kind: .usage,
      Sentence(
        "There is no terminal on which to ask for the passphrase.",
        pl: "Nie ma terminala, na którym można zapytać o hasło."),
      remedy: Sentence(
        "Give the passphrase in a file, on standard input or in an environment variable.",
        pl: "Podaj hasło w pliku, na standardowym wejściu albo w zmiennej środowiskowej."))
  }

  static func passphraseMissing(_ fileName: String) -> Obstacle {
    Obstacle(
      "passphrase.missing", at: Place(file: fileName),
      Sentence(
        "The private key is encrypted and no passphrase was given.",
        pl: "Klucz prywatny jest zaszyfrowany, a nie podano hasła."),
      remedy: Sentence(
        "Give the passphrase that was chosen when the key was made.",
        pl: "Podaj hasło wybrane przy tworzeniu klucza."))
  }

  static func passphraseWrong(_ fileName: String) -> Obstacle {
    Obstacle(
      "passphrase.wrong", at: Place(file: fileName),
      Sentence(
        "The passphrase doesn't open the private key.", pl: "Podane hasło nie otwiera klucza prywatnego."),
      remedy: Sentence(
        "Check the passphrase (case, keyboard layout, spaces) and that it is the one of this key.",
        pl: "Sprawdź hasło (wielkość liter, układ klawiatury, spacje) i czy należy do tego klucza."))
  }
}
