import Findings
import Glibc

extension Obstacle {
  /// With the system's reason, from `errno`.
  static func recordUnwritable(_ path: String) -> Obstacle {
    let reason = String(cString: strerror(errno))
    return Obstacle(
      "file.unwritable", kind: .inputOutput, at: Place(file: path),
      Sentence("Nothing can be written here: \(reason).", pl: "Nie można tu zapisywać: \(reason)."),
      remedy: Sentence(
        "Check that the folder may be written to and has room.",
        pl: "Sprawdź, czy w folderze można zapisywać i jest w nim miejsce."))
  }

  static func outputInUse(_ record: String) -> Obstacle {
    Obstacle(
      "output.in-use", kind: .usage, at: Place(file: record),
      Sentence(
        "Another batch or watch prints into this folder.", pl: "Inne wywołanie batch lub watch drukuje do tego folderu."
      ),
      remedy: Sentence(
        "Wait until it has ended, or choose another --output-directory.",
        pl: "Poczekaj, aż się skończy, albo wybierz inny --output-directory."))
  }

  static func foreignRecord(_ path: String) -> Obstacle {
    Obstacle(
      "record.foreign-file", kind: .usage, at: Place(file: path),
      Sentence(
        "This is no record of prints; it is left as it is.", pl: "To nie jest zapis wydruków; pozostaje bez zmian."),
      remedy: Sentence(
        "Move it away, or choose another --output-directory.", pl: "Przenieś go albo wybierz inny --output-directory."))
  }
}
