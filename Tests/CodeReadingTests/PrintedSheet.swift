import CCairo
import CQREncode
import Testing

/// A sheet of paper with QR codes on it, as vectors: turned into a PDF or scanned at any resolution.
struct PrintedSheet {
  struct Code {
    let symbol: Symbol
    /// Millimetres from the left to the symbol's first module.
    let left: Double
    /// Millimetres from the top.
    let top: Double
    /// Millimetres per module.
    let module: Double
  }

  let width: Double
  let height: Double
  var codes: [Code] = []

  /// An A4 sheet.
  init() {
    width = 210
    height = 297
  }

  /// A slip that holds one code with its quiet zone.
  ///
  /// - Parameter shift: millimetres by which the code is off the grid of the pixels.
  init(_ text: String, module: Double = 0.375, shift: Double = 0) throws {
    let symbol = try Symbol(text.utf8)
    // Room enough to be turned about the centre without losing a corner.
    let margin = max(4, 0.3 * Double(symbol.side)) * module
    width = Double(symbol.side) * module + 2 * margin
    height = width
    codes = [Code(symbol: symbol, left: margin + shift, top: margin + shift, module: module)]
  }

  mutating func print(_ text: String, left: Double, top: Double, module: Double = 0.375) throws {
    codes.append(Code(symbol: try Symbol(text.utf8), left: left, top: top, module: module))
  }

  /// The sheet as seen by a scanner that averages the light over each pixel.
  ///
  /// - Parameter turned: degrees, clockwise, about the centre.
  func scan(dpi: Double, turned degrees: Double = 0) -> Scan {
    let (columns, rows) = (Int(width / 25.4 * dpi), Int(height / 25.4 * dpi))
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(columns), Int32(rows))
    let context = cairo_create(surface)
    defer {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
    }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_translate(context, Double(columns) / 2, Double(rows) / 2)
    cairo_rotate(context, degrees * .pi / 180)
    cairo_translate(context, -Double(columns) / 2, -Double(rows) / 2)
    cairo_scale(context, dpi / 25.4, dpi / 25.4)
    draw(on: context)
    cairo_surface_flush(surface)
    let stride = Int(cairo_image_surface_get_stride(surface))
    let data = UnsafeBufferPointer(start: cairo_image_surface_get_data(surface), count: stride * rows)
    return Scan(width: columns, height: rows) { x, y in data[y * stride + x * 4] }
  }

  /// The sheets as the pages of a PDF.
  static func pdf(_ sheets: [PrintedSheet]) -> [UInt8] {
    final class Sink {
      var bytes: [UInt8] = []
    }
    let sink = Sink()
    let write: cairo_write_func_t = { sink, data, count in
      if let sink {
        Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes += UnsafeBufferPointer(
          start: data, count: Int(count))
      }
      return CAIRO_STATUS_SUCCESS
    }
    let surface = cairo_pdf_surface_create_for_stream(write, Unmanaged.passUnretained(sink).toOpaque(), 595, 842)
    let context = cairo_create(surface)
    cairo_scale(context, 72 / 25.4, 72 / 25.4)
    for sheet in sheets {
      cairo_pdf_surface_set_size(surface, sheet.width / 25.4 * 72, sheet.height / 25.4 * 72)
      sheet.draw(on: context)
      cairo_show_page(context)
    }
    cairo_destroy(context)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
    return sink.bytes
  }

  /// One path for all modules, so that no seams show between them.
  private func draw(on context: OpaquePointer?) {
    cairo_set_source_rgb(context, 0, 0, 0)
    for code in codes {
      for row in 0..<code.symbol.side {
        for column in 0..<code.symbol.side where code.symbol.isDark[row * code.symbol.side + column] {
          cairo_rectangle(
            context, code.left + Double(column) * code.module, code.top + Double(row) * code.module, code.module,
            code.module)
        }
      }
      cairo_fill(context)
    }
  }
}

/// A QR symbol at level M, without its quiet zone, from any bytes.
struct Symbol {
  let side: Int
  /// Row by row.
  let isDark: [Bool]

  init(side: Int, isDark: [Bool]) {
    self.side = side
    self.isDark = isDark
  }

  init(_ bytes: some Sequence<UInt8>) throws {
    let bytes = Array(bytes)
    let code = try #require(QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M))
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    isDark = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
  }
}
