import CPoppler
import Findings

/// The pages of a PDF, drawn by Poppler on demand.
///
/// Poppler runs no scripts and fetches nothing; annotations and form fields are drawn as in a viewer.
final class PDFPages {
  private let document: OpaquePointer
  let count: Int
  private let pixelLimit: Int
  /// The page that was asked for last, since it is asked for more than once in a row.
  private var current: (number: Int, page: PDFPage)?

  /// - Parameters:
  ///   - pageLimit: the most pages accepted.
  ///   - pixelLimit: the most pixels of a drawn page; a larger page is drawn at a lower resolution.
  /// - Throws: `evidence.damaged`, `evidence.encrypted`, `evidence.too-large`.
  init(_ bytes: [UInt8], pageLimit: Int, pixelLimit: Int) throws(Obstacle) {
    // GLib takes a copy; the document holds a reference to it for as long as it lives.
    let data = g_bytes_new(bytes, gsize(bytes.count))
    defer { g_bytes_unref(data) }
    var failure: UnsafeMutablePointer<GError>?
    guard let document = poppler_document_new_from_bytes(data, nil, &failure) else {
      defer { g_error_free(failure) }
      let isEncrypted =
        failure?.pointee.domain == poppler_error_quark()
        && failure?.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
      throw isEncrypted ? .encrypted : .damaged(.pdf)
    }
    self.document = document
    self.pixelLimit = pixelLimit
    count = Int(poppler_document_get_n_pages(document))
    guard count > 0 else { throw .damaged(.pdf) }
    guard count <= pageLimit else { throw .tooManyPages(of: .pdf, limit: pageLimit) }
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  /// A page on white paper, in shades of gray.
  ///
  /// - Parameters:
  ///   - number: from 1 to `count`.
  ///   - resolution: pixels per inch, lowered as far as the limit of pixels demands.
  /// - Throws: `evidence.damaged` where the page can't be drawn.
  func picture(ofPage number: Int, resolution: Double) throws(Obstacle) -> GrayPicture {
    let page = try page(number)
    guard let sheet = page.sheet(resolution: resolution, pixelLimit: pixelLimit) else {
      throw .damaged(.pdf, page: number)
    }
    poppler_page_render(page.pointer, sheet.context)
    guard let picture = sheet.picture() else { throw .damaged(.pdf, page: number) }
    return picture
  }

  /// The words of a page, judged by its picture at the same resolution.
  func text(ofPage number: Int, resolution: Double, drawnAs picture: GrayPicture) throws(Obstacle) -> PageText {
    let page = try page(number)
    guard let sheet = page.sheet(resolution: resolution, pixelLimit: pixelLimit) else { return .none }
    return page.text(sheet, drawnAs: picture)
  }

  func page(_ number: Int) throws(Obstacle) -> PDFPage {
    if let current, current.number == number { return current.page }
    guard let page = PDFPage(document, number) else { throw .damaged(.pdf, page: number) }
    current = (number, page)
    return page
  }
}

/// Owns one page as Poppler knows it; Poppler keeps the text that it met while drawing it.
final class PDFPage {
  let pointer: OpaquePointer
  /// In points, as it is looked at; the PDF may say anything. So may it of the height.
  let width: Double
  let height: Double

  fileprivate init?(_ document: OpaquePointer, _ number: Int) {
    guard let page = poppler_document_get_page(document, Int32(number - 1)) else { return nil }
    pointer = page
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    (self.width, self.height) = (width, height)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

  fileprivate func sheet(resolution: Double, pixelLimit: Int) -> DrawnSheet? {
    DrawnSheet(width: width, height: height, resolution: resolution, pixelLimit: pixelLimit)
  }
}

/// Owns the Cairo surface on which a page is drawn.
struct DrawnSheet: ~Copyable {
  private let surface: OpaquePointer
  let context: OpaquePointer
  let width: Int
  let height: Int
  /// Pixels per point.
  let scale: Double

  /// A white sheet, scaled so that one unit of the drawing is one point.
  ///
  /// - Parameters:
  ///   - width: in points, as the PDF says, which can be anything; so is `height`.
  /// - Returns: nil for a size that is no size. Where memory is short, Cairo draws nothing and `picture()` says so.
  init?(width points: Double, height heightInPoints: Double, resolution: Double, pixelLimit: Int) {
    guard points.isFinite, heightInPoints.isFinite, points > 0, heightInPoints > 0 else { return nil }
    // Cairo's coordinates are 16 bits wide.
    let longestSide = 32_000.0
    let byArea = (Double(pixelLimit) / points / heightInPoints).squareRoot()
    let scale = min(resolution / 72, byArea, longestSide / max(points, heightInPoints))
    let (width, height) = (max(1, Int(points * scale)), max(1, Int(heightInPoints * scale)))
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
      let context = cairo_create(surface)
    else { return nil }
    self.surface = surface
    self.context = context
    self.width = width
    self.height = height
    self.scale = scale
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
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
