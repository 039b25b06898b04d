import Findings

extension SchemaFinding {
  /// What the codes of the schema's findings mean.
  static let meanings: [CodeMeaning] = [
    .unexpectedElement, .elementOrder, .tooMany, .missingElement, .text, .elementInValue, .attribute, .valueEmpty,
    .valueLength, .valueUnlisted, .valueNumber, .valueDate, .valueRange, .valueFormat, .schemaMore,
  ]
}

extension CodeMeaning {
  private static let remedy = Sentence(
    "Correct it in the program that makes the invoice: KSeF refuses a file that breaks its structure.",
    pl: "Popraw to w programie, który wystawia fakturę: KSeF odrzuca plik niezgodny ze strukturą.")

  private static func schema(
    _ code: String, _ title: Sentence, _ explanation: Sentence, remedy: Sentence = CodeMeaning.remedy
  ) -> CodeMeaning {
    CodeMeaning(
      "schema.\(code)", .always(.refused), title: title, explanation: explanation, remedy: remedy,
      source: "FA(3), FA(2), FA_RR(1)")
  }

  static let unexpectedElement = schema(
    "unexpected-element", Sentence("An element that can't stand here", pl: "Element w niedozwolonym miejscu"),
    Sentence(
      "The structure doesn't know the element in this place, or another element excludes it. A slip of the pen in a name is pointed out.",
      pl:
        "Struktura nie zna elementu w tym miejscu albo wyklucza go inny element. Przy literówce w nazwie podpowiadana jest właściwa."
    ))
  static let elementOrder = schema(
    "element-order", Sentence("An element out of order", pl: "Element w złej kolejności"),
    Sentence(
      "The element is right, but the structure has it before or after others.",
      pl: "Element jest właściwy, ale struktura wymaga go przed innymi lub po innych."))
  static let tooMany = schema(
    "too-many", Sentence("An element too often", pl: "Element występuje za dużo razy"),
    Sentence(
      "The structure says how often an element may stand; this one stands more often.",
      pl: "Struktura określa, ile razy element może wystąpić; ten występuje częściej."))
  static let missingElement = schema(
    "missing-element", Sentence("An element is missing", pl: "Brak elementu"),
    Sentence(
      "The structure asks for an element that isn't there. It is told at the element before which it is missing, or at the one at whose end.",
      pl:
        "Struktura wymaga elementu, którego nie ma. Wskazywany jest element, przed którym go brakuje, albo ten, na którego końcu."
    ))
  static let text = schema(
    "text", Sentence("Text between elements", pl: "Tekst między elementami"),
    Sentence(
      "Where elements stand inside an element, the structure takes no text beside them.",
      pl: "Tam, gdzie wewnątrz elementu stoją elementy, struktura nie dopuszcza obok nich tekstu."))
  static let elementInValue = schema(
    "element-in-value", Sentence("An element inside a value", pl: "Element wewnątrz wartości"),
    Sentence(
      "The element should hold a value and nothing else.", pl: "Element powinien zawierać wartość i nic więcej."))
  static let attribute = schema(
    "attribute", Sentence("An attribute that is wrong or missing", pl: "Błędny lub brakujący atrybut"),
    Sentence(
      "Few elements have attributes, most of them with one value only; other attributes aren't taken.",
      pl: "Niewiele elementów ma atrybuty, większość z jedną dozwoloną wartością; inne atrybuty są niedopuszczalne."))

  static let valueEmpty = schema(
    "value-empty", Sentence("An empty value", pl: "Pusta wartość"),
    Sentence("The element must say something.", pl: "Element musi mieć treść."),
    remedy: Sentence(
      "Fill it in, or leave the element out where it may be left out.",
      pl: "Uzupełnij wartość albo pomiń element, jeśli nie jest wymagany."))
  static let valueLength = schema(
    "value-length", Sentence("A value too long or too short", pl: "Wartość za długa lub za krótka"),
    Sentence(
      "The structure limits how many characters a value has.",
      pl: "Struktura ogranicza liczbę znaków wartości."))
  static let valueUnlisted = schema(
    "value-unlisted", Sentence("A value that isn't in the list", pl: "Wartość spoza listy"),
    Sentence(
      "The structure has a list of the values that may stand here.",
      pl: "Struktura ma listę wartości, które mogą tu wystąpić."))
  static let valueNumber = schema(
    "value-number", Sentence("Not a number as it should be", pl: "Nieprawidłowa liczba"),
    Sentence(
      "Numbers are written with digits and a decimal point, without spaces, and with no more decimals than the structure takes.",
      pl:
        "Liczby zapisuje się cyframi z kropką dziesiętną, bez spacji i z nie większą liczbą miejsc po kropce, niż dopuszcza struktura."
    ))
  static let valueDate = schema(
    "value-date", Sentence("Not a date as it should be", pl: "Nieprawidłowa data"),
    Sentence(
      "Days are written as 2026-02-28, moments as 2026-02-28T12:30:00Z, and must be in the calendar.",
      pl: "Dni zapisuje się jako 2026-02-28, chwile jako 2026-02-28T12:30:00Z, i muszą istnieć w kalendarzu."))
  static let valueRange = schema(
    "value-range", Sentence("A value out of range", pl: "Wartość spoza zakresu"),
    Sentence(
      "The structure has a smallest and a largest value.", pl: "Struktura określa najmniejszą i największą wartość."))
  static let valueFormat = schema(
    "value-format", Sentence("A value in a wrong form", pl: "Wartość w złym formacie"),
    Sentence(
      "Some values have a form of their own: a NIP, a number of KSeF, a SWIFT code.",
      pl: "Niektóre wartości mają własny format: NIP, numer KSeF, kod SWIFT."))

  static let schemaMore = CodeMeaning(
    "schema.more", .always(.info), title: Sentence("There may be more", pl: "Może być ich więcej"),
    explanation: Sentence(
      "After the first hundred findings about the schema the rest of the file isn't judged by it.",
      pl: "Po pierwszych stu uwagach o strukturze reszta pliku nie jest już z nią porównywana."),
    remedy: Sentence("Correct the first ones and check again.", pl: "Popraw pierwsze i sprawdź ponownie."),
    source: "ksef-render")
}

extension Finding {
  /// Told where the walk through the document stopped before its end, or might have.
  static func schemaNotJudgedOn(_ file: String) -> Finding {
    let meaning = CodeMeaning.schemaMore
    return Finding(
      meaning.code, .info, at: Place(file: file),
      Sentence(
        "By its schema the file is judged no further than \(SchemaWalk.limit) findings: there may be more.",
        pl: "Zgodność ze strukturą sprawdzono do \(SchemaWalk.limit) błędów: może być ich więcej."),
      remedy: meaning.remedy, source: meaning.source)
  }
}
