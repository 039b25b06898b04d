import Findings
import WholeFiles

extension Template {
  /// Reads `brand.logo`: the file, its kind and its size; it is decoded only when something is drawn.
  mutating func readLogo(_ value: StrictValue) {
    guard let file = value.path(beside: .file) else { return }
    let bytes: [UInt8]
    do throws(Obstacle) {
      bytes = try readWholeFile(file, limit: Logo.sizeLimit)
    } catch {
      return value.report("unreadable", error.reason, remedy: error.remedy)
    }
    do throws(PictureMistake) {
      brand.logo = try Logo(bytes, at: value.place)
    } catch {
      value.report(error.code, error.sentence, remedy: error.remedy)
    }
  }
}

extension Template.Logo {
  /// Much more than a logo needs; a PDF carries it in every invoice.
  static let sizeLimit = 1024 * 1024
  /// A picture of 4 megapixels prints at 600 dpi over half of an A4 page's width.
  static let pixelLimit = 4_000_000
  /// Longer than this is a line and no picture.
  static let steepest = 30.0

  fileprivate init(_ bytes: [UInt8], at place: Place) throws(PictureMistake) {
    let size: (width: Double, height: Double)
    let kind: Kind
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      (kind, size) = (.png, try pngSize(bytes))
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      (kind, size) = (.jpeg, try jpegSize(bytes))
    } else if let first = bytes.drop(while: { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }).first,
      first == UInt8(ascii: "<")
    {
      (kind, size) = (.svg, try SVGScan(bytes).size())
    } else {
      throw .unknownKind
    }
    guard size.width > 0, size.height > 0 else { throw .damaged }
    if kind != .svg, size.width * size.height > Self.pixelLimit.asDouble { throw .tooManyPixels }
    guard size.width / size.height <= Self.steepest, size.height / size.width <= Self.steepest else { throw .tooLong }
    self.init(bytes: bytes, kind: kind, width: size.width, height: size.height, place: place)
  }
}

extension Int {
  fileprivate var asDouble: Double { Double(self) }
}

/// Why a file is no logo.
struct PictureMistake: Error {
  let code: String
  let sentence: Sentence
  let remedy: Sentence

  static let unknownKind = PictureMistake(
    code: "not-a-picture",
    sentence: Sentence("This is no PNG, JPEG or SVG picture.", pl: "To nie jest obraz PNG, JPEG ani SVG."),
    remedy: Sentence("Save the picture as PNG, JPEG or plain SVG.", pl: "Zapisz obraz jako PNG, JPEG lub zwykły SVG."))

  static let damaged = PictureMistake(
    code: "not-a-picture",
    sentence: Sentence("The picture is damaged or cut short.", pl: "Obraz jest uszkodzony lub niepełny."),
    remedy: Sentence("Save it again.", pl: "Zapisz go ponownie."))

  static let tooManyPixels = PictureMistake(
    code: "unsafe-picture",
    sentence: Sentence(
      "The picture has more than \(Template.Logo.pixelLimit / 1_000_000) million pixels.",
      pl: "Obraz ma więcej niż \(Template.Logo.pixelLimit / 1_000_000) mln pikseli."),
    remedy: Sentence(
      "Make it smaller; 800 pixels of width print well.", pl: "Zmniejsz go; 800 pikseli szerokości drukuje się dobrze.")
  )

  static let tooLong = PictureMistake(
    code: "unsafe-picture",
    sentence: Sentence(
      "The picture is more than \(plain(Template.Logo.steepest)) times as long as it is wide.",
      pl: "Obraz jest ponad \(plain(Template.Logo.steepest)) razy dłuższy niż szerszy."),
    remedy: Sentence("Cut it to the logo itself.", pl: "Przytnij go do samego logo."))

  static let unsupportedJPEG = PictureMistake(
    code: "unsafe-picture",
    sentence: Sentence(
      "Only JPEGs in gray or RGB, of 8 bits, baseline or progressive, can be printed.",
      pl: "Drukować można tylko JPEG w odcieniach szarości lub RGB, 8-bitowy, zwykły lub progresywny."),
    remedy: Sentence("Save it as RGB (not CMYK), or as PNG.", pl: "Zapisz go w RGB (nie CMYK) albo jako PNG."))

  /// - Parameter what: as the file writes it.
  static func forbidden(_ what: String) -> PictureMistake {
    PictureMistake(
      code: "unsafe-picture",
      sentence: Sentence(
        "The SVG uses \"\(printable(what))\", which logos can't.",
        pl: "SVG używa „\(printable(what))”, czego logo nie może."),
      remedy: Sentence(
        "Save it as plain SVG: text as paths, no filters, pictures, scripts or links; or save it as PNG.",
        pl: "Zapisz zwykły SVG: tekst jako ścieżki, bez filtrów, obrazów, skryptów i odnośników; albo zapisz PNG."))
  }

  static let noSize = PictureMistake(
    code: "not-a-picture",
    sentence: Sentence("The SVG doesn't say its size.", pl: "SVG nie podaje swojego rozmiaru."),
    remedy: Sentence(
      "Give its root a viewBox, or a width and a height.", pl: "Dodaj do korzenia viewBox albo width i height."))

  static let tooIntricate = PictureMistake(
    code: "unsafe-picture",
    sentence: Sentence(
      "The SVG has more than \(SVGScan.elementLimit) elements, or repeats more than \(SVGScan.useLimit).",
      pl: "SVG ma ponad \(SVGScan.elementLimit) elementów albo powtarza ich ponad \(SVGScan.useLimit)."),
    remedy: Sentence("Simplify it, or save it as PNG.", pl: "Uprość go albo zapisz jako PNG."))
}
