import CCairo
package import Findings
package import InvoiceTemplate

/// A logo, decoded once and drawn on as many pages as are wanted. Belongs to one thread.
package final class LogoPicture {
  /// Pixels of a PNG; a JPEG as it is; the recorded strokes of an SVG.
  private let surface: OpaquePointer
  private let width: Double
  private let height: Double

  /// - Throws: `template.damaged-picture`, `template.no-svg`; the place is the template's.
  package init(_ logo: Template.Logo) throws(Obstacle) {
    width = logo.width
    height = logo.height
    switch logo.kind {
    case .png: surface = try pngSurface(logo)
    case .jpeg: surface = try jpegSurface(logo)
    case .svg: surface = try SVGLibrary.open(at: logo.place).surface(logo)
    }
  }

  deinit { cairo_surface_destroy(surface) }

  /// Draws the whole picture into a rectangle of the page, in points.
  func draw(on context: OpaquePointer, x: Double, y: Double, width: Double, height: Double) {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, x, y)
    cairo_scale(context, width / self.width, height / self.height)
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_paint(context)
  }
}

private func pngSurface(_ logo: Template.Logo) throws(Obstacle) -> OpaquePointer {
  let reader = ByteReader(logo.bytes)
  let surface = withExtendedLifetime(reader) {
    cairo_image_surface_create_from_png_stream(
      { reader, target, count in
        guard let reader, let target else { return CAIRO_STATUS_READ_ERROR }
        let bytes = Unmanaged<ByteReader>.fromOpaque(reader).takeUnretainedValue()
        return bytes.read(into: target, count: Int(count)) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR
      }, Unmanaged.passUnretained(reader).toOpaque())
  }
  return try checked(surface, logo)
}

/// A surface of the right size, whose pixels nobody looks at: a PDF takes the JPEG's own bytes.
private func jpegSurface(_ logo: Template.Logo) throws(Obstacle) -> OpaquePointer {
  let surface = try checked(
    cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(logo.width), Int32(logo.height)), logo)
  let data = UnsafeMutablePointer<UInt8>.allocate(capacity: logo.bytes.count)
  data.initialize(from: logo.bytes, count: logo.bytes.count)
  let status = cairo_surface_set_mime_data(
    surface, CAIRO_MIME_TYPE_JPEG, data, UInt(logo.bytes.count),
    { data in data?.assumingMemoryBound(to: UInt8.self).deallocate() }, data)
  guard status == CAIRO_STATUS_SUCCESS else {
    data.deallocate()
    cairo_surface_destroy(surface)
    throw damaged(logo)
  }
  return surface
}

/// The surface, where Cairo could make it.
func checked(_ surface: OpaquePointer?, _ logo: Template.Logo) throws(Obstacle) -> OpaquePointer {
  guard let surface else { throw damaged(logo) }
  let status = cairo_surface_status(surface)
  guard status == CAIRO_STATUS_SUCCESS else {
    cairo_surface_destroy(surface)
    throw damaged(logo)
  }
  return surface
}

/// Cairo's own reasons help nobody: it calls a damaged PNG a shortage of memory.
func damaged(_ logo: Template.Logo) -> Obstacle {
  Obstacle(
    "template.damaged-picture", at: logo.place,
    Sentence("The logo is damaged and can't be drawn.", pl: "Logo jest uszkodzone i nie można go narysować."),
    remedy: Sentence("Save the picture again, or as PNG.", pl: "Zapisz obraz ponownie albo jako PNG."))
}

/// Bytes handed out piece by piece.
private final class ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Bool {
    guard bytes.count - position >= count else { return false }
    bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { target.update(from: start + position, count: count) }
    }
    position += count
    return true
  }
}
