import Findings

/// Why a worker came to no end with a file.
extension Obstacle {
  /// Whether it is the processor's time that wasn't enough.
  var isForWantOfTime: Bool { code == "evidence.too-slow" }

  static func tooSlow(_ name: String, seconds: Int) -> Obstacle {
    Obstacle(
      "evidence.too-slow", at: Place(file: name),
      Sentence(
        "Reading the file takes too long: more than \(seconds) seconds of processor time, or it stands still.",
        pl: "Odczyt pliku trwa zbyt długo: ponad \(seconds) s czasu procesora, albo odczyt stoi w miejscu."),
      remedy: Sentence(
        "Give only the pages with the invoice, or allow more time with --seconds.",
        pl: "Podaj tylko strony z fakturą albo zezwól na dłuższy odczyt opcją --seconds."))
  }

  static func tooHungry(_ name: String, memory: Int) -> Obstacle {
    Obstacle(
      "evidence.too-hungry", at: Place(file: name),
      Sentence(
        "Reading the file takes more memory than is allowed (\(memory / 1_000_000) MB) or than there is.",
        pl: "Odczyt pliku wymaga więcej pamięci, niż wolno (\(memory / 1_000_000) MB) lub niż jest dostępne."),
      remedy: Sentence(
        "Give only the pages with the invoice, scanned at 300 dpi; give fewer --jobs where memory is short.",
        pl: "Podaj tylko strony z fakturą, zeskanowane w 300 dpi; gdy brakuje pamięci, zmniejsz --jobs."))
  }

  static func crashed(_ name: String) -> Obstacle {
    Obstacle(
      "evidence.crashed", at: Place(file: name),
      Sentence(
        "The program that reads files broke down on this one.",
        pl: "Program odczytujący pliki załamał się na tym pliku."),
      remedy: Sentence(
        "Scan the print anew, or open the file in a viewer and save it anew from there.",
        pl: "Zeskanuj wydruk ponownie albo otwórz plik w przeglądarce plików i zapisz go z niej na nowo."))
  }

  static func noWorker(_ reason: String) -> Obstacle {
    Obstacle(
      "evidence.no-worker", kind: .inputOutput,
      Sentence(
        "The program that reads files can't be started: \(reason).",
        pl: "Nie można uruchomić programu odczytującego pliki: \(reason)."),
      remedy: Sentence(
        "See that /proc is there and that more processes may be started.",
        pl: "Sprawdź, czy jest dostępny katalog /proc i czy wolno uruchomić więcej procesów."))
  }
}
