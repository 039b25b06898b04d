import CCairo
import CPoppler
package import Findings

extension PrintHouse.Print {
  /// A page as fine-grained pixels, as Poppler draws it.
  ///
  /// - Throws: `scan.not-drawn`.
  package func paper(ofPage number: Int) throws(Obstacle) -> Paper {
    let scale = Paper.resolution / 72
    guard let picture = Shades(pageOf: pdf, number: number, scale: scale) else {
      throw Obstacle(
        "scan.not-drawn", Sentence("Poppler can't draw our own print.", pl: "Poppler nie rysuje naszego wydruku."),
        remedy: Sentence("Look at the print.", pl: "Obejrzyj wydruk."))
    }
    return Paper(
      name: "\(name), page \(number)", picture: picture,
      symbols: (symbols[number] ?? []).map {
        Paper.Symbol(text: $0.text, x: $0.x * scale, y: $0.y * scale, side: $0.side * scale, modules: $0.modules)
      })
  }
}

extension Shades {
  /// A page of a PDF on white paper; nil where it can't be drawn.
  fileprivate init?(pageOf pdf: [UInt8], number: Int, scale: Double) {
    let data = g_bytes_new(pdf, gsize(pdf.count))
    defer { g_bytes_unref(data) }
    guard let document = poppler_document_new_from_bytes(data, nil, nil) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(document)) }
    guard let page = poppler_document_get_page(document, Int32(number - 1)) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    var (pointsWide, pointsHigh) = (0.0, 0.0)
    poppler_page_get_size(page, &pointsWide, &pointsHigh)
    let (width, height) = (Int(pointsWide * scale), Int(pointsHigh * scale))
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    let context = cairo_create(surface)
    defer {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
    }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    poppler_page_render(page, context)
    cairo_surface_flush(surface)
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS, let rows = cairo_image_surface_get_data(surface) else {
      return nil
    }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { to, count in
      for y in 0..<height {
        for x in 0..<width {
          let pixel = rows + y * stride + x * 4
          to[y * width + x] = UInt8((UInt32(pixel[0]) * 29 + UInt32(pixel[1]) * 150 + UInt32(pixel[2]) * 77) >> 8)
        }
      }
      count = width * height
    }
    self.init(width: width, height: height, pixels: pixels)
  }
}
