import FAInvoice
import Findings

/// Why a worker can't go on, or came to no end with an invoice.
extension Obstacle {
  static var malformedMessage: Obstacle {
    Obstacle(
      "worker.malformed-message", kind: .usage,
      Sentence(
        "What came isn't a request: a part is missing, or its head isn't one of version \(MessageHead.version).",
        pl: "To nie jest żądanie: brakuje jego części albo nagłówek nie ma wersji \(MessageHead.version)."),
      remedy: Sentence(
        "docs/worker.md says how requests are written.", pl: "Postać żądań opisuje docs/worker.md."))
  }

  static var nobodyListens: Obstacle {
    Obstacle(
      "worker.nobody-listens", kind: .inputOutput,
      Sentence(
        "The answer can't be written: nobody reads it.", pl: "Nie można przekazać odpowiedzi: nikt jej nie czyta."),
      remedy: Sentence(
        "Read each answer before you end, or close the input first.",
        pl: "Odczytaj każdą odpowiedź przed zakończeniem albo najpierw zamknij wejście."))
  }

  static func unusableField(_ name: String, _ value: String) -> Obstacle {
    let field = "\(name): \(value)".printable(upTo: 100)
    return Obstacle(
      "worker.field", kind: .usage,
      Sentence(
        "The request says \"\(field)\", which isn't known or doesn't have its form.",
        pl: "W żądaniu jest „\(field)”: takie pole nie istnieje albo ma inną postać."),
      remedy: Sentence(
        "docs/worker.md names the fields of a request and what they take.",
        pl: "Pola żądania i ich wartości opisuje docs/worker.md."))
  }

  static func tooLarge(_ name: String) -> Obstacle {
    let limit = ReceiptDocument.sizeLimit
    return Obstacle(
      "file.too-large", at: Place(file: name),
      Sentence("The file is larger than \(limit) bytes.", pl: "Plik jest większy niż \(limit) bajtów."),
      remedy: Sentence("Check that this is the right file.", pl: "Sprawdź, czy to właściwy plik."))
  }

  static func workerCrashed(_ name: String) -> Obstacle {
    Obstacle(
      "print.worker-crashed", at: Place(file: name),
      Sentence(
        "The program that prints broke down on this invoice.", pl: "Program drukujący załamał się na tej fakturze."),
      remedy: Sentence(
        "Print it alone with `ksef-render`; where that fails too, tell us, if you may, with the invoice.",
        pl:
          "Wydrukuj ją osobno poleceniem `ksef-render`; jeżeli to też się nie uda, zgłoś nam to, w miarę możności z fakturą."
      ))
  }

  static func printTooSlow(_ name: String, seconds: Int) -> Obstacle {
    Obstacle(
      "print.too-slow", at: Place(file: name),
      Sentence(
        "The print takes too long: more than \(seconds) seconds.", pl: "Wydruk trwa zbyt długo: ponad \(seconds) s."),
      remedy: Sentence(
        "Print this invoice alone with `ksef-render`.", pl: "Wydrukuj tę fakturę osobno poleceniem `ksef-render`."))
  }

  static func noPrintWorker(_ english: String, pl polish: String) -> Obstacle {
    Obstacle(
      "print.no-worker", kind: .inputOutput,
      Sentence(
        "The program that prints can't be started: \(english).",
        pl: "Nie można uruchomić programu drukującego: \(polish)."),
      remedy: Sentence(
        "See what it said, and that more processes may be started.",
        pl: "Sprawdź jego komunikat i czy wolno uruchomić więcej procesów."))
  }
}
