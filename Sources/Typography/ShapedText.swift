/// Text turned into glyphs, independent of size: distances are in thousandths of the font size ("milli-ems").
///
/// Immutable, so that one shaping serves every place where the same words stand.
package final class ShapedText: Sendable {
  package let runs: [GlyphRun]
  /// The sum of the runs' advances.
  package let width: Double

  init(runs: [GlyphRun]) {
    self.runs = runs
    width = runs.reduce(0) { $0 + $1.advance }
  }

  /// Width at a font size, in the unit of the size.
  package func width(at size: Double) -> Double { width * size / 1000 }
}

/// Glyphs of one font, in the order in which they stand from left to right.
package struct GlyphRun: Sendable {
  /// The font's position in the font set.
  package let face: Int
  /// The text in UTF-8, for search and copying.
  package let text: [UInt8]
  package let glyphs: [Glyph]
  /// How the text's bytes belong to the glyphs, in the order of the text.
  package let clusters: [Cluster]
  /// True where the text runs from right to left, so that its first cluster is the rightmost.
  package let isBackward: Bool
  package let advance: Double

  package struct Glyph: Sendable {
    package let id: UInt32
    /// From the run's left edge, and up from the baseline.
    package let x: Double
    package let y: Double
  }

  package struct Cluster: Sendable {
    package let bytes: Int
    package let glyphs: Int
  }
}
