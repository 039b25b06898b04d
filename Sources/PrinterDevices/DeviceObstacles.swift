import Findings

/// Why a printer doesn't print, in words for whoever stands before it.
extension Obstacle {
  static func unreachable(_ address: String, _ reason: String) -> Obstacle {
    Obstacle(
      "printer.unreachable", kind: .inputOutput, at: Place(file: address),
      Sentence("The printer can't be reached: \(reason).", pl: "Nie można połączyć się z drukarką: \(reason)."),
      remedy: Sentence(
        "Nothing was printed. Check that it is switched on and connected, its address, and your right to use it.",
        pl: "Niczego nie wydrukowano. Sprawdź, czy jest włączona i podłączona, jej adres oraz swoje uprawnienia."))
  }

  static func noDevice(_ path: String) -> Obstacle {
    Obstacle(
      "printer.no-device", kind: .usage, at: Place(file: path),
      Sentence("This is no device of a printer.", pl: "To nie jest urządzenie drukarki."),
      remedy: Sentence(
        "Name a device such as /dev/usb/lp0; a file is written by --format escpos --output.",
        pl: "Podaj urządzenie, np. /dev/usb/lp0; do pliku zapisuje --format escpos --output."))
  }

  /// The printer said before the print why it can't.
  static func notReady(_ trouble: PrinterTrouble, _ address: String) -> Obstacle {
    Obstacle(
      trouble.code, kind: .inputOutput, at: Place(file: address), trouble.sentence,
      remedy: Sentence(
        "Nothing was printed. \(trouble.remedy.english)", pl: "Niczego nie wydrukowano. \(trouble.remedy.polish)"))
  }

  /// The printer stopped in the middle.
  ///
  /// - Parameters:
  ///   - trouble: what it says of itself; nil where it says nothing.
  ///   - taken: bytes of the job that left this machine.
  static func stopped(_ trouble: PrinterTrouble?, _ address: String, taken: Int, of count: Int) -> Obstacle {
    let how = trouble?.sentence ?? Sentence("The printer takes nothing more.", pl: "Drukarka nie przyjmuje danych.")
    let remedy = trouble?.remedy ?? Sentence("Look at the printer.", pl: "Obejrzyj drukarkę.")
    return Obstacle(
      trouble?.code ?? "printer.stopped", kind: .inputOutput, at: Place(file: address),
      Sentence(
        "\(how.english) It stopped in the middle: \(taken) of \(count) bytes were handed over.",
        pl: "\(how.polish) Zatrzymała się w trakcie: przekazano \(taken) z \(count) bajtów."), remedy: again(remedy))
  }

  static func disconnected(_ address: String, taken: Int, of count: Int) -> Obstacle {
    Obstacle(
      "printer.disconnected", kind: .inputOutput, at: Place(file: address),
      Sentence(
        "The printer broke the connection off; \(taken) of \(count) bytes were handed over.",
        pl: "Drukarka przerwała połączenie; przekazano \(taken) z \(count) bajtów."),
      remedy: again(Sentence("Look at the printer and its cable.", pl: "Obejrzyj drukarkę i przewód.")))
  }

  private static func again(_ remedy: Sentence) -> Sentence {
    Sentence(
      "What came out may be incomplete: don't hand it out. \(remedy.english) Then print again.",
      pl: "Wydruk może być niepełny: nie wydawaj go. \(remedy.polish) Potem wydrukuj ponownie.")
  }
}

/// What a printer says is wrong with it.
///
/// Source: the status bytes of ESC/POS (`DLE EOT`).
enum PrinterTrouble: Sendable, Hashable {
  case noPaper
  case coverOpen
  case fault
  case offline

  var code: String {
    switch self {
    case .noPaper: "printer.no-paper"
    case .coverOpen: "printer.cover-open"
    case .fault: "printer.fault"
    case .offline: "printer.offline"
    }
  }

  var sentence: Sentence {
    switch self {
    case .noPaper: Sentence("The printer is out of paper.", pl: "W drukarce skończył się papier.")
    case .coverOpen: Sentence("The printer's cover is open.", pl: "Pokrywa drukarki jest otwarta.")
    case .fault: Sentence("The printer reports a fault.", pl: "Drukarka zgłasza usterkę.")
    case .offline: Sentence("The printer is offline.", pl: "Drukarka jest w trybie offline.")
    }
  }

  var remedy: Sentence {
    switch self {
    case .noPaper: Sentence("Put in a roll.", pl: "Włóż rolkę.")
    case .coverOpen: Sentence("Close the cover.", pl: "Zamknij pokrywę.")
    case .fault: Sentence("Switch it off and on; look at its knife.", pl: "Wyłącz ją i włącz; sprawdź nóż.")
    case .offline:
      Sentence("Press its feed button, or set it online.", pl: "Naciśnij przycisk wysuwu albo włącz online.")
    }
  }
}
