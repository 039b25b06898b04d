import Findings

/// Why a piece of evidence can't be searched.
extension Obstacle {
  static let unknownKind = Obstacle(
    "evidence.unknown-kind",
    Sentence(
      "The file is neither a PDF nor a PNG or JPEG picture.", pl: "Plik nie jest plikiem PDF ani obrazem PNG lub JPEG."),
    remedy: Sentence(
      "Give the invoice as a PDF, or scan or photograph it as PNG or JPEG.",
      pl: "Podaj fakturę jako PDF albo zeskanuj ją lub sfotografuj jako PNG lub JPEG."))

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

  static func tooManyPages(_ count: Int, limit: Int) -> Obstacle {
    Obstacle(
      "evidence.too-large",
      Sentence(
        "The PDF has \(count) pages; at most \(limit) are accepted.",
        pl: "Liczba stron pliku PDF to \(count); dopuszczalna liczba to \(limit)."),
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

  static let unsupported = Obstacle(
    "evidence.unsupported",
    Sentence(
      "The JPEG is in printing colours (CMYK) or in a form that can't be read.",
      pl: "Plik JPEG jest w kolorach drukarskich (CMYK) lub w postaci, której nie można odczytać."),
    remedy: Sentence(
      "Save it as an RGB or grayscale JPEG, or as PNG.",
      pl: "Zapisz go jako JPEG w RGB lub w odcieniach szarości albo jako PNG."))
}

extension EvidenceKind {
  /// The kind as people write it.
  var name: String { rawValue.uppercased() }
}
