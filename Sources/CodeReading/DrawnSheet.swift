import CPoppler

/// How large a page is drawn.
struct SheetSize: Equatable {
  /// In pixels, and so is `height`.
  let width: Int
  let height: Int
  /// Pixels per point.
  let scale: Double

  /// - Parameters:
  ///   - width: in points, as the PDF says, which can be anything; so is `height`.
  ///   - resolution: pixels per inch, lowered as far as the limit of pixels demands.
  /// - Returns: nil for a size that is no size.
  init?(width points: Double, height heightInPoints: Double, resolution: Double, pixelLimit: Int) {
    guard points.isFinite, heightInPoints.isFinite, points > 0, heightInPoints > 0 else { return nil }
    // Cairo's coordinates are 16 bits wide.
    let longestSide = 32_000.0
    let byArea = (Double(pixelLimit) / points / heightInPoints).squareRoot()
    scale = min(resolution / 72, byArea, longestSide / max(points, heightInPoints))
    (width, height) = (max(1, Int(points * scale)), max(1, Int(heightInPoints * scale)))
  }
}

/// Owns the Cairo surface on which a page is drawn.
struct DrawnSheet: ~Copyable {
  let size: SheetSize
  private let surface: OpaquePointer
  private(set) var context: OpaquePointer

  /// A white sheet on which one unit of the drawing is one point.
  ///
  /// - Returns: nil where Cairo has no surface to give. Where memory is short, it draws nothing and `picture()` says so.
  init?(_ size: SheetSize) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(size.width), Int32(size.height)),
      let context = cairo_create(surface)
    else { return nil }
    self.surface = surface
    self.context = context
    self.size = size
    whiten()
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Makes the sheet white again, with nothing left of how the last drawing ended; false where that broke it.
  mutating func wipe() -> Bool {
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let fresh = cairo_create(surface) else { return false }
    cairo_destroy(context)
    context = fresh
    whiten()
    return cairo_status(context) == CAIRO_STATUS_SUCCESS
  }

  private func whiten() {
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, size.scale, size.scale)
  }

  /// Lets the body look at the first of the bytes in which each pixel's blue lies: every fourth byte of a row.
  ///
  /// - Returns: nil where drawing failed.
  func withBlue<Value>(_ body: (_ blue: UnsafePointer<UInt8>, _ stride: Int) -> Value) -> Value? {
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS else { return nil }
    cairo_surface_flush(surface)
    // Pixels are 32-bit numbers with blue in the lowest byte, which comes first on every machine that Swift runs on.
    return cairo_image_surface_get_data(surface).map { body($0, Int(cairo_image_surface_get_stride(surface))) }
  }

  /// What was drawn, in shades of gray (the weights of ITU-R BT.601); nil where drawing failed.
  func picture() -> GrayPicture? {
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS else { return nil }
    cairo_surface_flush(surface)
    guard let rows = cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let (width, height) = (size.width, size.height)
    return GrayPicture(width: width, height: height) { to in
      for y in 0..<height {
        let row = UnsafeRawPointer(rows + y * stride)
        for x in 0..<width {
          let pixel = row.loadUnaligned(fromByteOffset: x * 4, as: UInt32.self)
          let (red, green, blue) = (pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF)
          to[y * width + x] = UInt8(truncatingIfNeeded: (77 * red + 150 * green + 29 * blue + 128) >> 8)
        }
      }
    }
  }
}
