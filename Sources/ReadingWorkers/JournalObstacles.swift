import Findings
import Glibc

/// Why readings can't be kept, or aren't.
extension Obstacle {
  /// Whether another attempt may go better: it hung on the machine, not on the file alone.
  var mayPass: Bool {
    code == "evidence.crashed" || code == "evidence.too-hungry" || code == "evidence.no-worker"
  }

  /// With the system's reason, from `errno`.
  static func journalUnwritable(_ path: String) -> Obstacle {
    let reason = String(cString: strerror(errno))
    return Obstacle(
      "file.unwritable", kind: .inputOutput, at: Place(file: path),
      Sentence("The readings can't be kept here: \(reason).", pl: "Nie można tu zapisać odczytów: \(reason)."),
      remedy: Sentence(
        "Check that the folder exists, may be written to and has room.",
        pl: "Sprawdź, czy folder istnieje, można w nim zapisywać i jest w nim miejsce."))
  }

  static func foreignJournal(_ path: String) -> Obstacle {
    Obstacle(
      "resume.foreign-file", kind: .usage, at: Place(file: path),
      Sentence(
        "The file is there and doesn't hold readings of this program; it was left as it is.",
        pl: "Plik istnieje i nie zawiera odczytów tego programu; pozostawiono go bez zmian."),
      remedy: Sentence("Give --resume a file of its own.", pl: "Podaj w --resume osobny plik."))
  }

  static func journalInUse(_ path: String) -> Obstacle {
    Obstacle(
      "resume.in-use", kind: .usage, at: Place(file: path),
      Sentence("Another call is keeping its readings here.", pl: "Inne wywołanie zapisuje tu swoje odczyty."),
      remedy: Sentence("Wait for its end, or give another file.", pl: "Poczekaj na jego koniec albo podaj inny plik."))
  }
}
