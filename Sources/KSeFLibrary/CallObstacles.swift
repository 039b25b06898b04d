import FAInvoice
import Findings

/// What can be wrong about a call itself.
extension Obstacle {
  /// - Parameter argument: as the header names it.
  static func argumentMissing(_ argument: String) -> Obstacle {
    Obstacle(
      "call.argument-missing", kind: .usage,
      Sentence("The argument \(argument) is NULL.", pl: "Argument \(argument) ma wartość NULL."),
      remedy: Sentence(
        "Give what ksef.h asks for. A printer is NULL where it couldn't be opened: look at what that call returned.",
        pl: "Podaj to, czego wymaga ksef.h. Drukarka ma wartość NULL, jeżeli nie dała się otworzyć: "
          + "sprawdź wynik tamtego wywołania."))
  }

  /// - Parameter limit: in bytes.
  static func lengthImpossible(_ argument: String, limit: Int) -> Obstacle {
    Obstacle(
      "call.length", kind: .usage,
      Sentence(
        "The argument \(argument) is longer than \(limit) bytes, or has no end.",
        pl: "Argument \(argument) ma ponad \(limit) bajtów albo nie ma końca."),
      remedy: Sentence(
        "Give the length in bytes; text ends in a zero byte.",
        pl: "Podaj długość w bajtach; tekst kończy się bajtem zero."))
  }

  static func notUTF8(_ argument: String) -> Obstacle {
    Obstacle(
      "call.not-utf8", kind: .usage,
      Sentence("The argument \(argument) isn't UTF-8.", pl: "Argument \(argument) nie jest w UTF-8."),
      remedy: Sentence(
        "Convert the text to UTF-8 before the call; Windows-1250 and UTF-16 are something else.",
        pl: "Przed wywołaniem zamień tekst na UTF-8; Windows-1250 i UTF-16 to co innego."))
  }

  static func noSetting(_ line: String) -> Obstacle {
    let quoted = line.quotedBriefly
    return Obstacle(
      "call.line", kind: .usage,
      Sentence("\"\(quoted)\" isn't name=value.", pl: "„\(quoted)” to nie nazwa=wartość."),
      remedy: Sentence(
        "Write each setting on a line of its own, as paper=roll80.",
        pl: "Każde ustawienie podaj w osobnym wierszu, np. paper=roll80."))
  }

  static func settingTwice(_ name: String) -> Obstacle {
    Obstacle(
      "call.setting-twice", kind: .usage,
      Sentence("\(name) is given twice.", pl: "\(name) podano dwa razy."),
      remedy: Sentence("Leave one of the two out.", pl: "Usuń jedno z dwóch."))
  }

  static func unknownSetting(_ name: String, known: [String]) -> Obstacle {
    let (quoted, list) = (name.quotedBriefly, known.joined(separator: ", "))
    return Obstacle(
      "call.unknown-setting", kind: .usage,
      Sentence("\"\(quoted)\" can't be set in this call.", pl: "W tym wywołaniu nie ma ustawienia „\(quoted)”."),
      remedy: Sentence("What can be set: \(list).", pl: "Ustawienia: \(list)."))
  }

  /// - Parameter values: what there is to choose from, or its form.
  static func unusableValue(_ name: String, _ value: String, values: String) -> Obstacle {
    let quoted = value.quotedBriefly
    return Obstacle(
      "call.value", kind: .usage,
      Sentence("\"\(quoted)\" is no value of \(name).", pl: "„\(quoted)” nie jest wartością \(name)."),
      remedy: Sentence("Possible is: \(values).", pl: "Możliwe: \(values)."))
  }

  static var certificateIncomplete: Obstacle {
    Obstacle(
      "call.certificate", kind: .usage,
      Sentence(
        "certificate and key belong together, and pkcs12 replaces both.",
        pl: "certificate i key podaje się razem, a pkcs12 zastępuje oba."),
      remedy: Sentence(
        "Give certificate and key, or pkcs12 alone.", pl: "Podaj certificate i key albo samo pkcs12."))
  }

  static var passphraseTwice: Obstacle {
    Obstacle(
      "call.passphrase-twice", kind: .usage,
      Sentence(
        "A passphrase and passphrase-file are given.", pl: "Podano i hasło, i passphrase-file."),
      remedy: Sentence("Give one of the two.", pl: "Podaj jedno z dwóch."))
  }

  static func invoiceTooLarge(_ name: String) -> Obstacle {
    let limit = ReceiptDocument.sizeLimit
    return Obstacle(
      "file.too-large", at: Place(file: name),
      Sentence("The file is larger than \(limit) bytes.", pl: "Plik jest większy niż \(limit) bajtów."),
      remedy: Sentence(
        "Check that this is the right file, and xml_length its length.",
        pl: "Sprawdź, czy to właściwy plik i czy xml_length to jego długość."))
  }
}
