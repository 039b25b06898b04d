import CCUPS
import Findings

/// Why a queue doesn't print.
extension Obstacle {
  static func noServer(_ server: String) -> Obstacle {
    Obstacle(
      "printer.no-server", kind: .inputOutput, at: Place(file: server),
      Sentence("The print server (CUPS) can't be reached.", pl: "Nie można połączyć się z serwerem druku (CUPS)."),
      remedy: Sentence(
        "Nothing was printed. Start it (`systemctl start cups`), or print with --device.",
        pl: "Niczego nie wydrukowano. Uruchom go (`systemctl start cups`) albo drukuj z --device."))
  }

  /// With the reason that CUPS gave last.
  static func serverFailed() -> Obstacle {
    let reason = cupsLastErrorString().map { String(cString: $0) } ?? ""
    return Obstacle(
      "printer.server-failed", kind: .inputOutput,
      Sentence("The print server (CUPS) refused: \(reason)", pl: "Serwer druku (CUPS) odmówił: \(reason)"),
      remedy: Sentence(
        "Look at the queue with `lpstat -t`; a job that isn't whole was taken back.",
        pl: "Sprawdź kolejkę poleceniem `lpstat -t`; niepełne zadanie zostało wycofane."))
  }

  static func unknownQueue(_ name: String, _ known: [String]) -> Obstacle {
    let list = known.isEmpty ? "-" : known.joined(separator: ", ")
    return Obstacle(
      "printer.unknown", kind: .usage, at: Place(file: name),
      Sentence("There is no queue of that name.", pl: "Nie ma kolejki o tej nazwie."),
      remedy: Sentence("Known are: \(list).", pl: "Znane kolejki: \(list)."))
  }

  static func rejects(_ name: String, _ message: String) -> Obstacle {
    let said = message.isEmpty ? "" : " (\(message))"
    return Obstacle(
      "printer.rejects", kind: .inputOutput, at: Place(file: name),
      Sentence("The queue takes no jobs\(said).", pl: "Kolejka nie przyjmuje zadań\(said)."),
      remedy: Sentence(
        "Nothing was printed. Let it take jobs: `cupsaccept \(name)`.",
        pl: "Niczego nie wydrukowano. Włącz przyjmowanie: `cupsaccept \(name)`."))
  }

  static func notReady(_ name: String, _ trouble: Sentence) -> Obstacle {
    Obstacle(
      "printer.not-ready", kind: .inputOutput, at: Place(file: name), trouble,
      remedy: Sentence(
        "Nothing was printed. See to the printer; a paused queue goes on with `cupsenable \(name)`.",
        pl: "Niczego nie wydrukowano. Zajmij się drukarką; wstrzymaną kolejkę wznawia `cupsenable \(name)`."))
  }

  /// - Parameters:
  ///   - wide: hundredths of a millimetre, as `long`.
  ///   - reported: what the printer takes.
  static func noMedia(_ name: String, wide: Int32, long: Int32, reported: [String]) -> Obstacle {
    let size = "\(millimetres(wide)) x \(millimetres(long)) mm"
    let list = reported.isEmpty ? "-" : reported.joined(separator: ", ")
    return Obstacle(
      "printer.no-media", kind: .inputOutput, at: Place(file: name),
      Sentence(
        "The printer reports no paper of \(size), and nothing may be scaled to fit, or the codes would suffer.",
        pl: "Drukarka nie zgłasza papieru \(size), a niczego nie wolno skalować, bo ucierpiałyby kody."),
      remedy: Sentence(
        "Nothing was printed. It reports: \(list). Allow custom sizes in its driver, name --paper, or print with "
          + "--format escpos.",
        pl: "Niczego nie wydrukowano. Zgłasza: \(list). Zezwól w sterowniku na własne rozmiary, podaj --paper albo "
          + "drukuj z --format escpos."))
  }

  static func jobWaits(_ name: String, _ job: Int32, _ trouble: Sentence?) -> Obstacle {
    let why = trouble ?? Sentence("Nothing is heard of the printer.", pl: "Drukarka nie daje znaku.")
    return Obstacle(
      "printer.waits", kind: .inputOutput, at: Place(file: name),
      Sentence(
        "\(why.english) The print isn't finished.", pl: "\(why.polish) Wydruk nie jest skończony."),
      remedy: Sentence(
        "It still waits: see to the printer and it goes on, or take it back with `cancel \(name)-\(job)` before you print "
          + "again.",
        pl: "Zadanie czeka: zajmij się drukarką, a wznowi druk, albo wycofaj je (`cancel \(name)-\(job)`), zanim "
          + "wydrukujesz ponownie."))
  }

  static func jobFailed(_ name: String, _ job: Int32, _ message: String) -> Obstacle {
    let said = message.isEmpty ? "" : " (\(message))"
    return Obstacle(
      "printer.job-failed", kind: .inputOutput, at: Place(file: name),
      Sentence("CUPS gave the job \(name)-\(job) up\(said).", pl: "CUPS przerwał zadanie \(name)-\(job)\(said)."),
      remedy: incomplete)
  }

  static func jobCancelled(_ name: String, _ job: Int32) -> Obstacle {
    Obstacle(
      "printer.job-cancelled", kind: .inputOutput, at: Place(file: name),
      Sentence("Somebody cancelled the job \(name)-\(job).", pl: "Ktoś anulował zadanie \(name)-\(job)."),
      remedy: incomplete)
  }

  private static let incomplete = Sentence(
    "What came out may be incomplete: don't hand it out, and print again.",
    pl: "Wydruk może być niepełny: nie wydawaj go i wydrukuj ponownie.")

  /// As people write it.
  private static func millimetres(_ hundredths: Int32) -> String {
    let tenths = (hundredths + 5) / 10
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
