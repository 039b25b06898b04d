import CCairo
import Findings
import InvoiceTemplate
import PageLayout
import QRSymbol
import Typography

/// Replays pages on a Cairo surface; decides nothing.
struct CairoCanvas {
  /// How a symbol's modules are drawn.
  enum SymbolStyle {
    /// A one-bit mask with one pixel for a module: small and quick; for PDF and for pictures at whole pixels.
    case mask
    /// Filled rectangles, for formats that have no one-bit pictures.
    case rectangles
    /// Whole dots of a printer, all alike; everything else is drawn black on those dots, too.
    case dots(DotGrid)
  }

  let context: OpaquePointer
  let fonts: CairoFonts
  let symbolStyle: SymbolStyle
  let drawsLinks: Bool
  let logo: LogoPicture?

  func draw(_ page: Page) {
    drawPictures(of: page)
    // Cairo 1.16 writes a broken file where a link stands outside every structure element.
    let needsStructure = drawsLinks && page.items.contains { if case .link = $0 { true } else { false } }
    if needsStructure { cairo_tag_begin(context, "Sect", nil) }
    defer { if needsStructure { cairo_tag_end(context, "Sect") } }
    var colour: Template.Colour?
    var glyphs: [cairo_glyph_t] = []
    var clusters: [cairo_text_cluster_t] = []
    for item in page.items {
      switch item {
      case .text(let text):
        use(text.colour, instead: &colour)
        draw(text, glyphs: &glyphs, clusters: &clusters)
      case .rule(let x, let y, let width, let rule):
        use(rule.colour, instead: &colour)
        draw(rule, x: x, y: y, width: width)
      case .symbol(let symbol, let x, let y, let side):
        use(Template.Colour(red: 0, green: 0, blue: 0), instead: &colour)
        draw(symbol, x: x, y: y, side: side)
      case .link(let x, let y, let width, let height, let address):
        if drawsLinks { link(to: address, x: x, y: y, width: width, height: height) }
      case .logo, .watermark: break
      }
    }
  }

  /// What isn't read: outside every structure element, where Cairo 1.16 also bears pictures that have layers.
  private func drawPictures(of page: Page) {
    for item in page.items {
      switch item {
      case .logo(let x, let y, let width, let height):
        logo?.draw(on: context, x: x, y: y, width: width, height: height)
      case .watermark(let watermark): draw(watermark, pageWidth: page.width, pageHeight: page.height)
      default: break
      }
    }
  }

  private func use(_ colour: Template.Colour, instead current: inout Template.Colour?) {
    let colour = if case .dots = symbolStyle { Template.Colour(red: 0, green: 0, blue: 0) } else { colour }
    guard colour != current else { return }
    cairo_set_source_rgb(context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
    current = colour
  }

  private func draw(_ rule: Template.Rule, x: Double, y: Double, width: Double) {
    if case .dots(let grid) = symbolStyle {
      // A line thinner than a dot would vanish, and one between two rows be either none or two.
      let height = max(1, grid.dots(rule.width))
      let scale = grid.dotsPerPoint
      let top = Double(grid.dots(y - rule.width / 2))
      cairo_rectangle(context, x, top / scale, width, Double(height) / scale)
      cairo_fill(context)
      return
    }
    cairo_set_line_width(context, rule.width)
    cairo_move_to(context, x, y)
    cairo_line_to(context, x + width, y)
    cairo_stroke(context)
  }

  private func draw(
    _ placed: PlacedText, glyphs: inout [cairo_glyph_t], clusters: inout [cairo_text_cluster_t]
  ) {
    var left = placed.x
    let scale = placed.size / 1000
    for run in placed.text.runs {
      cairo_set_scaled_font(context, fonts.scaledFont(face: run.face, size: placed.size))
      glyphs.removeAll(keepingCapacity: true)
      clusters.removeAll(keepingCapacity: true)
      for glyph in run.glyphs {
        glyphs.append(
          cairo_glyph_t(index: UInt(glyph.id), x: left + glyph.x * scale, y: placed.baseline - glyph.y * scale))
      }
      for cluster in run.clusters {
        clusters.append(cairo_text_cluster_t(num_bytes: Int32(cluster.bytes), num_glyphs: Int32(cluster.glyphs)))
      }
      run.text.withUnsafeBytes { text in
        cairo_show_text_glyphs(
          context, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count), glyphs,
          Int32(glyphs.count), clusters, Int32(clusters.count),
          run.isBackward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0))
      }
      left += run.advance * scale
    }
  }

  /// Fills the outlines of the letters: shapes, which nobody can copy or search.
  private func draw(_ watermark: Watermark, pageWidth: Double, pageHeight: Double) {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_rectangle(context, 0, 0, pageWidth, pageHeight)
    for area in watermark.free { cairo_rectangle(context, area.x, area.y, area.width, area.height) }
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    cairo_clip(context)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
    var pattern: OpaquePointer?
    defer { if let pattern { cairo_pattern_destroy(pattern) } }
    if case .dots(let grid) = symbolStyle {
      pattern = paleDots(grid)
      cairo_set_source(context, pattern)
    } else {
      let colour = watermark.colour
      cairo_set_source_rgb(context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
    }
    cairo_translate(context, watermark.x, watermark.y)
    cairo_rotate(context, -watermark.angle)
    let scale = watermark.size / 1000
    var left = -watermark.text.width(at: watermark.size) / 2
    // Capitals are about 0.7 of the size high: this puts their middle on the page's.
    let baseline = watermark.size * 0.35
    for run in watermark.text.runs {
      cairo_set_scaled_font(context, fonts.scaledFont(face: run.face, size: watermark.size))
      let glyphs = run.glyphs.map {
        cairo_glyph_t(index: UInt($0.id), x: left + $0.x * scale, y: baseline - $0.y * scale)
      }
      cairo_glyph_path(context, glyphs, Int32(glyphs.count))
      left += run.advance * scale
    }
    cairo_fill(context)
  }

  /// Every sixteenth dot: as pale as black dots can be and still be seen.
  private func paleDots(_ grid: DotGrid) -> OpaquePointer? {
    let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 4, 4)
    defer { cairo_surface_destroy(surface) }
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    // The alpha of the first pixel, on machines of either order of bytes.
    UnsafeMutableRawPointer(data).storeBytes(of: 0xFF00_0000, as: UInt32.self)
    cairo_surface_mark_dirty(surface)
    guard let pattern = cairo_pattern_create_for_surface(surface) else { return nil }
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT)
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
    var matrix = cairo_matrix_t()
    cairo_matrix_init_scale(&matrix, grid.dotsPerPoint, grid.dotsPerPoint)
    cairo_pattern_set_matrix(pattern, &matrix)
    return pattern
  }

  private func draw(_ symbol: QRSymbol, x: Double, y: Double, side: Double) {
    cairo_save(context)
    defer { cairo_restore(context) }
    if case .dots(let grid) = symbolStyle {
      let placed = grid.symbol(x: x, y: y, side: side, modules: symbol.side)
      cairo_scale(context, 1 / grid.dotsPerPoint, 1 / grid.dotsPerPoint)
      cairo_translate(context, Double(placed.x), Double(placed.y))
      cairo_scale(context, Double(placed.dotsInModule), Double(placed.dotsInModule))
    } else {
      cairo_translate(context, x, y)
      cairo_scale(context, side / Double(symbol.side), side / Double(symbol.side))
    }
    switch symbolStyle {
    case .mask, .dots: mask(symbol)
    case .rectangles:
      for row in 0..<symbol.side {
        var column = 0
        while column < symbol.side {
          let start = column
          while column < symbol.side, symbol[column, row] { column += 1 }
          if column > start { cairo_rectangle(context, Double(start), Double(row), Double(column - start), 1) }
          column += 1
        }
      }
      cairo_fill(context)
    }
  }

  private func mask(_ symbol: QRSymbol) {
    let side = Int32(symbol.side)
    let surface = cairo_image_surface_create(CAIRO_FORMAT_A1, side, side)
    defer { cairo_surface_destroy(surface) }
    guard let data = cairo_image_surface_get_data(surface) else { return }
    let stride = Int(cairo_image_surface_get_stride(surface))
    for row in 0..<symbol.side {
      for column in 0..<symbol.side where symbol[column, row] {
        // Bits of a word in the machine's own order: on a little-endian machine the lowest bit is the leftmost.
        data[row * stride + column / 8] |= 1 << UInt8(column % 8)
      }
    }
    cairo_surface_mark_dirty(surface)
    guard let pattern = cairo_pattern_create_for_surface(surface) else { return }
    defer { cairo_pattern_destroy(pattern) }
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
    cairo_mask(context, pattern)
  }

  /// Only web addresses become links: what an invoice says is printed, but not everything it says is clickable.
  private func link(to address: String, x: Double, y: Double, width: Double, height: Double) {
    guard address.hasPrefix("https://") || address.hasPrefix("http://"),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x27 && $0 != 0x5C })
    else { return }
    let attributes = "rect=[\(rounded(x)) \(rounded(y)) \(rounded(width)) \(rounded(height))] uri='\(address)'"
    cairo_tag_begin(context, CAIRO_TAG_LINK, attributes)
    cairo_tag_end(context, CAIRO_TAG_LINK)
  }

  /// Two decimals are finer than any pointer.
  private func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = abs(hundredths % 100)
    return "\(hundredths < 0 ? "-" : "")\(abs(hundredths / 100)).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
