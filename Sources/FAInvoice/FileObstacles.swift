package import Findings

/// Where the invoice's file itself has to be replaced or made again.
package enum Remedies {
  package static let export = Sentence(
    "Give the XML file exactly as it is or will be sent to KSeF.",
    pl: "Podaj plik XML dokładnie taki, jaki jest lub będzie wysłany do KSeF.")
  package static let correct = Sentence(
    "Correct it in the program that makes the invoice: KSeF would refuse the file, and changing it by hand changes its hash.",
    pl: "Popraw to w programie, który tworzy fakturę: KSeF odrzuciłby ten plik, a ręczna zmiana zmienia jego skrót.")
}

extension Obstacle {
  static func fileTooLarge(limit: Int) -> Obstacle {
    Obstacle(
      "file.too-large",
      Sentence("The file is larger than \(limit) bytes.", pl: "Plik jest większy niż \(limit) bajtów."),
      remedy: Sentence(
        "Check that this is the right file: KSeF takes 3,000,000 bytes at most.",
        pl: "Sprawdź, czy to właściwy plik: KSeF przyjmuje najwyżej 3 000 000 bajtów."))
  }

  static func emptyFile(_ noBytes: Bool) -> Obstacle {
    Obstacle(
      "file.empty",
      noBytes
        ? Sentence("The file is empty.", pl: "Plik jest pusty.")
        : Sentence("The file holds nothing but white space.", pl: "Plik zawiera tylko białe znaki."),
      remedy: Remedies.export)
  }

  static func otherFormat(_ format: OtherFormat) -> Obstacle {
    Obstacle(
      format.code,
      Sentence(
        "This is \(format.name.english), not the XML of an invoice.",
        pl: "To \(format.name.polish), a nie XML faktury."),
      remedy: Remedies.export)
  }

  static func notXML() -> Obstacle {
    Obstacle(
      "invoice.not-xml", at: Place(line: 1, column: 1),
      Sentence("This isn't XML: it doesn't begin with <.", pl: "To nie jest XML: plik nie zaczyna się od znaku <."),
      remedy: Remedies.export)
  }

  static func shortOfMemory() -> Obstacle {
    Obstacle(
      "memory.short", kind: .inputOutput,
      Sentence("There is too little memory to read the invoice.", pl: "Za mało pamięci, aby odczytać fakturę."),
      remedy: Sentence("Close other programs and try again.", pl: "Zamknij inne programy i spróbuj ponownie."))
  }

  static func encoding(_ name: String) -> Obstacle {
    Obstacle(
      "xml.encoding", at: Place(line: 1, column: 1),
      Sentence(
        "The file is written or declared as \(name.quotedBriefly), not as UTF-8.",
        pl: "Plik jest zapisany lub zadeklarowany jako \(name.quotedBriefly), a nie UTF-8."),
      remedy: Remedies.correct)
  }

  static func xmlVersion(_ version: String) -> Obstacle {
    Obstacle(
      "xml.version", at: Place(line: 1, column: 1),
      Sentence(
        "The file declares XML \(version.quotedBriefly); KSeF takes XML 1.0 only.",
        pl: "Plik deklaruje XML \(version.quotedBriefly); KSeF przyjmuje tylko XML 1.0."),
      remedy: Remedies.correct)
  }

  static func byteFault(_ fault: ByteCheck.Fault, _ lines: LineTable) -> Obstacle {
    let place = lines.place(of: fault.offset)
    switch fault.kind {
    case .invalidUTF8:
      return Obstacle(
        "xml.invalid-utf-8", at: place,
        Sentence(
          "A byte here isn't UTF-8; the file may be in Windows-1250 or ISO-8859-2.",
          pl: "Bajt w tym miejscu nie jest UTF-8; plik może być w Windows-1250 lub ISO-8859-2."),
        remedy: Remedies.correct)
    case .forbidden(let scalar):
      return Obstacle(
        "xml.forbidden-character", at: place,
        Sentence(
          "The character \(scalar.codePoint) may not stand in XML.",
          pl: "Znak \(scalar.codePoint) nie może wystąpić w XML."),
        remedy: Remedies.correct)
    case .longStretch:
      return Obstacle(
        "xml.text-too-long", at: place,
        Sentence(
          "A tag, text or comment is longer than \(ByteCheck.stretchLimit) bytes.",
          pl: "Znacznik, tekst lub komentarz jest dłuższy niż \(ByteCheck.stretchLimit) bajtów."),
        remedy: Remedies.export)
    }
  }
}
