package import InvoiceTemplate
import QRSymbol
package import Typography

/// A pale word across a page: shapes, no text, so that whoever copies or searches the page meets only the invoice.
package struct Watermark: Sendable {
  package let text: ShapedText
  /// Font size in points.
  package let size: Double
  /// The word's middle.
  package let x: Double
  /// The word's middle.
  package let y: Double
  /// Radians, counted against the clock.
  package let angle: Double
  package let colour: Template.Colour
  /// Where it mustn't be seen: the symbols with their quiet zones.
  package let free: [Area]

  /// A rectangle of the page, in points.
  package struct Area: Sendable {
    package let x: Double
    package let y: Double
    package let width: Double
    package let height: Double
  }
}

/// Sizes the template's watermark to the paper.
struct WatermarkLayout {
  private let text: ShapedText
  private let size: Double

  /// Paler than any rule, so that what stands on it keeps its contrast.
  private static let colour = Template.Colour(red: 0xEC, green: 0xEE, blue: 0xF1)
  /// Of the paper's diagonal.
  private static let share = 0.62
  /// In points; a short word would otherwise fill the page.
  private static let largest = 110.0

  /// Nil where the template has no watermark.
  init?(_ template: Template, languages: [LabelLanguage], fonts: FontSet) {
    let texts = template.watermarkText
    guard let words = (languages + LabelLanguage.allCases).lazy.compactMap({ texts[$0] }).first else { return nil }
    let paper = template.paper
    text = fonts.shape(words, .bold)
    let diagonal = (paper.width * paper.width + paper.height * paper.height).squareRoot()
    size = min(Self.largest, diagonal * Self.share / max(text.width(at: 1), 0.1))
  }

  /// The watermark of a page of this size, upright or turned, that holds these items.
  func items(under items: [Item], width: Double, height: Double) -> [Item] {
    let free = items.compactMap { item -> Watermark.Area? in
      guard case .symbol(let symbol, let x, let y, let side) = item else { return nil }
      let quiet = Double(QRSymbol.quietZone) * side / Double(symbol.side)
      return Watermark.Area(x: x - quiet, y: y - quiet, width: side + 2 * quiet, height: side + 2 * quiet)
    }
    return [
      .watermark(
        Watermark(
          text: text, size: size, x: width / 2, y: height / 2, angle: Self.angle, colour: Self.colour,
          free: free))
    ]
  }

  /// 45 degrees.
  private static let angle = Double.pi / 4
}
