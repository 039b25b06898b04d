import Findings

extension Obstacle {
  private static func pattern(_ code: String, _ reason: Sentence, _ remedy: Sentence) -> Obstacle {
    Obstacle("name.\(code)", kind: .usage, reason, remedy: remedy)
  }

  private static var example: Sentence {
    Sentence(
      "Write a pattern such as {seller}/{year}/{number}.pdf.",
      pl: "Podaj wzorzec taki jak {seller}/{year}/{number}.pdf.")
  }

  static func namePatternField(_ name: String) -> Obstacle {
    let known = NamePattern.Field.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
    return pattern(
      "unknown-field",
      Sentence(
        "There is no field {\(name.quotedBriefly)} for names.", pl: "Nie ma pola {\(name.quotedBriefly)} dla nazw."),
      Sentence("Known fields: \(known).", pl: "Znane pola: \(known)."))
  }

  static func namePatternBrace(_ text: String) -> Obstacle {
    pattern(
      "brace",
      Sentence(
        "In \"\(text.quotedBriefly)\" a brace has no partner.",
        pl: "W „\(text.quotedBriefly)” brakuje nawiasu klamrowego."),
      example)
  }

  static func namePatternCharacter(_ text: String) -> Obstacle {
    pattern(
      "character",
      Sentence(
        "\"\(text.quotedBriefly)\" holds a character that not every system takes in the name of a file.",
        pl: "„\(text.quotedBriefly)” zawiera znak, którego nie każdy system dopuszcza w nazwie pliku."),
      Sentence(
        "Leave out < > : \" \\ | ? * and control characters.", pl: "Pomiń < > : \" \\ | ? * i znaki sterujące."))
  }

  static func namePatternPath(_ text: String) -> Obstacle {
    pattern(
      "path",
      Sentence(
        "\"\(text.quotedBriefly)\" can't be the name of a folder or file: names are relative, none is empty or hidden.",
        pl:
          "„\(text.quotedBriefly)” nie może być nazwą folderu ani pliku: nazwy są względne, żadna nie jest pusta ani ukryta."
      ),
      example)
  }

  static func namePatternEnding(_ text: String) -> Obstacle {
    pattern(
      "ending",
      Sentence(
        "The pattern \"\(text.quotedBriefly)\" doesn't end in .pdf.",
        pl: "Wzorzec „\(text.quotedBriefly)” nie kończy się na .pdf."), example)
  }
}
