import CCairo
package import Findings
package import PageLayout
package import PrinterDots

/// How a page is put into dots: everything black but the logo, whose grays become patterns.
struct DotGrid {
  /// Dots of the printer in a point of the page.
  let dotsPerPoint: Double

  /// A length or place in whole dots.
  func dots(_ points: Double) -> Int { Int((points * dotsPerPoint).rounded()) }

  /// Where the dots of a symbol stand: as many to a module as fit, all alike.
  func symbol(x: Double, y: Double, side: Double, modules: Int) -> (x: Int, y: Int, dotsInModule: Int) {
    let whole = side * dotsPerPoint
    // What a template measures in millimetres may miss the dots by a rounding error.
    let dotsInModule = max(1, Int((whole / Double(modules) + 1e-6).rounded(.down)))
    let rest = (whole - Double(dotsInModule * modules)) / 2
    return (Int((x * dotsPerPoint + rest).rounded()), Int((y * dotsPerPoint + rest).rounded()), dotsInModule)
  }
}

extension PageDrawing {
  /// Rows drawn at a time: the surface of a whole roll would take a hundred megabytes.
  private static let rowsInBand = 2048

  /// Pages as a printer's dots, one under the other.
  ///
  /// Every symbol's modules are whole dots, all alike; letters and lines are black whatever the template's colours.
  ///
  /// - Throws: `drawing.failed`, `font.unreadable`.
  package func dots(_ pages: [Page], dotsPerInch: Double) throws(Obstacle) -> DotPicture {
    precondition(!pages.isEmpty, "a document has a page")
    try fonts.open(for: pages)
    let grid = DotGrid(dotsPerPoint: dotsPerInch / 72)
    // Pages of one document may lie on their sides: the widest decides.
    let width = pages.map { grid.ceiling($0.width) }.max() ?? 1
    var pictures: [DotPicture] = []
    for page in pages {
      let height = grid.ceiling(page.height)
      var bytes: [UInt8] = []
      bytes.reserveCapacity((width + 7) / 8 * height)
      for top in stride(from: 0, to: height, by: PageDrawing.rowsInBand) {
        let rows = top..<min(top + PageDrawing.rowsInBand, height)
        try append(rows, of: page, width: width, grid, to: &bytes)
      }
      pictures.append(DotPicture(width: width, height: height, dotsPerInch: dotsPerInch, bytes: bytes))
    }
    return .stacked(pictures)
  }

  private func append(
    _ rows: Range<Int>, of page: Page, width: Int, _ grid: DotGrid, to bytes: inout [UInt8]
  ) throws(Obstacle) {
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(rows.count))
    let logos = page.items.compactMap { item in
      if case .logo(let x, let y, let width, let height) = item {
        (columns: grid.dots(x)..<grid.dots(x + width), rows: grid.dots(y)..<grid.dots(y + height))
      } else {
        nil
      }
    }
    let part = page.keeping { item in
      if case .watermark = item { return true }
      return item.bottom * grid.dotsPerPoint >= Double(rows.lowerBound) - PageDrawing.overhang
        && item.top * grid.dotsPerPoint <= Double(rows.upperBound) + PageDrawing.overhang
    }
    var isTaken = false
    let status = draw(
      on: surface,
      then: { surface in
        guard let surface, let data = cairo_image_surface_get_data(surface) else { return CAIRO_STATUS_NO_MEMORY }
        let reading = PixelRows(
          data: data, stride: Int(cairo_image_surface_get_stride(surface)), width: width, top: rows.lowerBound)
        for row in rows {
          reading.pack(row, patterned: logos.filter { $0.rows.contains(row) }.map(\.columns), into: &bytes)
        }
        isTaken = true
        return CAIRO_STATUS_SUCCESS
      }
    ) { context in
      cairo_set_source_rgb(context, 1, 1, 1)
      cairo_paint(context)
      cairo_translate(context, 0, Double(-rows.lowerBound))
      cairo_scale(context, grid.dotsPerPoint, grid.dotsPerPoint)
      CairoCanvas(context: context, fonts: fonts, symbolStyle: .dots(grid), drawsLinks: false, logo: logo).draw(part)
    }
    precondition(isTaken || status != CAIRO_STATUS_SUCCESS, "what is drawn is taken")
    try check(status)
  }

  /// How far letters reach beyond what a page's items say of their edges, in dots.
  private static let overhang = 64.0
}

extension DotGrid {
  /// So many dots hold a length.
  fileprivate func ceiling(_ points: Double) -> Int { max(1, Int((points * dotsPerPoint - 1e-6).rounded(.up))) }
}

/// The pixels of a band, white or darker.
private struct PixelRows {
  let data: UnsafeMutablePointer<UInt8>
  let stride: Int
  let width: Int
  /// Which row of the page is the band's first.
  let top: Int

  /// A pixel darker than this is a black dot: somewhat less than half of a dot's area, since thin strokes must not break.
  static let threshold = 150

  /// Packs a row, eight dots to a byte.
  ///
  /// - Parameter patterned: columns where grays become patterns.
  func pack(_ row: Int, patterned: [Range<Int>], into bytes: inout [UInt8]) {
    let pixels = UnsafeRawPointer(data + (row - top) * stride)
    for first in Swift.stride(from: 0, to: width, by: 8) {
      var byte: UInt8 = 0
      for x in first..<min(first + 8, width) {
        let pixel = pixels.load(fromByteOffset: x * 4, as: UInt32.self) & 0xFF_FFFF
        guard pixel != 0xFF_FFFF else { continue }
        let threshold = patterned.contains { $0.contains(x) } ? PixelRows.pattern(x, row) : PixelRows.threshold
        if pixel == 0 || PixelRows.luminance(pixel) < threshold { byte |= 0x80 >> UInt8(x - first) }
      }
      bytes.append(byte)
    }
  }

  /// 0 to 255, as Rec. 601 weighs the colours.
  private static func luminance(_ pixel: UInt32) -> Int {
    let (red, green, blue) = (Int(pixel >> 16 & 0xFF), Int(pixel >> 8 & 0xFF), Int(pixel & 0xFF))
    return (299 * red + 587 * green + 114 * blue) / 1000
  }

  /// An ordered pattern of 4 by 4 thresholds (Bayer): a gray of a quarter makes every fourth dot black.
  private static func pattern(_ x: Int, _ y: Int) -> Int {
    let matrix = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
    return 16 * matrix[y % 4 * 4 + x % 4] + 8
  }
}
