import CCairo
import CFreeType
import Findings
import PageLayout
import Typography

/// The fonts of a font set as Cairo wants them. Belongs to one thread; keep it, since opening fonts costs more than a page.
final class CairoFonts {
  private let library: FreeTypeLibrary
  private let files: [String]
  private var faces: [Int: CairoFace] = [:]
  private var scaled: [Key: ScaledFont] = [:]

  private struct Key: Hashable {
    let face: Int
    let size: Double
  }

  /// - Throws: `font.unreadable`.
  init(_ fonts: FontSet) throws(Obstacle) {
    library = try FreeTypeLibrary()
    files = fonts.files
  }

  /// Opens the fonts that pages use, before anything is drawn.
  ///
  /// - Throws: `font.unreadable`.
  func open(for pages: [Page]) throws(Obstacle) {
    for page in pages {
      for item in page.items {
        let shaped: ShapedText
        switch item {
        case .text(let text): shaped = text.text
        case .watermark(let watermark): shaped = watermark.text
        default: continue
        }
        for run in shaped.runs where faces[run.face] == nil {
          faces[run.face] = try CairoFace(path: files[run.face], library: library)
        }
      }
    }
  }

  /// A face at a size; the pointer stays valid as long as this object lives.
  func scaledFont(face: Int, size: Double) -> OpaquePointer {
    let key = Key(face: face, size: size)
    if let known = scaled[key] { return known.pointer }
    guard let opened = faces[face] else { preconditionFailure("fonts are opened before their text is drawn") }
    let font = ScaledFont(opened, size: size)
    scaled[key] = font
    return font.pointer
  }
}

/// Owns a FreeType library.
private final class FreeTypeLibrary {
  let pointer: FT_Library

  init() throws(Obstacle) {
    var pointer: FT_Library?
    guard FT_Init_FreeType(&pointer) == 0, let pointer else { throw unreadable("FreeType") }
    self.pointer = pointer
  }

  deinit { FT_Done_FreeType(pointer) }
}

/// Owns a FreeType face; Cairo holds on to it longer than we do, so it is released by Cairo's word.
private final class FreeTypeFace {
  let pointer: FT_Face
  private let library: FreeTypeLibrary

  init(path: String, library: FreeTypeLibrary) throws(Obstacle) {
    var pointer: FT_Face?
    guard FT_New_Face(library.pointer, path, 0, &pointer) == 0, let pointer else { throw unreadable(path) }
    self.pointer = pointer
    self.library = library
  }

  deinit { FT_Done_Face(pointer) }
}

/// Owns a Cairo font face.
private final class CairoFace {
  let pointer: OpaquePointer

  init(path: String, library: FreeTypeLibrary) throws(Obstacle) {
    let face = try FreeTypeFace(path: path, library: library)
    guard
      let pointer = cairo_ft_font_face_create_for_ft_face(face.pointer, Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP))
    else { throw unreadable(path) }
    let owner = Unmanaged.passRetained(face)
    let status = cairo_font_face_set_user_data(pointer, ccairo_font_owner_key(), owner.toOpaque()) { owner in
      if let owner { Unmanaged<FreeTypeFace>.fromOpaque(owner).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      owner.release()
      cairo_font_face_destroy(pointer)
      throw unreadable(path)
    }
    self.pointer = pointer
  }

  deinit { cairo_font_face_destroy(pointer) }
}

/// Owns a Cairo font at a size.
private final class ScaledFont {
  let pointer: OpaquePointer

  init(_ face: CairoFace, size: Double) {
    var matrix = cairo_matrix_t()
    cairo_matrix_init_scale(&matrix, size, size)
    var identity = cairo_matrix_t()
    cairo_matrix_init_identity(&identity)
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    guard let pointer = cairo_scaled_font_create(face.pointer, &matrix, &identity, options) else {
      preconditionFailure("cairo_scaled_font_create never returns null")
    }
    self.pointer = pointer
  }

  deinit { cairo_scaled_font_destroy(pointer) }
}

private func unreadable(_ path: String) -> Obstacle {
  Obstacle(
    "font.unreadable", kind: .inputOutput, at: Place(file: path),
    Sentence("The font can't be opened for drawing.", pl: "Nie można otworzyć kroju pisma do rysowania."),
    remedy: Sentence("Build the fonts again with `make fonts`.", pl: "Przygotuj kroje ponownie: `make fonts`."))
}
