import CCairo
package import Findings
package import InvoiceTemplate
package import PageLayout
package import Typography

/// What a PDF says about itself.
package struct PDFMetadata: Sendable, Hashable {
  package var title: String
  package var author: String
  /// `YYYY-MM-DDThh:mm:ssZ`; given, so that the same input makes the same bytes.
  package var creationDate: String

  package init(title: String, author: String, creationDate: String) {
    self.title = title
    self.author = author
    self.creationDate = creationDate
  }
}

/// Draws pages as PDF, PNG or SVG. Belongs to one thread; keep it, since it keeps the fonts open.
package final class PageDrawing {
  let fonts: CairoFonts
  let logo: LogoPicture?

  /// - Parameters:
  ///   - fonts: those with which the pages were laid out.
  ///   - logo: the template's.
  /// - Throws: `font.unreadable`; as `LogoPicture.init`.
  package init(fonts: FontSet, logo: Template.Logo? = nil) throws(Obstacle) {
    self.fonts = try CairoFonts(fonts)
    if let logo { self.logo = try LogoPicture(logo) } else { self.logo = nil }
  }

  /// One PDF of all pages.
  ///
  /// - Throws: `drawing.failed`.
  package func pdf(_ pages: [Page], metadata: PDFMetadata) throws(Obstacle) -> [UInt8] {
    precondition(!pages.isEmpty, "a document has a page")
    try fonts.open(for: pages)
    return try collect { sink in
      let surface = cairo_pdf_surface_create_for_stream(append, sink, pages[0].width, pages[0].height)
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, metadata.title)
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, metadata.author)
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "ksef-render")
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, metadata.creationDate)
      return draw(on: surface) { context in
        let canvas = CairoCanvas(context: context, fonts: fonts, symbolStyle: .mask, drawsLinks: true, logo: logo)
        for page in pages {
          cairo_pdf_surface_set_size(surface, page.width, page.height)
          canvas.draw(page)
          cairo_show_page(context)
        }
      }
    }
  }

  /// A picture of a page on white.
  ///
  /// - Parameter pixelsPerPoint: a whole number of pixels for every module keeps symbols exact.
  /// - Throws: `drawing.failed`.
  package func png(_ page: Page, pixelsPerPoint: Double) throws(Obstacle) -> [UInt8] {
    try fonts.open(for: [page])
    let width = Int32((page.width * pixelsPerPoint).rounded(.up))
    let height = Int32((page.height * pixelsPerPoint).rounded(.up))
    return try collect { sink in
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
      return draw(on: surface, then: { cairo_surface_write_to_png_stream($0, append, sink) }) { context in
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, pixelsPerPoint, pixelsPerPoint)
        CairoCanvas(context: context, fonts: fonts, symbolStyle: .mask, drawsLinks: false, logo: logo).draw(page)
      }
    }
  }

  /// A scalable picture of a page.
  ///
  /// - Throws: `drawing.failed`.
  package func svg(_ page: Page) throws(Obstacle) -> [UInt8] {
    try fonts.open(for: [page])
    return try collect { sink in
      let surface = cairo_svg_surface_create_for_stream(append, sink, page.width, page.height)
      return draw(on: surface) { context in
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        CairoCanvas(context: context, fonts: fonts, symbolStyle: .rectangles, drawsLinks: false, logo: logo).draw(page)
      }
    }
  }

  /// Draws on a surface, finishes it, and destroys it.
  func draw(
    on surface: OpaquePointer?, then write: (OpaquePointer?) -> cairo_status_t = { _ in CAIRO_STATUS_SUCCESS },
    _ body: (OpaquePointer) -> Void
  ) -> cairo_status_t {
    defer { cairo_surface_destroy(surface) }
    guard let context = cairo_create(surface) else { return CAIRO_STATUS_NO_MEMORY }
    body(context)
    let drawn = cairo_status(context)
    cairo_destroy(context)
    if drawn != CAIRO_STATUS_SUCCESS { return drawn }
    let written = write(surface)
    if written != CAIRO_STATUS_SUCCESS { return written }
    cairo_surface_finish(surface)
    return cairo_surface_status(surface)
  }

  private func collect(_ body: (UnsafeMutableRawPointer) -> cairo_status_t) throws(Obstacle) -> [UInt8] {
    let sink = ByteSink()
    try check(withExtendedLifetime(sink) { body(Unmanaged.passUnretained(sink).toOpaque()) })
    return sink.bytes
  }

  /// - Throws: `drawing.failed` where Cairo failed.
  func check(_ status: cairo_status_t) throws(Obstacle) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    let reason = String(cString: cairo_status_to_string(status))
    throw Obstacle(
      "drawing.failed",
      Sentence("Drawing the page failed: \(reason).", pl: "Rysowanie strony nie powiodło się: \(reason)."),
      remedy: Sentence(
        "Check that the fonts are whole (`make fonts`) and that memory is free.",
        pl: "Sprawdź, czy kroje pisma są całe (`make fonts`) i czy jest wolna pamięć."))
  }
}

/// Takes what Cairo writes.
private final class ByteSink {
  var bytes: [UInt8] = []
}

private func append(
  _ sink: UnsafeMutableRawPointer?, _ data: UnsafePointer<UInt8>?, _ count: UInt32
) -> cairo_status_t {
  guard let sink, let data else { return CAIRO_STATUS_WRITE_ERROR }
  Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes.append(
    contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
  return CAIRO_STATUS_SUCCESS
}
