import Findings

/// Why a piece of evidence can't be searched.
extension Obstacle {
  static let unknownKind = Obstacle(
    "evidence.unknown-kind",
    Sentence(
      "The file is neither a PDF nor a PNG, JPEG or TIFF picture.",
      pl: "Plik nie jest plikiem PDF ani obrazem PNG, JPEG lub TIFF."),
    remedy: Sentence(
      "Give the invoice as a PDF, or scan or photograph it as PNG, JPEG or TIFF.",
      pl: "Podaj fakturę jako PDF albo zeskanuj ją lub sfotografuj jako PNG, JPEG lub TIFF."))

  static func damaged(_ kind: EvidenceKind, page: Int? = nil) -> Obstacle {
    let english = page.map { "Page \($0) of the PDF can't be drawn" } ?? "The \(kind.name) is damaged or incomplete"
    let polish =
      page.map { "Nie można wyświetlić strony \($0) pliku PDF" } ?? "Plik \(kind.name) jest uszkodzony lub niepełny"
    return Obstacle(
      "evidence.damaged", Sentence("\(english).", pl: "\(polish)."),
      remedy: Sentence(
        "Fetch or scan it once more; if it opens in a viewer, save it anew from there.",
        pl: "Pobierz lub zeskanuj go ponownie; jeśli otwiera się w przeglądarce plików, zapisz go z niej na nowo."))
  }

  static let encrypted = Obstacle(
    "evidence.encrypted",
    Sentence("The PDF can only be opened with a password.", pl: "Plik PDF można otworzyć tylko po podaniu hasła."),
    remedy: Sentence(
      "Save a copy without a password and give that.", pl: "Zapisz kopię bez hasła i podaj ją."))

  static func tooManyPages(of kind: EvidenceKind, limit: Int) -> Obstacle {
    Obstacle(
      "evidence.too-large",
      Sentence(
        "The \(kind.name) has more pages than the \(limit) that are accepted.",
        pl: "Plik \(kind.name) ma więcej stron niż dopuszczalne \(limit)."),
      remedy: Sentence(
        "Give only the pages of one invoice.", pl: "Podaj tylko strony jednej faktury."))
  }

  static func tooManyPixels(width: Int, height: Int, limit: Int) -> Obstacle {
    Obstacle(
      "evidence.too-large",
      Sentence(
        "The picture has \(width) × \(height) pixels; at most \(limit) pixels are accepted.",
        pl: "Obraz ma wymiary \(width) × \(height) pikseli; dopuszczalna liczba pikseli to \(limit)."),
      remedy: Sentence(
        "Scan at 300 dpi, or make the picture smaller.", pl: "Zeskanuj w rozdzielczości 300 dpi lub zmniejsz obraz."))
  }

  static func undrawnPicture(page: Int) -> Obstacle {
    Obstacle(
      "evidence.too-large",
      Sentence(
        "Page \(page) of the PDF shows a picture that is too large or too damaged to be drawn, so that a code in it would be missed.",
        pl:
          "Strona \(page) pliku PDF zawiera obraz zbyt duży lub zbyt uszkodzony, aby go wyświetlić; kod na nim zostałby pominięty."
      ),
      remedy: Sentence(
        "Scan the page at 300 dpi, or save the picture smaller.",
        pl: "Zeskanuj stronę w rozdzielczości 300 dpi lub zapisz mniejszy obraz."))
  }

  static func unsupported(_ kind: EvidenceKind) -> Obstacle {
    Obstacle(
      "evidence.unsupported",
      Sentence(
        "The \(kind.name) is in printing colours or in a form that can't be read.",
        pl: "Plik \(kind.name) jest w kolorach drukarskich lub w postaci, której nie można odczytać."),
      remedy: Sentence(
        "Save it in RGB or in shades of gray, or as PNG.",
        pl: "Zapisz go w RGB lub w odcieniach szarości albo jako PNG."))
  }
}

extension EvidenceKind {
  /// The kind as people write it.
  var name: String { rawValue.uppercased() }
}
