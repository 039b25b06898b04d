import CHarfBuzz
import Findings

/// A font file opened for shaping: knows which letters it has and how wide they are.
///
/// Belongs to one thread. Distances are in font units; `unitsPerEm` of them make the font size.
package final class FontFace {
  /// The file, which a drawing backend opens again for its own purposes.
  package let path: String
  /// Position in the font set's list of files; drawing backends key their own faces by it.
  package let index: Int
  package let unitsPerEm: Double
  /// Height above the baseline that lines are set by, in font units.
  package let ascender: Double
  /// Depth below the baseline, positive, in font units.
  package let descender: Double

  let font: OpaquePointer

  /// - Throws: `font.unreadable` where the file is missing or is no font.
  init(path: String, index: Int) throws(Obstacle) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { throw FontFace.unreadable(path) }
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, 0)
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else { throw FontFace.unreadable(path) }
    self.path = path
    self.index = index
    self.font = font
    unitsPerEm = Double(hb_face_get_upem(face))
    var extents = hb_font_extents_t()
    hb_font_get_h_extents(font, &extents)
    ascender = Double(extents.ascender)
    descender = Double(-extents.descender)
  }

  deinit { hb_font_destroy(font) }

  /// Whether the font has a glyph for a letter.
  func has(_ scalar: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0
  }

  private static func unreadable(_ path: String) -> Obstacle {
    Obstacle(
      "font.unreadable", kind: .inputOutput, at: Place(file: path),
      Sentence("The font file is missing or isn't a font.", pl: "Brak pliku kroju pisma albo nie jest to krój pisma."),
      remedy: Sentence(
        "Build the fonts with `make fonts`, or name another folder with --resources.",
        pl: "Przygotuj kroje poleceniem `make fonts` albo wskaż inny folder opcją --resources."))
  }
}
